import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { StoreResult } from '../../ports/store.ts';
import { describeFault, isMissing } from './file-faults.ts';

/** Where the parts of the store are. */
export interface StorePlace {
  /** Our data folder. */
  readonly folder: string;
  readonly clock: Clock;
}

const folderNames = { copy: 'copies', item: 'aside', archive: 'archives' } as const;
const idPattern = /^[a-z0-9-]{1,100}$/;

export function folderOf({ folder }: StorePlace, kind: keyof typeof folderNames): string {
  return join(folder, folderNames[kind]);
}

/** Throws for an id that is no plain name: it becomes part of a path. */
export function placeOf(place: StorePlace, kind: keyof typeof folderNames, id: string): string {
  if (!idPattern.test(id)) throw new RangeError(`not an id: ${id}`);
  return join(folderOf(place, kind), kind === 'archive' ? `${id}.gz` : id);
}

export function done(note: string | null = null): StoreResult {
  return { kind: 'done', note };
}

export function already(message: string): StoreResult {
  return { kind: 'already', message };
}

export function failed(message: string): StoreResult {
  return { kind: 'failed', message };
}

/** Where something is written before it takes its place: beside it, because only there a rename is atomic. */
export function draftBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.clawtender.tmp`);
}

/** Turns what a call on the file system throws into a failed result. */
export async function orFailed(path: string, change: () => Promise<StoreResult>): Promise<StoreResult> {
  try {
    return await change();
  } catch (error) {
    return failed(describeFault(path, error));
  }
}

/** Whether there is anything under this very name, a dangling link included. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The file behind links, so that a linked configuration stays linked; the path itself when nothing is there. */
export async function resolveFile(path: string): Promise<string> {
  return realpath(path).catch((error: unknown) => {
    if (isMissing(error)) return path;
    throw error;
  });
}
