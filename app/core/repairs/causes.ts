import type { Finding, FindingCode } from '../model/finding.ts';
import { rules } from '../rules/index.ts';
import type { RepairContext } from './repair.ts';

/** A certain finding that explains this one: mended first, it may take this one with it. */
export function findCauseOf(finding: Finding, { snapshot, ...context }: RepairContext): FindingCode | null {
  const causes: readonly FindingCode[] = rules[finding.code].causes;
  return (
    causes.find((code) => rules[code].find(snapshot, context).some(({ certainty }) => certainty === 'certain')) ?? null
  );
}
