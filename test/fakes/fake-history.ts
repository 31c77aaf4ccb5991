import type { Version } from '../../app/core/model/history.ts';
import { type IndexLine, parseHistoryIndex, writeIndexLine } from '../../app/core/parse/history-index.ts';
import type { History } from '../../app/ports/history.ts';

export interface FakeHistory extends History {
  /** What was said to be about to be written, in order. */
  readonly announced: { readonly file: string; readonly sha256: string; readonly runId: string }[];
  /** Contents of versions, by id: what was kept, and what a test says is there. */
  readonly contents: Map<string, string>;
  /** Every keeping fails with this sentence from now on; `null`: none does. */
  breakWith(message: string | null): void;
}

/** A history in memory with the same promises as the real one; its index is read as the real one's. */
export function makeFakeHistory(contents: Readonly<Record<string, string>> = {}, now = () => 0): FakeHistory {
  const announced: FakeHistory['announced'] = [];
  const byId = new Map(Object.entries(contents));
  const lines: string[] = [];
  let fault: string | null = null;
  const note = async (line: IndexLine): Promise<void> => void lines.push(writeIndexLine(line));
  const versions = (): readonly Version[] => parseHistoryIndex(lines.join('\n')).versions;

  return {
    folder: '/data/history',
    announced,
    contents: byId,
    breakWith: (message) => void (fault = message),
    async list({ file, atMost } = {}) {
      return versions()
        .filter((version) => file === undefined || version.file === file)
        .slice(0, atMost);
    },
    async read(id) {
      const content = byId.get(id);
      return content === undefined ? null : new TextEncoder().encode(content);
    },
    async keep({ bytes, ...entry }) {
      if (fault !== null) return { kind: 'failed', message: fault };
      const newest = versions().find(({ file }) => file === entry.file);
      if (newest?.sha256 === entry.sha256) return { kind: 'already', version: newest };
      const id = `v${String(lines.length).padStart(4, '0')}`;
      await note({ kind: 'version', version: { ...entry, id } });
      byId.set(id, new TextDecoder().decode(bytes));
      const version = versions().find((each) => each.id === id);
      if (version === undefined) throw new Error(`no version of this can be kept: ${JSON.stringify(entry)}`);
      return { kind: 'kept', version };
    },
    noteRan: (ids, at) => note({ kind: 'ran', ids, at }),
    noteWriter: (id, by) => note({ kind: 'writer', id, by }),
    async announce(file, sha256, runId) {
      announced.push({ file, sha256, runId });
      await note({ kind: 'announced', files: [file], sha256, runId, at: now() });
    },
  };
}
