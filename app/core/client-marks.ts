import { recentMarks } from './log-life.ts';
import type { LogMark, LogMarkKind } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/** Clients that were there before a restart knock with what they had, and learn better by themselves. */
const settlesWithinMs = 60_000;

/** Clients that were turned away lately, oldest first; not those of the first minute of a gateway. */
export function turnedAway(
  snapshot: Snapshot,
  kinds: readonly LogMarkKind[],
  withinMs: number,
): readonly (LogMark & { readonly client: string | null })[] {
  const settledAt = (startOfGateway(snapshot) ?? Number.NEGATIVE_INFINITY) + settlesWithinMs;
  return kinds
    .flatMap((kind) => recentMarks(snapshot, kind, withinMs))
    .filter(({ at }) => at === null || at > settledAt)
    .toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
    .map((mark) => ({ ...mark, client: clientIn(mark.line) }));
}

/** `client=openclaw-control-ui webchat v2026.3.13`, `client=cli probe vdev` (2026.3.13, 2026.9.6). */
export function clientIn(line: string): string | null {
  return /\bclient=([^\s,;]+)/.exec(line)?.[1] ?? null;
}

/** The command line of OpenClaw, and what asks in its name. */
export function isCommandLine(client: string | null): boolean {
  return client === 'cli' || client === 'gateway-client' || client?.startsWith('gateway:') === true;
}

export function isDashboard(client: string | null): boolean {
  return client === 'openclaw-control-ui' || client === 'webchat';
}

function startOfGateway(snapshot: Snapshot): number | null {
  const pid = valueOf(snapshot.service)?.pid ?? null;
  return valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.startedAt ?? null;
}
