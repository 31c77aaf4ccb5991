import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Asset {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** By URL path: `/index.html`, `/assets/index-a1b2.js`. */
export type Assets = ReadonlyMap<string, Asset>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Reads the built panel once. Requests then look names up in a table: no request can reach another file, and a
 * rebuild cannot mix two versions. Throws when the folder is not there.
 */
export async function readAssets(folder: string): Promise<Assets> {
  const names = await readdir(folder, { recursive: true });
  const entries = names.flatMap((name) => {
    const contentType = contentTypes[path.extname(name)];
    return contentType === undefined ? [] : [{ name, contentType }];
  });
  return new Map(
    await Promise.all(
      entries.map(async ({ name, contentType }) => {
        const bytes = await readFile(path.join(folder, name));
        return [`/${name.replaceAll(path.sep, '/')}`, { contentType, bytes }] as const;
      }),
    ),
  );
}
