import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { NewsMemory } from '../core/model/news.ts';
import { emptyNewsMemory, newsKinds } from '../core/model/news.ts';

const incidentKinds = newsKinds.filter((kind) => kind !== 'recovered' && kind !== 'drift');
const schema = z.object({
  incident: z
    .object({ kind: z.enum(incidentKinds), since: z.number(), state: z.enum(['new', 'told', 'known']) })
    .nullable(),
  toldAt: z.partialRecord(z.enum(newsKinds), z.number()),
});
type Kept = z.infer<typeof schema>;

/** What was told outlives the app: it is not told again. */
export interface NewsMemoryFile {
  /** As the last start of the app has left it; of an app that never ran, or whose file is spoilt, the empty one. */
  readonly first: NewsMemory;
  /** Writes when something changed that has to be kept. */
  keep(memory: NewsMemory): Promise<void>;
}

export async function openNewsMemory(folder: string): Promise<NewsMemoryFile> {
  const file = path.join(folder, 'news.json');
  const kept = parse(await readFile(file, 'utf8').catch(() => ''));
  let written = kept === null ? '' : print(kept);
  return {
    first: kept === null ? emptyNewsMemory : { ...emptyNewsMemory, ...kept, phase: 'again' },
    async keep({ incident, toldAt, phase }) {
      const text = print({ incident, toldAt });
      if (text === written || phase !== 'watching') return;
      written = text;
      const { writeFile } = await import('atomically');
      await writeFile(file, text, { mode: 0o600 });
    },
  };
}

function print(kept: Kept): string {
  return `${JSON.stringify({ incident: kept.incident, toldAt: kept.toldAt })}\n`;
}

function parse(content: string): Kept | null {
  try {
    return schema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}
