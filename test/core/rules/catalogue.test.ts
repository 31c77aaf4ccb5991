import { describe, expect, test } from 'vitest';
import { findingCodes } from '../../../app/core/model/finding.ts';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import { rules, triageOrder } from '../../../app/core/rules/index.ts';

function listCauses(code: FindingCode): readonly FindingCode[] {
  return rules[code].causes.flatMap((cause) => [cause, ...listCauses(cause)]);
}

describe('the catalogue', () => {
  test('has every code once, under its own name', () => {
    expect([...triageOrder].toSorted()).toEqual([...findingCodes].toSorted());
    for (const code of findingCodes) expect(rules[code].code).toBe(code);
  });

  test.each(findingCodes)('%s does not cause itself, and what causes it is looked for first', (code) => {
    const causes = listCauses(code);
    expect(causes).not.toContain(code);
    const later = causes.filter((cause) => triageOrder.indexOf(cause) >= triageOrder.indexOf(code));
    // A stray is looked for after the job, and explains why the job is not loaded, or has switched itself off.
    const isOfJob = code === 'agent-not-loaded' || code === 'agent-disabled';
    expect(new Set(later)).toEqual(new Set(isOfJob ? ['port-stray'] : []));
  });

  test.each(findingCodes)('%s asks for no more patience than half a minute', (code) => {
    expect(rules[code].graceMs).toBeGreaterThanOrEqual(0);
    expect(rules[code].graceMs).toBeLessThanOrEqual(30_000);
  });
});
