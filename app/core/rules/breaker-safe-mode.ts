import { isInSafeMode } from '../answer.ts';
import { recentMarks } from '../log-life.ts';
import { isHandsOff } from './circumstances.ts';
import { healthEvidence } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** The breaker looks back for so long (OpenClaw 2026.9.6). */
const windowMs = 300_000;

/**
 * After three unclean boots within five minutes the gateway starts without its channels, on purpose, and says that it
 * is well. Another restart would count as one more.
 */
export const breakerSafeMode: Rule<'breaker-safe-mode'> = {
  code: 'breaker-safe-mode',
  graceMs: 0,
  causes: ['plugin-blocks-start', 'bonjour', 'keepalive-loop'],
  find(snapshot, context) {
    // The log is the service's; of another gateway on the port it tells nothing.
    if (context.owner.kind !== 'service' || isHandsOff(snapshot, context) || !isInSafeMode(snapshot)) return [];
    const tripped = recentMarks(snapshot, 'breaker-tripped');
    const trippedAt = tripped[0]?.at ?? null;
    if (trippedAt === null) return [];
    const { label } = snapshot.target;
    return [
      makeFinding('breaker-safe-mode', label, {
        severity: 'degraded',
        certainty: 'certain',
        args: { label, trippedAt, endsAt: trippedAt + windowMs },
        evidence: [...markEvidence(snapshot, tripped), ...healthEvidence(snapshot)],
      }),
    ];
  },
};
