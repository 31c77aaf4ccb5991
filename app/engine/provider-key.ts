import { parseValue } from '../core/config-edit/document.ts';
import { readEnvValue } from '../core/config-edit/env-lines.ts';
import { at } from '../core/config-edit/plain-value.ts';
import { findWritten } from '../core/config-edit/where-written.ts';
import type { KeyRequest } from '../core/model/provider-request.ts';
import { valueOf } from '../core/model/reading.ts';
import { SecretMark, type Setting, type SettingPath } from '../core/model/setting.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { builtInVariables, credentialsOf } from '../core/providers/built-in.ts';
import { isGroup, settingAt, textAt } from '../core/settings/read.ts';
import { deriveEnvPath } from '../core/wishes/provider-add.ts';
import type { Ports } from '../ports/index.ts';

/** A key in the hands of the one request that needs it. It is in no picture, record or message. */
export type FoundKey =
  | { readonly kind: 'key'; readonly value: string }
  /** Nothing says that one is wanted. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unset'; readonly name: string }
  /** A reference that only OpenClaw can follow, or a file that cannot be read. */
  | { readonly kind: 'unreadable' };

export type KeyPorts = Pick<Ports, 'files' | 'shell' | 'typedSecrets'>;

const maxBytes = 8 * 1024 * 1024;

/** The key that the configuration gives a provider; where it gives none, that of the variable OpenClaw looks for. */
export async function findConfiguredKey(provider: string, snapshot: Snapshot, ports: KeyPorts): Promise<FoundKey> {
  const content = valueOf(snapshot.config)?.content;
  const path: SettingPath = ['models', 'providers', provider, 'apiKey'];
  const written = content?.kind === 'parsed' ? settingAt(content.settings, path) : undefined;
  if (written instanceof SecretMark) return readWrittenKey(path, snapshot, ports);
  const name = nameOf(written);
  if (name !== null) return readVariable(name, snapshot, ports);
  if (written !== undefined && written !== null && written !== '') return { kind: 'unreadable' };
  const [usual] = builtInVariables[credentialsOf(provider)] ?? [];
  if (usual === undefined) return { kind: 'none' };
  const found = await readVariable(usual, snapshot, ports);
  return found.kind === 'unset' ? { kind: 'none' } : found;
}

export async function findRequestedKey(
  key: KeyRequest | null,
  usual: string,
  snapshot: Snapshot,
  ports: KeyPorts,
): Promise<FoundKey> {
  if (key?.kind === 'typed') {
    const value = ports.typedSecrets.peek(key.ticket)?.trim();
    return value ? { kind: 'key', value } : { kind: 'unset', name: key.name ?? usual };
  }
  if (key?.kind === 'variable') {
    const value = ports.shell.variable(key.name)?.trim();
    return value ? { kind: 'key', value } : readVariable(key.name, snapshot, ports);
  }
  const found = await readVariable(usual, snapshot, ports);
  return found.kind === 'unset' ? { kind: 'none' } : found;
}

/** `${NAME}`, a bare name, or `{ source: 'env', id: 'NAME' }`; `null`: none of these. */
function nameOf(written: Setting | undefined): string | null {
  if (typeof written === 'string') {
    return /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(written)?.[1] ?? /^[A-Z][A-Z0-9_]*$/.exec(written)?.[0] ?? null;
  }
  return isGroup(written) && textAt(written, ['source']) === 'env' ? textAt(written, ['id']) : null;
}

/** From the `.env` that the gateway reads, else from this process's own environment. */
async function readVariable(name: string, snapshot: Snapshot, { files, shell }: KeyPorts): Promise<FoundKey> {
  const file = await files.read(deriveEnvPath(snapshot), { maxBytes });
  const written = file.kind === 'read' ? readEnvValue(new TextDecoder().decode(file.bytes), name) : null;
  const value = written ?? shell.variable(name)?.trim() ?? null;
  return value === null || value === '' ? { kind: 'unset', name } : { kind: 'key', value };
}

/** A key that stands in the configuration itself. */
async function readWrittenKey(path: SettingPath, snapshot: Snapshot, { files }: KeyPorts): Promise<FoundKey> {
  const content = valueOf(snapshot.config)?.content;
  const [place] = content?.kind === 'parsed' ? findWritten(content.files, path) : [];
  if (place === undefined) return { kind: 'unreadable' };
  const file = await files.read(place.file, { maxBytes });
  const parsed = file.kind === 'read' ? parseValue(new TextDecoder().decode(file.bytes)) : null;
  const value = parsed?.kind === 'value' ? at(parsed.value, place.path) : null;
  return typeof value === 'string' && value.trim() !== ''
    ? { kind: 'key', value: value.trim() }
    : { kind: 'unreadable' };
}
