import type { LockHolder, Notebook, NotebookContent, NotebookEntry } from '../../app/ports/notebook.ts';

export interface FakeNotebook extends Notebook {
  readonly entries: NotebookEntry[];
  /** Somebody else's action; `null`: nobody acts. */
  holdBy(holder: LockHolder | null): void;
  readonly holder: () => LockHolder | null;
}

/** A notebook in memory. */
export function makeFakeNotebook(entries: NotebookEntry[] = []): FakeNotebook {
  let lockedBy: LockHolder | null = null;
  return {
    folder: '/Users/alice/Library/Application Support/clawtender',
    entries,
    holder: () => lockedBy,
    holdBy(holder) {
      lockedBy = holder;
    },
    async read(): Promise<NotebookContent> {
      return { actions: [...entries], lockedBy };
    },
    async append(entry) {
      entries.push(entry);
    },
    async tryLock(holder) {
      if (lockedBy !== null) return { kind: 'held', by: lockedBy };
      lockedBy = holder;
      return {
        kind: 'acquired',
        async release() {
          lockedBy = null;
        },
      };
    },
  };
}
