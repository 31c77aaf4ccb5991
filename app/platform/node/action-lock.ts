import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { activityKinds } from '../../core/model/action.ts';
import { findingCodes } from '../../core/model/finding.ts';
import { wishCodes } from '../../core/model/wish.ts';
import type { Files } from '../../ports/files.ts';
import type { LockHolder, LockResult } from '../../ports/notebook.ts';
import type { Processes } from '../../ports/processes.ts';

const maxBytes = 16 * 1024;
const attempts = 5;
/** `ps` counts whole seconds, and Linux may round the same start either way. */
const startToleranceMs = 2000;

const lockFile = z.object({
  holder: z.object({
    pid: z.number().int().positive(),
    face: z.enum(['menu-bar', 'command-line', 'browser-panel']),
    action: z.enum(activityKinds),
    // A word that this version does not know must not open the lock.
    code: z
      .enum([...findingCodes, ...wishCodes])
      .exactOptional()
      .catch(undefined as never),
    profile: z.string().nullable(),
    startedAt: z.number(),
  }),
  /** When the holder's process began: with the pid its identity. */
  processStartedAt: z.number().nullable(),
  nonce: z.string(),
});
type LockFile = z.infer<typeof lockFile>;

export interface ActionLock {
  /** Who acts now; `null` also when the lock was left behind by a process that is gone. */
  holder(): Promise<LockHolder | null>;
  acquire(holder: LockHolder): Promise<LockResult>;
}

export interface ActionLockOptions {
  readonly folder: string;
  readonly files: Files;
  readonly processes: Processes;
}

/** One file that only one process can create; it appears with its content, so nobody reads an empty one. */
export function createActionLock({ folder, files, processes }: ActionLockOptions): ActionLock {
  const place: Place = { folder, path: join(folder, 'action.lock'), files, processes };
  return {
    async holder() {
      const lock = (await read(place, place.path))?.lock ?? null;
      return lock !== null && (await isHeld(place, lock)) ? lock.holder : null;
    },
    acquire: (holder) => acquire(place, holder),
  };
}

interface Place extends ActionLockOptions {
  readonly path: string;
}

async function acquire(place: Place, holder: LockHolder): Promise<LockResult> {
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const mine: LockFile = { holder, processStartedAt: await startOf(place, holder.pid), nonce: randomUUID() };
  const content = JSON.stringify(mine);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await create(place, content)) return { kind: 'acquired', release: () => release(place, content) };
    const found = await read(place, place.path);
    if (found === null) continue;
    if (found.lock !== null && (await isHeld(place, found.lock))) return { kind: 'held', by: found.lock.holder };
    await clear(place, found.text);
  }
  throw new Error(`${place.path} could not be taken`);
}

async function release(place: Place, content: string): Promise<void> {
  if ((await read(place, place.path))?.text === content) await rm(place.path, { force: true });
}

async function read({ files }: Place, from: string): Promise<{ text: string; lock: LockFile | null } | null> {
  const file = await files.read(from, { maxBytes });
  if (file.kind !== 'read') return null;
  const text = Buffer.from(file.bytes).toString();
  return { text, lock: lockFile.safeParse(parseJson(text)).data ?? null };
}

async function isHeld(place: Place, lock: LockFile): Promise<boolean> {
  if (!place.processes.isAlive(lock.holder.pid)) return false;
  if (lock.processStartedAt === null) return true;
  const startedAt = await startOf(place, lock.holder.pid);
  // When it cannot be told whether the pid was given away again, the lock counts.
  return startedAt === null || Math.abs(startedAt - lock.processStartedAt) <= startToleranceMs;
}

async function startOf({ processes }: Place, pid: number): Promise<number | null> {
  return processes.identify(pid).then(
    (found) => found?.startedAt ?? null,
    () => null,
  );
}

async function create({ folder, path }: Place, content: string): Promise<boolean> {
  const draft = join(folder, `action.lock.${randomUUID()}`);
  await writeFile(draft, content, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    return ignoreTaken(error);
  } finally {
    await unlink(draft);
  }
}

/** Takes a dead lock away, but only the very one that was judged. */
async function clear(place: Place, judged: string): Promise<void> {
  const aside = join(place.folder, `action.lock.${randomUUID()}`);
  const moved = await rename(place.path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const found = await read(place, aside);
  if (found !== null && found.text !== judged) await link(aside, place.path).catch(ignoreTaken);
  await rm(aside, { force: true });
}

function ignoreTaken(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  throw error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
