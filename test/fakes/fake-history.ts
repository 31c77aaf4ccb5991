import type { History } from '../../app/ports/history.ts';

export interface FakeHistory extends History {
  /** What was said to be about to be written, in order. */
  readonly announced: { readonly file: string; readonly sha256: string; readonly runId: string }[];
  /** Contents of versions, by id. */
  readonly contents: Map<string, string>;
}

/** A history that keeps nothing by itself: a test says which versions there are. */
export function makeFakeHistory(contents: Readonly<Record<string, string>> = {}): FakeHistory {
  const announced: FakeHistory['announced'] = [];
  const byId = new Map(Object.entries(contents));
  return {
    folder: '/data/history',
    announced,
    contents: byId,
    list: async () => [],
    async read(id) {
      const content = byId.get(id);
      return content === undefined ? null : new TextEncoder().encode(content);
    },
    keep: async () => ({ kind: 'failed', message: 'this history keeps nothing' }),
    noteRan: async () => {},
    noteWriter: async () => {},
    announce: async (file, sha256, runId) => void announced.push({ file, sha256, runId }),
  };
}
