import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { ColumnRead, Databases } from '../../ports/databases.ts';
import type { Programs } from '../../ports/programs.ts';
import { describeFault, isMissing } from './file-faults.ts';

export interface DatabasesOptions {
  readonly programs: Programs;
  /** Node's own version; before 24 loading its SQLite prints a warning. Default: this process's. */
  readonly nodeVersion?: string;
}

const busyMs = 200;
const timeoutMs = 2_000;
const firstQuietNode = 24;

/** By Node's own SQLite where it has one, else by the `sqlite3` that is a part of macOS. */
export function createDatabases({ programs, nodeVersion = process.versions.node }: DatabasesOptions): Databases {
  const hasOwn = Number.parseInt(nodeVersion, 10) >= firstQuietNode;
  return {
    async readColumn(path, select) {
      try {
        const address = await addressOf(path);
        if (address === null) return { kind: 'missing' };
        return hasOwn ? await readHere(address, select) : await readByTool(programs, address, select);
      } catch (error) {
        return { kind: 'failed', message: describeFault(path, error) };
      }
    },
  };
}

/**
 * Merely opening a database whose log is gone would lay a new one beside it. Without a log all of it is in its one file,
 * and nobody writes there: it may be read as one that does not change.
 */
async function addressOf(path: string): Promise<URL | null> {
  if (!(await isThere(path))) return null;
  const address = pathToFileURL(path);
  address.searchParams.set('mode', 'ro');
  if (!(await isThere(`${path}-wal`))) address.searchParams.set('immutable', '1');
  return address;
}

async function readHere(address: URL, select: string): Promise<ColumnRead> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(address, { readOnly: true, timeout: busyMs });
  try {
    const rows = database.prepare(select).all();
    return { kind: 'read', values: rows.map((row) => String(Object.values(row)[0] ?? '')) };
  } finally {
    database.close();
  }
}

/** In the plain form of its output: `-json` came with 3.33, and one column of texts without line ends needs none. */
async function readByTool(programs: Programs, address: URL, select: string): Promise<ColumnRead> {
  const settings = ['-readonly', '-batch', '-init', '/dev/null', '-cmd', `.timeout ${busyMs}`, '-noheader', '-list'];
  const result = await programs.run({ tool: 'sqlite3', args: [...settings, address.href, select], timeoutMs });
  if (result.kind !== 'exited') return { kind: 'failed', message: `sqlite3: ${result.kind}` };
  if (result.exitCode !== 0) return { kind: 'failed', message: `sqlite3: ${result.stderr.trim().slice(0, 200)}` };
  return { kind: 'read', values: result.stdout.split('\n').filter((line) => line !== '') };
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
