import { closeSync, openSync, readSync } from 'node:fs';
import type { LifeLine } from '../../ports/processes.ts';

/** Signal 0, and on Linux whether what is left is a zombie. */
export function isAlive(pid: number): boolean {
  const line = openLifeLine(pid);
  try {
    return line.isAlive();
  } finally {
    line.close();
  }
}

/**
 * On Linux the process's own file of /proc stays open: read again it costs one system call, tells a zombie, and fails
 * once the process is gone, even when its pid belongs to another by then. Elsewhere, and where /proc hides it, signal 0.
 */
export function openLifeLine(pid: number): LifeLine {
  const file = process.platform === 'linux' ? openStat(pid) : null;
  if (file === null) return { isAlive: () => answersSignal(pid), close: () => undefined };
  return { isAlive: () => readsAlive(file), close: () => closeSync(file) };
}

function openStat(pid: number): number | null {
  try {
    return isPid(pid) ? openSync(`/proc/${pid}/stat`, 'r') : null;
  } catch {
    return null;
  }
}

/** Asked several times a second, so the memory for the answer is taken once. */
const statBytes = Buffer.alloc(512);

/** In a container nobody may reap an orphan: it keeps its pid for ever, but it is dead. */
function readsAlive(file: number): boolean {
  try {
    const stat = statBytes.toString('latin1', 0, readSync(file, statBytes, 0, statBytes.length, 0));
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch (error) {
    // ESRCH: it is gone. Whatever else keeps the file from being read says nothing of the process.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function answersSignal(pid: number): boolean {
  if (!isPid(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPid(pid: number): boolean {
  return Number.isSafeInteger(pid) && pid > 0;
}
