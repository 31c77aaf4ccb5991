import type { FileRead, Files, StatResult } from '../../app/ports/files.ts';
import type { ProgramRequest, ProgramResult, Programs } from '../../app/ports/programs.ts';

/** A file's text or bytes, or the way in which reading it goes wrong. */
export type FakeFile =
  | string
  | Uint8Array
  | Exclude<FileRead, { kind: 'read' | 'missing' }>
  | { readonly linkTo: string }
  | FakeText;

/** A file whose owner, mode or age counts. */
export interface FakeText {
  readonly text: string;
  readonly mode?: number;
  readonly ownerUid?: number;
  readonly modifiedAt?: number;
  readonly changedAt?: number;
  readonly inode?: number;
}

/**
 * Files of a machine that does not exist. A folder is there when something is in it; paths that a test did not name
 * are missing, as on a disk. Files below a `bin` folder and those named node are executable.
 */
export function makeFakeFiles(files: Readonly<Record<string, FakeFile>>): Files {
  const paths = Object.keys(files);

  function resolve(path: string): string {
    const file = files[path];
    return typeof file === 'object' && 'linkTo' in file ? resolve(file.linkTo) : path;
  }

  function bytesOf(path: string): Uint8Array | Exclude<FileRead, { kind: 'read' }> {
    const file = files[resolve(path)];
    if (file === undefined)
      return paths.some((each) => each.startsWith(`${path}/`)) ? { kind: 'not-a-file' } : { kind: 'missing' };
    if (typeof file === 'string') return new TextEncoder().encode(file);
    if ('text' in file) return new TextEncoder().encode(file.text);
    if (file instanceof Uint8Array) return file;
    return 'linkTo' in file ? { kind: 'missing' } : file;
  }

  function describeFile(path: string, sizeBytes: number) {
    const realPath = resolve(path);
    const file = files[realPath];
    const own = typeof file === 'object' && 'text' in file ? file : null;
    const { text: _text, ...change } = own ?? { text: '' };
    const changedAt = change.modifiedAt === undefined ? {} : { changedAt: change.modifiedAt };
    return { ...describe(realPath, 'file', sizeBytes), ...changedAt, ...change };
  }

  async function stat(path: string): Promise<StatResult> {
    const bytes = bytesOf(path);
    if (!(bytes instanceof Uint8Array)) {
      if (bytes.kind === 'not-a-file') return { kind: 'found', stat: describe(path, 'directory', 0) };
      return bytes.kind === 'missing' || bytes.kind === 'not-permitted'
        ? { kind: bytes.kind }
        : { kind: 'failed', message: bytes.kind };
    }
    return { kind: 'found', stat: describeFile(path, bytes.length) };
  }

  const read = async (path: string, { maxBytes }: { readonly maxBytes: number }): Promise<FileRead> => {
    const bytes = bytesOf(path);
    if (!(bytes instanceof Uint8Array)) return bytes;
    if (bytes.length > maxBytes) return { kind: 'too-large', sizeBytes: bytes.length };
    return { kind: 'read', bytes, stat: describeFile(path, bytes.length) };
  };

  async function list(path: string): ReturnType<Files['list']> {
    const own = files[path];
    if (typeof own === 'object' && 'kind' in own && own.kind === 'not-permitted') return 'not-permitted';
    const inside = paths.filter((each) => each.startsWith(`${path}/`)).map((each) => each.slice(path.length + 1));
    return inside.length === 0 ? null : [...new Set(inside.map((each) => each.split('/')[0] ?? ''))];
  }

  return {
    read,
    readTail: read,
    stat,
    list,
    async measureFolder(path) {
      const names = await list(path);
      if (names === null || names === 'not-permitted') return names;
      const sizes = names.map((name) => bytesOf(`${path}/${name}`));
      return { names, sizeBytes: sizes.reduce((sum, each) => sum + (each instanceof Uint8Array ? each.length : 0), 0) };
    },
    freeSpace: async () => 50_000_000_000,
    async isExecutable(path) {
      const bytes = bytesOf(path);
      if (bytes instanceof Uint8Array) return /\/bin\/[^/]+$|\/shims\/[^/]+$/.test(path);
      return bytes.kind === 'missing' || bytes.kind === 'not-a-file' ? false : null;
    },
  };
}

function describe(realPath: string, kind: 'file' | 'directory', sizeBytes: number) {
  const at = Date.parse('2026-11-20T11:00:00Z');
  const times = { modifiedAt: at, changedAt: at };
  return { kind, sizeBytes, ...times, inode: 7, mode: 0o644, ownerUid: 501, realPath };
}

const describeRequest = (request: Pick<ProgramRequest, 'tool' | 'args'>) => [request.tool, ...request.args].join(' ');

/** Runs nothing: answers exactly the scripted command lines, in any order, and refuses every other one. */
export function makeFakePrograms(
  answers: Readonly<Record<string, ProgramResult>>,
): Programs & { readonly ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    describe: describeRequest,
    async run(request) {
      const line = describeRequest(request);
      const answer = answers[line] ?? answers[line.replace(/ --property=\S+$/, '')];
      if (answer === undefined) throw new Error(`unexpected program: ${line}`);
      ran.push(line);
      return answer;
    },
    // A probe that would start OpenClaw itself is a defect.
    runOpenClaw: () => Promise.reject(new Error('unexpected program: openclaw')),
  };
}

export function exited(exitCode: number, stdout: string, stderr = ''): ProgramResult {
  return { kind: 'exited', exitCode, stdout, stderr, durationMs: 10 };
}
