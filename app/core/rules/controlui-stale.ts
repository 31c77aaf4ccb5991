import { isDashboard, turnedAway } from '../client-marks.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import type { LogMarkKind } from '../model/log.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
/** A tab that is opened without its token asks once, and a person then gives it. */
const fewest = 3;

type Why = FindingArgsByCode['controlui-stale']['why'];

const reasons: Readonly<Partial<Record<LogMarkKind, Why>>> = {
  'token-mismatch': 'token',
  'token-absent': 'none',
  'device-token-mismatch': 'device',
  'auth-rate-limited': 'limited',
};

/** Dashboards in a browser that keep what the gateway no longer takes, while nobody else is turned away. */
export const controluiStale: Rule<'controlui-stale'> = {
  code: 'controlui-stale',
  graceMs: 0,
  causes: ['port-stray', 'token-missing', 'gwtoken-drift', 'proto-mismatch'],
  find(snapshot, context) {
    if (context.facts.job !== 'running' || isHandsOff(snapshot, context)) return [];
    const marks = turnedAway(snapshot, Object.keys(reasons) as LogMarkKind[], withinMs);
    const own = marks.filter(({ client }) => isDashboard(client));
    // Where others are refused as well, the browser is not what is wrong.
    if (own.length < fewest || own.length < marks.length) return [];
    const why = reasons[own.at(-1)?.kind ?? 'token-mismatch'] ?? 'token';
    return [
      makeFinding('controlui-stale', 'dashboard', {
        severity: 'notice',
        certainty: 'certain',
        args: { why, count: own.length },
        evidence: markEvidence(snapshot, own),
      }),
    ];
  },
};
