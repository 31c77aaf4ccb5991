import { mkdir, readdir, readlink, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../app/platform/node/files.ts';
import { configProbe } from '../../app/probes/config.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeTemporaryFolder } from '../platform/node/temporary-folder.ts';
import { makeContext } from './make-context.ts';

/** Everything about what is in a folder that reading could change. */
async function describeFolder(folder: string): Promise<readonly unknown[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const target = await readlink(path).catch(() => null);
      const found = await stat(path).catch(() => null);
      return [name, target, found?.mtimeMs, found?.ctimeMs, found?.size, found?.mode];
    }),
  );
}

const cases: Readonly<Record<string, readonly [make: (path: string) => Promise<unknown>, expected: object]>> = {
  missing: [async () => {}, { status: 'absent' }],
  empty: [(path) => writeFile(path, ''), { value: { content: { kind: 'broken', message: 'the file is empty' } } }],
  'half-written': [(path) => writeFile(path, '{ "gateway": {'), { value: { content: { kind: 'broken', line: 1 } } }],
  '50 MB': [
    async (path) => {
      await writeFile(path, '{}');
      await truncate(path, 50_000_000);
    },
    { status: 'unknown', reason: { code: 'too-large' } },
  ],
  binary: [
    (path) => writeFile(path, Buffer.from([0, 1, 2, 255])),
    { value: { content: { message: 'this is no text file' } } },
  ],
  'a directory': [(path) => mkdir(path), { status: 'unknown', reason: { code: 'not-a-file' } }],
  'a dangling symlink': [(path) => symlink('gone.json', path), { status: 'absent' }],
  'with a mark': [(path) => writeFile(path, '\uFEFF{"gateway":{"port":7}}'), { value: { content: { port: 7 } } }],
  'in UTF-16': [
    (path) => writeFile(path, Buffer.from('\uFEFF{"gateway":{"port":7}}', 'utf16le')),
    { value: { content: { kind: 'broken', line: 1, column: 4, message: 'this is no text file' } } },
  ],
};

describe('a configuration on a real disk', () => {
  it.each(Object.entries(cases))('%s', async (_name, [make, expected]) => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, 'openclaw.json');
    await make(path);
    const before = await describeFolder(folder);
    // Long after the file was written: no second look.
    const clock = { now: () => Date.now() + 60_000, after: () => () => {}, every: () => () => {} };
    const ports = makeStrictPorts({ files: nodeFiles, clock });
    const reading = await configProbe.read({ ...makeContext({}), ports }, { configPath: path });
    expect(reading).toMatchObject(expected);
    expect(await describeFolder(folder)).toEqual(before);
  });
});
