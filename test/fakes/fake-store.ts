import type { MoveReason } from '../../app/core/model/repair.ts';
import type { FileRead, Files } from '../../app/ports/files.ts';
import { fakeSecrets } from './fake-secrets.ts';
import type { Store, StoreResult } from '../../app/ports/store.ts';

export interface FakeStore extends Store {
  /** What is where on the machine: content by path. Folders hold `null`. */
  readonly files: Map<string, string | null>;
  readonly modes: Map<string, number>;
  /** What was put into the store, by id. */
  readonly kept: Map<string, ReadonlyMap<string, string | null>>;
  readonly aside: Map<string, { readonly path: string; readonly content: string | null; readonly why: MoveReason }>;
  readonly archived: Map<string, string | null>;
  /** The same files, for whoever reads them. */
  readonly read: Files['read'];
  /** Every change fails with this sentence from now on; `null`: none does. */
  breakWith(message: string | null): void;
}

const done: StoreResult = { kind: 'done', note: null };
const already = (message: string): StoreResult => ({ kind: 'already', message });
const failed = (message: string): StoreResult => ({ kind: 'failed', message });

/** As the fake secrets have it. */
export const shaOf = (content: string): string => fakeSecrets.sha256(new TextEncoder().encode(content));

/** A store in memory with the same promises as the real one; hashes are the contents themselves. */
export function makeFakeStore(first: Readonly<Record<string, string>> = {}): FakeStore {
  const files = new Map<string, string | null>(Object.entries(first));
  const modes = new Map<string, number>();
  const kept: FakeStore['kept'] = new Map();
  const aside: FakeStore['aside'] = new Map();
  const archived: FakeStore['archived'] = new Map();
  let fault: string | null = null;
  const change = async (perform: () => StoreResult): Promise<StoreResult> =>
    fault === null ? perform() : failed(fault);
  const keep = (id: string, paths: readonly string[]) =>
    void kept.set(id, new Map(paths.map((path) => [path, files.get(path) ?? null])));

  return {
    files,
    modes,
    kept,
    aside,
    archived,
    async read(path): Promise<FileRead> {
      const content = files.get(path);
      if (content === undefined) return { kind: 'missing' };
      if (content === null) return { kind: 'not-a-file' };
      const bytes = new TextEncoder().encode(content);
      const stat = {
        kind: 'file',
        modifiedAt: 1,
        changedAt: 1,
        inode: 1,
        mode: modes.get(path) ?? 0o600,
        ownerUid: 501,
        realPath: path,
      } as const;
      return { kind: 'read', bytes, stat: { ...stat, sizeBytes: bytes.length } };
    },
    breakWith: (message) => void (fault = message),
    async hash(path) {
      const content = files.get(path);
      return { kind: 'hash', sha256: content === undefined || content === null ? null : shaOf(content) };
    },
    keepCopy: (copyId, paths) =>
      change(() => {
        keep(copyId, paths);
        return done;
      }),
    restoreCopy: (copyId, paths, replacedCopyId) =>
      change(() => {
        const copy = kept.get(copyId);
        if (copy === undefined) return already(`there is no copy ${copyId}`);
        keep(replacedCopyId, paths);
        for (const path of paths) {
          const content = copy.get(path) ?? null;
          if (content === null) files.delete(path);
          else files.set(path, content);
        }
        return done;
      }),
    moveAside: (itemId, path, why) =>
      change(() => {
        const content = files.get(path);
        if (content === undefined) return already(`${path} is not there`);
        aside.set(itemId, { path, content, why });
        files.delete(path);
        return done;
      }),
    putBack: (itemId, path) =>
      change(() => {
        const item = aside.get(itemId);
        if (item === undefined) return files.has(path) ? already(`${path} is there`) : failed(`${path} is nowhere`);
        if (files.has(path)) return failed(`${path}: something else is there now`);
        files.set(path, item.content);
        aside.delete(itemId);
        return done;
      }),
    hashesOf: async (copyId) =>
      new Map([...(kept.get(copyId) ?? [])].map(([path, content]) => [path, content === null ? null : shaOf(content)])),
    replaceContent: ({ path, expectedSha256, bytes }) =>
      change(() => {
        const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const now = files.get(path);
        if (now === content) return already(`${path} is like that already`);
        if ((typeof now === 'string' ? shaOf(now) : null) !== expectedSha256) return failed(`${path} has changed`);
        files.set(path, content);
        return done;
      }),
    reasonOf: async (itemId) => aside.get(itemId)?.why ?? null,
    setMode: (path, mode) =>
      change(() => {
        if (modes.get(path) === mode) return already(`${path} has that mode`);
        modes.set(path, mode);
        return done;
      }),
    createFolder: (path) =>
      change(() => {
        if (files.has(path)) return already(`${path} is there`);
        files.set(path, null);
        return done;
      }),
    removeEmptyFolder: (path) =>
      change(() => {
        if (!files.has(path)) return already(`${path} is not there`);
        if (files.get(path) !== null) return failed(`${path}: the folder is not empty`);
        files.delete(path);
        return done;
      }),
    archiveLog: (archiveId, path) =>
      change(() => {
        if ((files.get(path) ?? '') === '') return already(`${path} is empty`);
        archived.set(archiveId, files.get(path) ?? null);
        files.set(path, '');
        return done;
      }),
    placeOf: (kind, id) => `/data/${kind}/${id}`,
  };
}
