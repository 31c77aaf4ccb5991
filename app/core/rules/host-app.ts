import { valueOf } from '../model/reading.ts';
import type { ProcessEntry } from '../model/process.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listAncestry } from '../process-tree.ts';

/** The desktop product (ClawX, Nexu, QClaw, LobsterAI …) that is, or started, this process. */
export function findHostApp(snapshot: Snapshot, pid: number): ProcessEntry | null {
  const processes = valueOf(snapshot.processes) ?? [];
  return listAncestry(processes, pid).find((process) => process.role === 'host-app') ?? null;
}

/** The bundle's name where the command line has one, else the program's. */
export function productOf(host: ProcessEntry): string {
  return /([^/]+)\.app\//.exec(host.commandLine)?.[1] ?? host.name;
}
