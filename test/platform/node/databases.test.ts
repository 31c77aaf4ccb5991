import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDatabases } from '../../../app/platform/node/databases.ts';
import type { ProgramRequest, ProgramResult } from '../../../app/ports/programs.ts';
import { makeStrictPorts } from '../../fakes/fake-ports.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const opened: { address: URL; options: unknown }[] = [];
let fault: Error | null = null;
let closed = 0;

vi.mock('node:sqlite', () => ({
  DatabaseSync: class {
    constructor(address: URL, options: unknown) {
      opened.push({ address, options });
    }
    prepare(statement: string) {
      if (fault !== null) throw fault;
      return { all: () => [{ payload: `${statement} 1` }, { payload: null }] };
    }
    close() {
      closed += 1;
    }
  },
}));

const select = 'SELECT payload FROM events';
let path = '';
const requests: ProgramRequest[] = [];

beforeEach(async () => {
  const folder = join(await makeTemporaryFolder(), 'with a blank');
  await mkdir(folder);
  path = join(folder, 'openclaw.sqlite');
  opened.splice(0);
  requests.splice(0);
  fault = null;
  closed = 0;
});

function databasesOn(nodeVersion: string, result?: ProgramResult) {
  const { programs } = makeStrictPorts({
    programs: {
      async run(request) {
        requests.push(request);
        if (result === undefined) throw new Error('no program is expected');
        return result;
      },
    },
  });
  return createDatabases({ programs, nodeVersion });
}

const exited = (exitCode: number, stdout: string, stderr = ''): ProgramResult => {
  return { kind: 'exited', exitCode, stdout, stderr, durationMs: 1 };
};

describe("by Node's own", () => {
  test('read only, briefly, and as one that does not change when nobody writes', async () => {
    await writeFile(path, '');
    expect(await databasesOn('24.16.0').readColumn(path, select)).toEqual({
      kind: 'read',
      values: [`${select} 1`, ''],
    });
    const [{ address, options } = { address: new URL('x:'), options: null }] = opened;
    expect(address.href).toBe(`${pathToFileURL(path).href}?mode=ro&immutable=1`);
    expect(options).toEqual({ readOnly: true, timeout: 200 });
    expect(closed).toBe(1);
    expect(await readdir(join(path, '..'))).toEqual(['openclaw.sqlite']);
  });

  test('with what its log has, when somebody does', async () => {
    await writeFile(path, '');
    await writeFile(`${path}-wal`, '');
    await databasesOn('24.16.0').readColumn(path, select);
    expect(opened[0]?.address.search).toBe('?mode=ro');
  });

  test('a damaged one is a value, and is closed', async () => {
    await writeFile(path, '');
    fault = new Error('file is not a database');
    expect(await databasesOn('24.16.0').readColumn(path, select)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('not a database'),
    });
    expect(closed).toBe(1);
  });
});

describe('by the tool, where loading it would print a warning, or there is none', () => {
  test.each(['20.20.2', '22.16.0'])('Node %s', async (version) => {
    await writeFile(path, '');
    const databases = databasesOn(version, exited(0, '{"a":1}\n{"b":2}\n'));
    expect(await databases.readColumn(path, select)).toEqual({ kind: 'read', values: ['{"a":1}', '{"b":2}'] });
    expect(requests).toMatchObject([{ tool: 'sqlite3', args: expect.arrayContaining(['-readonly', select]) }]);
    expect(requests[0]?.args).toContain(`${pathToFileURL(path).href}?mode=ro&immutable=1`);
    expect(opened).toEqual([]);
  });

  test.each<[string, ProgramResult, string]>([
    ['no such tool', { kind: 'missing', path: '/usr/bin/sqlite3' }, 'missing'],
    ['no such table', exited(1, '', 'Error: no such table: events'), 'no such table'],
    ['locked for too long', { kind: 'timed-out', durationMs: 2000 }, 'timed-out'],
  ])('%s', async (_what, result, message) => {
    await writeFile(path, '');
    const read = await databasesOn('20.20.2', result).readColumn(path, select);
    expect(read).toMatchObject({ kind: 'failed', message: expect.stringContaining(message) });
  });
});

test('one that is not there is not made', async () => {
  expect(await databasesOn('24.16.0').readColumn(path, select)).toEqual({ kind: 'missing' });
  expect(await databasesOn('20.20.2').readColumn(path, select)).toEqual({ kind: 'missing' });
  expect(await readdir(join(path, '..'))).toEqual([]);
});
