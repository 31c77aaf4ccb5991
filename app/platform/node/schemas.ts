// oxlint-disable-next-line typescript/triple-slash-reference -- a file that is a text has no other declaration
/// <reference path="./raw-text.d.ts" />
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConfigValidation } from '../../core/model/validation.ts';
import { prepareSchema } from '../../core/validation/prepare-schema.ts';
import type { FoundSchema, Schemas } from '../../ports/schemas.ts';

type Schema = { readonly [keyword: string]: unknown };

/** The versions that this program was tried with. */
const shipped: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  '2026.3.13': () => import('./openclaw-schemas/2026.3.13.json?raw'),
  '2026.9.6': () => import('./openclaw-schemas/2026.9.6.json?raw'),
};

/** One for each profile, and some for a person who goes to and fro. */
const maxNotes = 8;

const noteList = z.array(
  z.object({
    key: z.string(),
    validation: z.object({
      schemaVersion: z.string(),
      issues: z.array(
        z.object({
          path: z.string(),
          setting: z.array(z.union([z.string(), z.number()])),
          kind: z.enum(['unknown-key', 'wrong-type', 'wrong-value', 'missing']),
          message: z.string(),
          file: z.string(),
          line: z.number().nullable(),
          column: z.number().nullable(),
        }),
      ),
    }),
  }),
);
type Note = { readonly key: string; readonly validation: ConfigValidation };

export interface SchemasOptions {
  /** Our own data folder, which may not exist yet. */
  readonly folder: string;
}

/** `schemas/<version>.json` and `schemas/checked.json`, which only the user may read. */
export function createSchemas({ folder: dataFolder }: SchemasOptions): Schemas {
  const folder = join(dataFolder, 'schemas');
  const checked = join(folder, 'checked.json');
  let newest: Note | null = null;

  const readNotes = async (): Promise<readonly Note[]> =>
    noteList.safeParse(parseJson(await readText(checked))).data ?? [];

  async function write(name: string, text: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `${name}.${process.pid}.draft`);
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, join(folder, name));
  }

  return {
    async find(version) {
      if (!/^[\w.-]+$/.test(version)) return null;
      const text = await readText(join(folder, `${version}.json`));
      if (text !== null) return { source: 'kept', load: async () => readSchema(text) };
      const ours = Object.hasOwn(shipped, version) ? shipped[version] : undefined;
      if (ours === undefined) return null;
      return { source: 'shipped', load: async () => readSchema((await ours()).default) } satisfies FoundSchema;
    },
    async keep(version, text) {
      const schema = readSchema(text);
      if (!/^[\w.-]+$/.test(version) || schema === null) return false;
      return write(`${version}.json`, JSON.stringify(prepareSchema(schema))).then(
        () => true,
        () => false,
      );
    },
    async recall(key) {
      if (newest?.key === key) return newest.validation;
      newest = (await readNotes()).find((note) => note.key === key) ?? newest;
      return newest?.key === key ? newest.validation : null;
    },
    async note(key, validation) {
      newest = { key, validation };
      const others = (await readNotes()).filter((note) => note.key !== key);
      // What is not on record is only checked once more.
      await write('checked.json', JSON.stringify([newest, ...others].slice(0, maxNotes))).catch(() => undefined);
    },
  };
}

/** An object schema that names settings of OpenClaw. Before 2026.3.28 it comes with hints around it. */
function readSchema(text: string): Schema | null {
  const parsed = parseJson(text) as { schema?: unknown } | null | undefined;
  const schema = (parsed?.schema ?? parsed) as { properties?: { gateway?: unknown } } | null | undefined;
  return typeof schema?.properties?.gateway === 'object' ? (schema as Schema) : null;
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
