import { describe, expect, test } from 'vitest';
import type { Finding, FindingCode, Severity, ShownFinding } from '../../app/core/model/finding.ts';
import { rules } from '../../app/core/rules/index.ts';
import { suppress } from '../../app/core/suppress.ts';
import { makeMemory, makeWatchingMemory } from './make-machine.ts';
import { at, seconds } from './make-moment.ts';

/** Only what suppression reads: code, id and severity. */
function made(code: FindingCode, severity: Severity = 'blocking', subject = 'x'): Finding {
  const id = `${code}:${subject}`;
  return { id, code, subject, severity, certainty: 'certain', args: {}, evidence: [] } as unknown as Finding;
}

const outline = (shown: readonly ShownFinding[]) =>
  shown.map(({ finding, consequences }) => [finding.code, ...consequences.map((entry) => entry.code)]);

const outlineShown = (...findings: Finding[]) => outline(suppress(findings, makeMemory(), at).shown);

describe('patience', () => {
  const patient = made('agent-not-loaded');
  const { graceMs } = rules['agent-not-loaded'];

  test('what is there at the first look shows at once', () => {
    expect(suppress([patient], makeMemory(), at)).toMatchObject({ shown: [{ finding: patient }], nextAt: null });
  });

  test('what comes up while we watch waits, and says until when', () => {
    expect(suppress([patient], makeWatchingMemory(), at)).toEqual({ shown: [], nextAt: at + graceMs });
  });

  test('it shows exactly when its patience is over', () => {
    const since = (ago: number) => makeWatchingMemory({ firstSeen: { [patient.id]: at - ago } });
    expect(suppress([patient], since(graceMs - 1), at).shown).toEqual([]);
    expect(suppress([patient], since(graceMs), at).shown).toHaveLength(1);
  });

  test('a rule without patience shows at once', () => {
    const now = made('config-syntax');
    expect(suppress([now], makeWatchingMemory(), at)).toMatchObject({ shown: [{ finding: now }], nextAt: null });
  });

  test('the next look is for the first that still waits', () => {
    const stray = made('port-stray');
    const memory = makeWatchingMemory({ firstSeen: { [stray.id]: at - 4 * seconds } });
    expect(suppress([patient, stray], memory, at).nextAt).toBe(at + rules['port-stray'].graceMs - 4 * seconds);
  });

  test('while an action is in flight only what needs no patience shows', () => {
    const memory = makeWatchingMemory({
      firstSeen: { [patient.id]: 0 },
      activity: { action: 'restart', startedAt: at - seconds },
    });
    const { shown, nextAt } = suppress([patient, made('config-syntax', 'degraded')], memory, at);
    expect(outline(shown)).toEqual([['config-syntax']]);
    expect(nextAt).toBeNull();
  });
});

describe('causes', () => {
  test('a stray explains the unloaded job', () => {
    expect(outlineShown(made('agent-not-loaded', 'degraded'), made('port-stray', 'degraded'))).toEqual([
      ['port-stray', 'agent-not-loaded'],
    ]);
  });

  test('a chain is folded under its root', () => {
    expect(outlineShown(made('keepalive-loop'), made('entrypoint-stale'), made('no-cli'))).toEqual([
      ['no-cli', 'entrypoint-stale', 'keepalive-loop'],
    ]);
  });

  test('a warning does not explain an outage', () => {
    expect(outlineShown(made('keepalive-loop'), made('node-path-gone', 'notice'))).toEqual([
      ['keepalive-loop'],
      ['node-path-gone'],
    ]);
  });

  test('what nothing shown explains stands alone', () => {
    expect(outlineShown(made('legacy-label', 'notice'), made('profile-split', 'notice'))).toEqual([
      ['profile-split'],
      ['legacy-label'],
    ]);
  });

  test('a cause that still waits folds nothing', () => {
    const memory = makeWatchingMemory();
    const { shown: now } = suppress([made('port-stray'), made('keepalive-loop')], memory, at);
    expect(outline(now)).toEqual([['keepalive-loop']]);
  });
});

test('the gravest comes first, then the order of triage, then the subject', () => {
  const findings = [
    made('slow-not-dead', 'notice'),
    made('legacy-label', 'degraded', 'b'),
    made('legacy-label', 'degraded', 'a'),
    made('port-config-mismatch', 'degraded'),
    made('ssh-tunnel', 'blocking'),
  ];
  const { shown } = suppress(findings, makeMemory(), at);
  expect(shown.map(({ finding }) => finding.id)).toEqual([
    'ssh-tunnel:x',
    'port-config-mismatch:x',
    'legacy-label:a',
    'legacy-label:b',
    'slow-not-dead:x',
  ]);
});
