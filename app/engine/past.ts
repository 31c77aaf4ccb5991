import type { Activity, PastAction } from '../core/model/memory.ts';
import type { Target } from '../core/model/target.ts';
import type { Ports } from '../ports/index.ts';
import type { LockHolder, NotebookEntry } from '../ports/notebook.ts';

/** What the notebook tells of this profile. */
export interface Past {
  readonly lastAction: PastAction | null;
  readonly lastForcedRestartAt: number | null;
  /** An action that another face performs now. */
  readonly otherActivity: Activity | null;
}

export async function readPast(ports: Ports, target: Target, ownPid: number): Promise<Past> {
  const { actions, lockedBy } = await ports.notebook.read();
  const mine = actions.filter((entry) => entry.profile === target.profile);
  const last = mine.at(-1);
  return {
    lastAction: last === undefined ? null : { action: last.action, at: last.at, succeeded: last.succeeded },
    lastForcedRestartAt: mine.findLast(isForcedRestart)?.at ?? null,
    otherActivity: lockedBy === null ? null : activityOf(lockedBy, ports, target, ownPid),
  };
}

function isForcedRestart(entry: NotebookEntry): boolean {
  return entry.action === 'restart' && entry.forced;
}

/** A face that died while it acted leaves its name behind. */
function activityOf(holder: LockHolder, ports: Ports, target: Target, ownPid: number): Activity | null {
  if (holder.pid === ownPid || holder.profile !== target.profile) return null;
  return ports.processes.isAlive(holder.pid) ? { action: holder.action, startedAt: holder.startedAt } : null;
}
