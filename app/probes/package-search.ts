import { parsePackageManifest } from '../core/parse/package-manifest.ts';
import { joinPath } from '../core/service-names.ts';
import type { Files } from '../ports/files.ts';
import { decodeText } from './unreadable.ts';

export interface FoundPackage {
  readonly root: string;
  readonly version: string | null;
  readonly nodeRange: string | null;
  /** When its package.json was written, epoch ms. */
  readonly writtenAt: number;
  /** The file from which the search began, after symlinks. */
  readonly entryPath: string;
}

/** OpenClaw's package.json is 142 kB (2026.9.6). */
const maxPackageBytes = 2 * 1024 * 1024;

/** The OpenClaw package that a file belongs to, by walking up from where its symlinks lead; `null` when there is none. */
export async function findPackage(files: Files, path: string): Promise<FoundPackage | null> {
  const result = await files.stat(path);
  if (result.kind !== 'found' || result.stat.kind !== 'file') return null;
  const entryPath = result.stat.realPath;
  let folder = parentFolder(entryPath);
  for (let level = 0; level < 4 && folder !== '/'; level += 1, folder = parentFolder(folder)) {
    const manifest = await readManifest(files, joinPath(folder, 'package.json'));
    if (manifest !== null) return { root: folder, entryPath, ...manifest };
  }
  return null;
}

async function readManifest(
  files: Files,
  path: string,
): Promise<Pick<FoundPackage, 'version' | 'nodeRange' | 'writtenAt'> | null> {
  const file = await files.read(path, { maxBytes: maxPackageBytes });
  const manifest = file.kind === 'read' ? parsePackageManifest(decodeText(file.bytes)) : null;
  if (file.kind !== 'read' || manifest === null) return null;
  return { version: manifest.version, nodeRange: manifest.nodeRange, writtenAt: file.stat.modifiedAt };
}

/**
 * The file that a command's script runs: pnpm writes `exec node "$basedir/…/openclaw.mjs" "$@"`, OpenClaw's own
 * installer an absolute path. `null` for anything else, such as the binaries of version managers.
 */
export async function readShimTarget(files: Files, path: string): Promise<string | null> {
  const file = await files.read(path, { maxBytes: 16 * 1024 });
  if (file.kind !== 'read') return null;
  const script = decodeText(file.bytes);
  if (!script.startsWith('#!')) return null;
  const target =
    /["' ]((?:\$basedir|\$\{basedir\})?\/[^"'\n]*\/(?:openclaw\.mjs|dist\/(?:entry|index)\.m?js))["'\s]/.exec(
      script,
    )?.[1];
  if (target === undefined) return null;
  return normalize(target.replace(/^\$\{?basedir\}?/, () => parentFolder(path)));
}

export function parentFolder(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';
}

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
