import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { actionKinds } from '../../core/model/action.ts';
import { automaticCauses } from '../../core/model/automatic.ts';
import type { AutomaticEntry } from '../../core/model/automatic.ts';
import type { Files } from '../../ports/files.ts';
import type { Notebook, NotebookEntry } from '../../ports/notebook.ts';
import type { Processes } from '../../ports/processes.ts';
import { createActionLock } from './action-lock.ts';

const maxActions = 50;
const maxBytes = 256 * 1024;

const entries = z.object({
  actions: z.array(
    z.object({
      action: z.enum(actionKinds),
      at: z.number(),
      profile: z.string().nullable(),
      succeeded: z.boolean(),
      forced: z.boolean(),
    }),
  ),
});

const automaticEntries = z.object({
  automatic: z.array(z.object({ cause: z.enum(automaticCauses), at: z.number(), profile: z.string().nullable() })),
});

export interface NotebookOptions {
  readonly folder: string;
  readonly files: Files;
  readonly processes: Processes;
}

/** Small JSON files, `actions.json`, `automatic.json` and `action.lock`, which only the user may read. */
export function createNotebook({ folder, files, processes }: NotebookOptions): Notebook {
  const path = join(folder, 'actions.json');
  const automaticPath = join(folder, 'automatic.json');
  const lock = createActionLock({ folder, files, processes });

  /** What nobody can read any more is forgotten: it only makes a restart a little less careful. */
  const readActions = async (): Promise<readonly NotebookEntry[]> => {
    const file = await files.read(path, { maxBytes });
    if (file.kind !== 'read') return [];
    return entries.safeParse(parseJson(Buffer.from(file.bytes).toString())).data?.actions ?? [];
  };

  /** Unlike an action's, such an entry is a limit: what may be there and cannot be read is not taken for nothing. */
  const readAutomatic = async (): Promise<readonly AutomaticEntry[]> => {
    const file = await files.read(automaticPath, { maxBytes });
    if (file.kind === 'missing') return [];
    if (file.kind !== 'read') throw new Error(`${automaticPath} cannot be read: ${file.kind}`);
    return automaticEntries.safeParse(parseJson(Buffer.from(file.bytes).toString())).data?.automatic ?? [];
  };

  /** Only who acts writes; a single look has to be fast. */
  const write = async (file: string, content: object): Promise<void> => {
    const { writeFile } = await import('atomically');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  };

  return {
    folder,
    async read() {
      const [actions, lockedBy] = await Promise.all([readActions(), lock.holder()]);
      return { actions: actions.slice(-maxActions), lockedBy };
    },
    async append(entry) {
      await write(path, { actions: [...(await readActions()), entry].slice(-maxActions) });
    },
    readAutomatic,
    async noteAutomatic(entry) {
      await write(automaticPath, { automatic: [...(await readAutomatic()), entry].slice(-maxActions) });
    },
    tryLock: (holder) => lock.acquire(holder),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
