import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with blanks and Chinese characters in its name, gone after the test. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'clawtender 文件 ')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
