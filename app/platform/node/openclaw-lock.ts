import { link, readFile, realpath, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Clock, sleep } from '../../ports/clock.ts';
import type { StoreResult } from '../../ports/store.ts';
import { createFile } from './durable.ts';
import { codeOf, isMissing } from './file-faults.ts';
import { draftBeside, failed, isThere, resolveFile } from './store-place.ts';

/** OpenClaw itself waits for about as long. */
const patienceMs = 15_000;
const firstPauseMs = 50;
const longestPauseMs = 1_000;
/** A lock without a process in it is nobody's after so long (OpenClaw 2026.9.6). */
const namelessMs = 30_000;

const owner = z.object({
  pid: z.number().int().positive().optional(),
  createdAt: z.string().optional(),
  /** Clock ticks since boot (Linux), seconds since 1970 (macOS). */
  starttime: z.number().optional(),
});

/**
 * Writes while it holds the lock by which OpenClaw 2026.9 keeps its own writers apart: `<file>.lock` beside the file, made
 * exclusively, with the writer's process in it. Older versions have none and are not disturbed by it. Only files of
 * JSON have one.
 */
export async function withOpenClawLock(
  clock: Clock,
  path: string,
  write: () => Promise<StoreResult>,
): Promise<StoreResult> {
  const lock = await lockOf(path);
  if (lock === null) return write();
  const content = await writeOwner(clock);
  const until = clock.now() + patienceMs;
  let pauseMs = firstPauseMs;
  while (!(await tryLock(lock, content))) {
    const dead = await readDead(lock, clock);
    if (dead !== null) await reclaim(lock, dead);
    else if (clock.now() >= until) return failed(`OpenClaw is writing ${path}: ${lock} is held`);
    else {
      await sleep(clock, pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 1.5);
    }
  }
  try {
    return await write();
  } finally {
    if ((await readLock(lock)) === content) await unlink(lock);
  }
}

/** OpenClaw checks that the process lives, and on Linux that it is the one that began then. */
async function writeOwner(clock: Clock): Promise<string> {
  const starttime = await readStartTime('self');
  const content = {
    pid: process.pid,
    createdAt: new Date(clock.now()).toISOString(),
    ...(starttime === null ? {} : { starttime }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * `false`: somebody holds it, or is about to take a dead one away. It appears with its content in it: an empty one, left
 * by a crash, would lock OpenClaw out for good.
 */
async function tryLock(lock: string, content: string): Promise<boolean> {
  if (await isThere(`${lock}.reclaim`)) return false;
  const draft = draftBeside(lock);
  await rm(draft, { force: true });
  await createFile(draft, content, 0o600);
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** What a crash of ours, or of OpenClaw, has left beside a file. */
export async function clearLeftBehind(clock: Clock, path: string): Promise<void> {
  await rm(draftBeside(await resolveFile(path)), { force: true });
  const lock = await lockOf(path);
  if (lock === null) return;
  await rm(draftBeside(lock), { force: true });
  const dead = await readDead(lock, clock);
  if (dead !== null) await reclaim(lock, dead);
}

/** `null`: files of that kind have none. */
async function lockOf(path: string): Promise<string | null> {
  if (!/\.json5?$/.test(path) || !(await isThere(dirname(path)))) return null;
  return `${join(await realpath(dirname(path)), basename(path))}.lock`;
}

/** A lock whose process is gone, by OpenClaw's own rules; `null`: it is held, or there is none. */
async function readDead(lock: string, clock: Clock): Promise<string | null> {
  const content = await readLock(lock);
  return content !== null && (await isLeftBehind(content, clock)) ? content : null;
}

async function isLeftBehind(content: string, clock: Clock): Promise<boolean> {
  const { pid, createdAt, starttime } = parseOwner(content);
  if (pid === undefined) {
    const since = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
    return createdAt !== undefined && !(clock.now() - since <= namelessMs);
  }
  if (!isAlive(pid)) return true;
  const began = starttime === undefined ? null : await readStartTime(String(pid));
  return began !== null && began !== starttime;
}

/** By a rename, which one process alone can do; a lock that somebody has taken in between goes back. */
async function reclaim(lock: string, dead: string): Promise<void> {
  const spare = draftBeside(lock);
  try {
    await rename(lock, spare);
    if ((await readLock(spare)) !== dead) await link(spare, lock);
  } catch (error) {
    if (!isMissing(error) && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(spare, { force: true });
  }
}

async function readLock(lock: string): Promise<string | null> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function parseOwner(content: string): z.infer<typeof owner> {
  try {
    return owner.safeParse(JSON.parse(content)).data ?? {};
  } catch {
    // It is being written just now.
    return {};
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Field 22 of `/proc/<pid>/stat`; `null` where there is none (macOS). */
async function readStartTime(pid: string): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const field = text
    ?.slice(text.lastIndexOf(')') + 1)
    .trimStart()
    .split(/\s+/)[19];
  const ticks = Number(field);
  return field !== undefined && Number.isInteger(ticks) ? ticks : null;
}
