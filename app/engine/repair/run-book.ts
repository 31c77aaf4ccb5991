import type { Run, RunEvent, RunHead } from '../../core/model/repair.ts';
import { applyEvent, beginRun } from '../../core/parse/run-journal.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { Pictures } from '../pictures.ts';

/** The runs of this profile, as the journal has them and as pictures show them. */
export interface RunBook {
  /** Reads the newest of the journal once; a look needs no more, because only who acts writes there. */
  load(): Promise<void>;
  /** Reads it again: another face may have written. */
  reload(): Promise<void>;
  current(): readonly Run[];
  /** On the disk first, then shown. Throws when it cannot be written. */
  begin(head: RunHead): Promise<Run>;
  note(runId: string, event: RunEvent): Promise<Run>;
  /** Shown without being written, where writing has failed. */
  show(runId: string, event: RunEvent): Run;
}

/** What a face shows, and what a plan may learn from; a single look has to be fast. */
const shownRuns = 12;

export function createRunBook({ ports, target, onError }: EngineParts, pictures: Pictures): RunBook {
  let runs: readonly Run[] = [];
  let loading: Promise<void> | null = null;

  function set(next: readonly Run[]): void {
    if (JSON.stringify(next) === JSON.stringify(runs)) return;
    runs = next;
    pictures.setRuns(runs);
  }

  async function read(atMost?: number): Promise<void> {
    try {
      const all = await ports.journal.list(atMost);
      set(all.filter(({ profile }) => profile === target.profile));
    } catch (error) {
      onError(error);
    }
  }

  function apply(runId: string, event: RunEvent): Run {
    const before = runs.find(({ id }) => id === runId);
    if (before === undefined) throw new Error(`no run ${runId}`);
    const after = applyEvent(before, event);
    set(runs.map((each) => (each === before ? after : each)));
    return after;
  }

  return {
    load: () => (loading ??= read(shownRuns)),
    reload: () => read(),
    current: () => runs,
    async begin(head) {
      await ports.journal.begin(head);
      const run = beginRun(head);
      set([run, ...runs]);
      return run;
    },
    async note(runId, event) {
      await ports.journal.note(runId, event);
      return apply(runId, event);
    },
    show: apply,
  };
}
