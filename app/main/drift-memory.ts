import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type DriftMemory, emptyDriftMemory } from '../core/model/drift.ts';

const schema = z.object({
  settled: z.record(z.string(), z.string()).nullable(),
  toldAt: z.number().nullable(),
});
type Kept = z.infer<typeof schema>;

/** Which changes were told, or needed no telling, outlives the app. */
export interface DriftMemoryFile {
  /** Of an app that never ran, or whose file is spoilt, the empty one. */
  readonly first: DriftMemory;
  /** Writes when something changed that has to be kept. */
  keep(memory: DriftMemory): Promise<void>;
}

export async function openDriftMemory(folder: string): Promise<DriftMemoryFile> {
  const file = path.join(folder, 'drift.json');
  const kept = parse(await readFile(file, 'utf8').catch(() => ''));
  let written = kept === null ? '' : print(kept);
  return {
    first: { ...emptyDriftMemory, ...kept },
    async keep({ settled, toldAt }) {
      const text = print({ settled: settled && { ...settled }, toldAt });
      if (text === written) return;
      written = text;
      const { writeFile } = await import('atomically');
      await writeFile(file, text, { mode: 0o600 });
    },
  };
}

function print({ settled, toldAt }: Kept): string {
  return `${JSON.stringify({ settled, toldAt })}\n`;
}

function parse(content: string): Kept | null {
  try {
    return schema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}
