import type { AutomaticEntry } from '../../app/core/model/automatic.ts';
import type { LockHolder, Notebook, NotebookContent, NotebookEntry } from '../../app/ports/notebook.ts';

export interface FakeNotebook extends Notebook {
  readonly entries: NotebookEntry[];
  readonly automatic: AutomaticEntry[];
  /** Somebody else's action; `null`: nobody acts. */
  holdBy(holder: LockHolder | null): void;
  readonly holder: () => LockHolder | null;
}

/** A notebook in memory. */
export function makeFakeNotebook(entries: NotebookEntry[] = []): FakeNotebook {
  const automatic: AutomaticEntry[] = [];
  let lockedBy: LockHolder | null = null;
  return {
    folder: '/Users/alice/Library/Application Support/clawtender',
    entries,
    automatic,
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
    readAutomatic: async () => [...automatic],
    async noteAutomatic(entry) {
      automatic.push(entry);
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
