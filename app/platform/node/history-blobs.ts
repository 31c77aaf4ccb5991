import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { hashBytes, makePrivateFolder, replaceFile } from './durable.ts';
import { isMissing } from './file-faults.ts';

/** Contents by their hash, each once. */
export interface Blobs {
  /** On the disk when it returns; what is there already, unharmed, is only made young. */
  write(sha256: string, bytes: Uint8Array): Promise<void>;
  /** `null`: it is not there, or is damaged. */
  read(sha256: string): Promise<Uint8Array | null>;
  /** Removes what is not wanted, and not so young that somebody may be about to put it into the index. */
  sweep(wanted: ReadonlySet<string>, now: number): Promise<void>;
}

const youngMs = 3_600_000;

export function createBlobs(folder: string): Blobs {
  const blobs = join(folder, 'blobs');
  const pathOf = (sha256: string): string => join(blobs, sha256);

  async function read(sha256: string): Promise<Uint8Array | null> {
    try {
      const bytes = await readFile(pathOf(sha256));
      return hashBytes(bytes) === sha256 ? bytes : null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  return {
    read,
    async write(sha256, bytes) {
      if ((await read(sha256)) !== null) {
        const now = new Date();
        return utimes(pathOf(sha256), now, now);
      }
      await makePrivateFolder(blobs);
      await replaceFile(pathOf(sha256), join(blobs, `.${sha256}.${randomUUID()}.tmp`), bytes, 0o600);
    },
    async sweep(wanted, now) {
      for (const name of await readdir(blobs)) {
        if (wanted.has(name)) continue;
        const { mtimeMs } = await stat(join(blobs, name));
        if (now - mtimeMs > youngMs) await rm(join(blobs, name), { force: true });
      }
    },
  };
}
