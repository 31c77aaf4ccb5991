import type { Run } from '../../app/core/model/repair.ts';
import { parseRunJournal, writeRunHead } from '../../app/core/parse/run-journal.ts';
import type { Journal } from '../../app/ports/journal.ts';

export interface FakeJournal extends Journal {
  /** The text of each run's file, by id: what a fresh start would read. */
  readonly texts: Map<string, string>;
  /** The next writes fail with these, one each; `null` lets one through. */
  failWith(...errors: readonly (Error | null)[]): void;
}

/** A journal in memory, in the very format of the disk. */
export function makeFakeJournal(): FakeJournal {
  const texts = new Map<string, string>();
  const failures: (Error | null)[] = [];

  function write(runId: string, line: string): void {
    const failure = failures.shift() ?? null;
    if (failure !== null) throw failure;
    texts.set(runId, `${texts.get(runId) ?? ''}${line}\n`);
  }

  return {
    texts,
    failWith: (...errors) => void failures.push(...errors),
    async begin(head) {
      if (texts.has(head.id)) throw new Error(`${head.id} is there already`);
      write(head.id, writeRunHead(head));
    },
    async note(runId, event) {
      if (!texts.has(runId)) throw new Error(`no run ${runId}`);
      write(runId, JSON.stringify(event));
    },
    async list(atMost = 50): Promise<readonly Run[]> {
      const runs = [...texts.values()].map(parseRunJournal).filter((run) => run !== null);
      return runs.sort((a, b) => b.startedAt - a.startedAt).slice(0, atMost);
    },
  };
}
