import { resolveInclude } from '../core/config-edit/where-written.ts';
import {
  type IncludeRead,
  type ReadInclude,
  resolveIncludes,
  type ResolvedConfig,
} from '../core/parse/config-includes.ts';
import { parseConfigText } from '../core/parse/config.ts';
import { redactText } from '../core/redact.ts';
import { joinPath } from '../core/service-names.ts';
import type { FileRead, Files } from '../ports/files.ts';
import { parentFolder } from './package-search.ts';

export const maxConfigBytes = 8 * 1024 * 1024;
const maxIncludeBytes = 2 * 1024 * 1024;

export type ReadFile = Extract<FileRead, { readonly kind: 'read' }>;

/** The configuration of these bytes with what it includes. Holds the secrets of the files: never kept, never shown. */
export async function resolveConfigFile(
  files: Pick<Files, 'read'>,
  path: string,
  file: ReadFile,
): Promise<ResolvedConfig> {
  const text = decodeUtf8(file.bytes);
  const document = parseConfigText(text, path);
  if (document.kind === 'broken') return document;
  const folder = parentFolder(path);
  const realFolder = parentFolder(file.stat.realPath);
  const read: ReadInclude = async (name, from) => {
    const included = resolveInclude(from, name);
    if (!isInside(included, folder)) return { kind: 'outside' };
    const found = await files.read(included, { maxBytes: maxIncludeBytes });
    return includeOf(found, included, [folder, realFolder]);
  };
  return resolveIncludes(document.value, { file: path, text }, read);
}

function includeOf(found: FileRead, path: string, folders: readonly string[]): IncludeRead {
  if (found.kind === 'missing') return { kind: 'missing' };
  if (found.kind !== 'read') return { kind: 'unreadable', reason: redactText(`$include ${path}: ${found.kind}`) };
  if (!folders.some((folder) => isInside(found.stat.realPath, folder))) return { kind: 'outside' };
  return { kind: 'text', path, text: decodeUtf8(found.bytes) };
}

/** As OpenClaw reads it: in any other encoding the file is no configuration, whatever its editor shows. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(joinPath(folder, ''));
}
