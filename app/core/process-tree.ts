import type { ProcessEntry } from './model/process.ts';

/** Deeper chains are not a gateway's (launcher → gateway → worker) and end a cycle of reused pids. */
const deepest = 8;

/** The process itself, its parent, and so on, as far as the list tells. */
export function listAncestry(processes: readonly ProcessEntry[], pid: number): readonly ProcessEntry[] {
  const chain: ProcessEntry[] = [];
  let next: number | null = pid;
  while (next !== null && chain.length < deepest) {
    const wanted: number = next;
    const entry = processes.find((process) => process.pid === wanted);
    if (entry === undefined) break;
    chain.push(entry);
    next = entry.ppid;
  }
  return chain;
}

/**
 * Whether `pid` is `ancestorPid` or was started by it. A service's pid may be the launcher whose child listens
 * (OpenClaw respawns itself to add flags to node).
 */
export function isProcessOrDescendant(processes: readonly ProcessEntry[], pid: number, ancestorPid: number): boolean {
  if (pid === ancestorPid) return true;
  return listAncestry(processes, pid).some((process) => process.pid === ancestorPid || process.ppid === ancestorPid);
}
