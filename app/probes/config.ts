import { type IncludeRead, type ReadInclude, resolveIncludes } from '../core/parse/config-includes.ts';
import { parseConfigText, readConfigContent } from '../core/parse/config.ts';
import { known, unknown, type Reading } from '../core/model/reading.ts';
import type { ConfigFile } from '../core/model/config-file.ts';
import { redactText } from '../core/redact.ts';
import { joinPath } from '../core/service-names.ts';
import { sleep } from '../ports/clock.ts';
import type { FileRead } from '../ports/files.ts';
import { parentFolder } from './package-search.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { unreadableFile } from './unreadable.ts';

const maxBytes = 8 * 1024 * 1024;
const maxIncludeBytes = 2 * 1024 * 1024;
/** Some editors empty the file and then fill it: what was written just now is looked at twice before it is called broken. */
const freshMs = 400;
const secondLookMs = 150;

/**
 * The configuration file, JSON5 with `$include` (OpenClaw 2026.3.13 to 2026.9.6). `absent`: there is no such file, or
 * its symlink points nowhere. A file with a mistake is known: the mistake is the content.
 */
export const configProbe: Probe<ConfigFile, { readonly configPath: string }> = {
  name: 'config',
  deadlineMs: 4_000,
  async read(context, { configPath }) {
    const first = await readConfig(context, configPath);
    const { clock } = context.ports;
    if (first.status !== 'known' || first.value.content.kind !== 'broken') return first;
    if (clock.now() - first.value.modifiedAt > freshMs) return first;
    await sleep(clock, secondLookMs, context.signal);
    return readConfig(context, configPath);
  },
};

async function readConfig(context: ProbeContext, path: string): Promise<Reading<ConfigFile>> {
  const { files, clock } = context.ports;
  const file = await files.read(path, { maxBytes });
  if (file.kind !== 'read') return unreadableFile(file, path, clock.now());
  const content = await readContent(context, path, file);
  if (content.kind === 'unreadable') return unknown('not-permitted', content.reason, clock.now());
  const { realPath, sizeBytes, modifiedAt, mode } = file.stat;
  return known({ path, realPath, sizeBytes, modifiedAt, fileMode: mode, content }, clock.now());
}

type ReadFile = Extract<FileRead, { readonly kind: 'read' }>;
type Content = ConfigFile['content'] | { readonly kind: 'unreadable'; readonly reason: string };

async function readContent({ ports }: ProbeContext, path: string, file: ReadFile): Promise<Content> {
  const text = decodeUtf8(file.bytes);
  const document = parseConfigText(text, path);
  if (document.kind === 'broken') return document;
  const folder = parentFolder(path);
  const realFolder = parentFolder(file.stat.realPath);
  const read: ReadInclude = async (name, from) => {
    const included = resolvePath(parentFolder(from), name);
    if (!isInside(included, folder)) return { kind: 'outside' };
    const found = await ports.files.read(included, { maxBytes: maxIncludeBytes });
    return includeOf(found, included, [folder, realFolder]);
  };
  const resolved = await resolveIncludes(document.value, { file: path, text }, read);
  return resolved.kind === 'resolved' ? readConfigContent(resolved.value, resolved.includes) : resolved;
}

function includeOf(found: FileRead, path: string, folders: readonly string[]): IncludeRead {
  if (found.kind === 'missing') return { kind: 'missing' };
  if (found.kind !== 'read') return { kind: 'unreadable', reason: redactText(`$include ${path}: ${found.kind}`) };
  if (!folders.some((folder) => isInside(found.stat.realPath, folder))) return { kind: 'outside' };
  return { kind: 'text', path, text: decodeUtf8(found.bytes) };
}

/** As OpenClaw reads it: in any other encoding the file is no configuration, whatever its editor shows. */
function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(joinPath(folder, ''));
}

/** `./a/../b.json5` below a folder, with the dots worked out. */
function resolvePath(folder: string, name: string): string {
  const parts: string[] = [];
  for (const part of (name.startsWith('/') ? name : joinPath(folder, name)).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
