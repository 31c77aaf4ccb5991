import type { Version } from '../model/history.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { answersLikeGateway, derivePortOwner } from '../port-owner.ts';

/** Since when the gateway that serves now runs, and what its log says of the configuration since. */
export interface GatewayLife {
  /** Epoch ms of the process; `null`: it could not be told which it is. */
  readonly processStartedAt: number | null;
  /** Epoch ms at which it had read its configuration: the process's start, or a restart within it. */
  readonly loadedAt: number;
  /** Oldest first. */
  readonly marks: readonly LogMark[];
}

/** Start times of processes are whole seconds; a file's time may be of a coarse clock. */
const slackMs = 2_000;

/** `null`: no gateway serves and is ready, or it cannot be told since when. */
export function deriveGatewayLife(snapshot: Snapshot): GatewayLife | null {
  const reach = valueOf(snapshot.reach);
  if (reach === undefined || !answersLikeGateway(snapshot)) return null;
  if (reach.ready.kind === 'json' && !reach.ready.body.ready) return null;
  const owner = derivePortOwner(snapshot);
  const isKnown = owner.kind === 'service' || owner.kind === 'gateway';
  if (!isKnown && owner.kind !== 'unattributed') return null;
  const entry = isKnown ? valueOf(snapshot.processes)?.find(({ pid }) => pid === owner.pid) : undefined;
  const processStartedAt = entry?.startedAt ?? null;
  // Both count from when the server began, which a restart within the process does anew (2026.3.13 to 2026.9.6).
  const uptimes = [reach.ready, reach.startup].map((answer) => (answer.kind === 'json' ? answer.body.uptimeMs : null));
  const uptimeMs = uptimes.find((each) => each !== null) ?? null;
  const serverStartedAt = uptimeMs === null ? null : snapshot.reach.readAt - uptimeMs;
  if (processStartedAt === null && serverStartedAt === null) return null;
  const loadedAt = Math.max(processStartedAt ?? 0, serverStartedAt ?? 0);
  const marks = valueOf(snapshot.log)?.marks ?? [];
  return { processStartedAt, loadedAt, marks: marks.filter(({ at }) => at !== null && at > loadedAt - slackMs) };
}

/**
 * The version of one file (all of them, newest first) that the gateway works with: the one that was there when it read
 * its files, or that it has reloaded since. After a change that waits for a restart nothing newer counts, whatever else
 * was reloaded: what waits would be lost among it. `null`: what was there then was never seen.
 */
export function deriveInForce(versions: readonly Version[], life: GatewayLife): Version | null {
  const readUpTo = deriveReadUpTo(life);
  const proven = versions.findIndex(({ ranAt }) => ranAt !== null && ranAt >= life.loadedAt);
  const newer = proven < 0 ? versions : versions.slice(0, proven);
  const seenAt = proven < 0 ? 0 : (versions[proven]?.ranAt ?? 0);
  // What came after a version that this very gateway was seen with, came then, whatever time the file carries.
  const found = newer.find(
    (version) => Math.max(version.at, seenAt) <= readUpTo + slackMs || isOwnWrite(version, life),
  );
  return found ?? versions[proven] ?? null;
}

/** The same for a file that is read at the start alone, or whenever it is needed. */
export function deriveUsed(versions: readonly Version[], life: GatewayLife, isReadAnew: boolean): Version | null {
  if (isReadAnew) return versions[0] ?? null;
  const startedAt = life.processStartedAt ?? life.loadedAt;
  return versions.find(({ at }) => at <= startedAt + slackMs) ?? null;
}

/** A gateway that completes or converts its configuration works with what it wrote. */
function isOwnWrite({ by, at }: Version, { processStartedAt }: GatewayLife): boolean {
  const isGateways = by.kind === 'openclaw' && by.command !== null && /^gateway(?: run)?$/.test(by.command);
  return isGateways && processStartedAt !== null && at >= processStartedAt;
}

function deriveReadUpTo({ loadedAt, marks }: GatewayLife): number {
  let readUpTo = loadedAt;
  for (const { kind, at } of marks) {
    if (kind === 'reload-needs-restart') break;
    if (kind === 'reload-applied' && at !== null) readUpTo = Math.max(readUpTo, at);
  }
  return readUpTo;
}
