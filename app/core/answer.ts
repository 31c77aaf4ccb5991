import { valueOf } from './model/reading.ts';
import type { LogTail } from './model/log.ts';
import type { HttpAnswer, Reach, ReadyBody, StartupBody } from './model/reach.ts';
import type { Snapshot } from './model/snapshot.ts';

/**
 * What the port answers, in one word. `live`: a gateway that does not tell whether it is ready. `wrong`: an answer
 * that is not a gateway's. `silent`: connections are accepted and nothing is said.
 */
export const answers = [
  'ready',
  'safe-mode',
  'not-ready',
  'live',
  'starting',
  'draining',
  'silent',
  'wrong',
  'refused',
  'unknown',
] as const;
export type Answer = (typeof answers)[number];

/** Answers of a gateway that serves. */
export const servingAnswers: readonly Answer[] = ['ready', 'safe-mode', 'not-ready', 'live'];

/** `/healthz`, `/readyz`, `/startupz` and the log's word on safe mode, joined (OpenClaw 2026.3.8 to 2026.9.6). */
export function deriveAnswer(snapshot: Snapshot): Answer {
  const reach = valueOf(snapshot.reach);
  if (reach === undefined) return 'unknown';
  return reach.tcp === 'open' ? deriveHttpAnswer(reach, isInSafeMode(snapshot)) : withoutConnection[reach.tcp];
}

/** A full backlog lets a connection wait for ever: that is silence, not absence. */
const withoutConnection = { refused: 'refused', 'timed-out': 'silent', failed: 'unknown' } as const;

function deriveHttpAnswer(reach: Reach, safeMode: boolean): Answer {
  const phase = derivePhase(reach.startup, reach.ready);
  const { health } = reach;
  if (health.kind === 'not-asked') return 'unknown';
  // A gateway from before /healthz answers unknown paths with its Control UI.
  if (health.kind === 'other') return health.controlUi ? 'live' : 'wrong';
  if (phase !== null) return phase;
  if (health.kind === 'no-answer') return withoutAnswer[health.why];
  return health.body.ok && health.body.status === 'live' ? deriveReadiness(reach.ready, safeMode) : 'wrong';
}

const withoutAnswer = { refused: 'refused', 'timed-out': 'silent', closed: 'silent', failed: 'unknown' } as const;

/** `/startupz` says it in its status, `/readyz` in its failing parts (`startup-sidecars`, `gateway-draining`). */
function derivePhase(startup: HttpAnswer<StartupBody>, ready: HttpAnswer<ReadyBody>): 'starting' | 'draining' | null {
  if (startup.kind === 'json' && startup.body.status === 'draining') return 'draining';
  if (startup.kind === 'json' && startup.body.status === 'starting') return 'starting';
  if (ready.kind !== 'json' || ready.body.ready || ready.body.failing.length === 0) return null;
  if (ready.body.failing.includes('gateway-draining')) return 'draining';
  return ready.body.failing.every((part) => part.startsWith('startup')) ? 'starting' : null;
}

function deriveReadiness(ready: HttpAnswer<ReadyBody>, safeMode: boolean): Answer {
  if (ready.kind !== 'json') return 'live';
  if (safeMode) return 'safe-mode';
  return ready.body.ready ? 'ready' : 'not-ready';
}

/** The breaker's window is 5 minutes, and its end is noticed with the next health round. */
const safeModeAtMostMs = 15 * 60_000;

/**
 * The crash-loop breaker spoke in the life of this process and has not recovered. `/readyz` is 200 in safe mode
 * (measured, 2026.9.6), so that only the log tells.
 */
export function isInSafeMode(snapshot: Snapshot): boolean {
  const log = valueOf(snapshot.log);
  const tripped = log?.marks.findLast((mark) => mark.kind === 'breaker-tripped');
  if (!log || !tripped || tripped.at === null || snapshot.at - tripped.at > safeModeAtMostMs) return false;
  const trippedAt = tripped.at;
  const recovered = log.lines.some((line) => (line.at ?? 0) > trippedAt && /breaker recovered/i.test(line.text));
  return !recovered && !startedAgainAfter(log, trippedAt);
}

function startedAgainAfter(log: LogTail, trippedAt: number): boolean {
  return log.marks.some((mark) => mark.kind === 'starting' && (mark.at ?? 0) > trippedAt);
}
