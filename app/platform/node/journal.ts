import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../../core/model/repair.ts';
import { parseRunJournal, writeRunHead } from '../../core/parse/run-journal.ts';
import type { Files } from '../../ports/files.ts';
import type { Journal } from '../../ports/journal.ts';
import { isMissing } from './file-faults.ts';
import { appendLine, createFile, makePrivateFolder, syncFolder } from './durable.ts';

const maxRuns = 50;
/** A plan and its story are some kilobytes. */
const maxBytes = 1024 * 1024;
const runFile = /^([a-z0-9-]{1,100})\.jsonl$/;

export interface JournalOptions {
  /** Our data folder; the runs are in a folder of their own in it. */
  readonly folder: string;
  readonly files: Files;
}

/** One file per run, `runs/<id>.jsonl`, which only the user may read. Ids sort by time. */
export function createJournal({ folder, files }: JournalOptions): Journal {
  const runs = join(folder, 'runs');
  const pathOf = (runId: string): string => {
    if (!runFile.test(`${runId}.jsonl`)) throw new RangeError(`not a run: ${runId}`);
    return join(runs, `${runId}.jsonl`);
  };

  async function read(name: string): Promise<Run | null> {
    const file = await files.read(join(runs, name), { maxBytes });
    if (file.kind !== 'read') return null;
    const run = parseRunJournal(Buffer.from(file.bytes).toString());
    return run !== null && `${run.id}.jsonl` === name ? run : null;
  }

  return {
    async begin(head) {
      await makePrivateFolder(runs);
      await createFile(pathOf(head.id), `${writeRunHead(head)}\n`, 0o600);
      await syncFolder(runs);
    },
    async note(runId, event) {
      await appendLine(pathOf(runId), JSON.stringify(event));
    },
    async list(atMost = maxRuns) {
      const found: Run[] = [];
      for (const name of await listNames(runs)) {
        const run = await read(name);
        if (run !== null) found.push(run);
        if (found.length >= atMost) break;
      }
      return found.sort((a, b) => b.startedAt - a.startedAt);
    },
  };
}

/** Names that a run's file can have, the newest first. A folder that is not there (yet) has none. */
async function listNames(runs: string): Promise<readonly string[]> {
  const names = await readdir(runs).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names
    .filter((name) => runFile.test(name))
    .sort()
    .toReversed();
}
