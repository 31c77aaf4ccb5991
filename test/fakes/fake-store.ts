import type { MoveReason } from '../../app/core/model/repair.ts';
import type { Store, StoreResult } from '../../app/ports/store.ts';

export interface FakeStore extends Store {
  /** What is where on the machine: content by path. Folders hold `null`. */
  readonly files: Map<string, string | null>;
  readonly modes: Map<string, number>;
  /** What was put into the store, by id. */
  readonly kept: Map<string, ReadonlyMap<string, string | null>>;
  readonly aside: Map<string, { readonly path: string; readonly content: string | null; readonly why: MoveReason }>;
  readonly archived: Map<string, string | null>;
  /** Every change fails with this sentence from now on; `null`: none does. */
  breakWith(message: string | null): void;
}

const done: StoreResult = { kind: 'done', note: null };
const already = (message: string): StoreResult => ({ kind: 'already', message });
const failed = (message: string): StoreResult => ({ kind: 'failed', message });

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
    breakWith: (message) => void (fault = message),
    async hash(path) {
      const content = files.get(path);
      return { kind: 'hash', sha256: content === undefined || content === null ? null : `hash of ${content}` };
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
