import { lstat, open, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, syncFolder } from './durable.ts';

/** Whether two files, links or folders are the same in all that a move must keep: names, kinds, modes and content. */
export async function isSameTree(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([lstat(a), lstat(b)]);
  if (first.isSymbolicLink() || second.isSymbolicLink()) {
    return first.isSymbolicLink() && second.isSymbolicLink() && (await readlink(a)) === (await readlink(b));
  }
  if ((first.mode & 0o7777) !== (second.mode & 0o7777)) return false;
  if (first.isFile() && second.isFile()) return (await hashFile(a)) === (await hashFile(b));
  if (!first.isDirectory() || !second.isDirectory()) return false;
  const [names, others] = await Promise.all([readdir(a), readdir(b)]);
  if (names.sort().join('\0') !== others.sort().join('\0')) return false;
  for (const name of names) if (!(await isSameTree(join(a, name), join(b, name)))) return false;
  return true;
}

/** Every file and folder below is on the disk. */
export async function syncTree(path: string): Promise<void> {
  const stats = await lstat(path);
  if (stats.isDirectory()) {
    for (const name of await readdir(path)) await syncTree(join(path, name));
    await syncFolder(path);
  } else if (stats.isFile()) {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
