import type { ConfigFile } from '../core/model/config-file.ts';
import type { ConfigBackup, TokenCopy } from '../core/model/history.ts';
import { SecretMark } from '../core/model/setting.ts';
import { settingAt } from '../core/settings/read.ts';
import type { Ports } from '../ports/index.ts';
import { historyMemoryOf, readSettings, stampOf } from './history-memory.ts';

/** What was once in force, as OpenClaw says; a clobbered or rejected content never was. */
const formerName = /^(?:bak(?:\.[1-4])?|last-good)$/;
const maxBytes = 8 * 1024 * 1024;
const tokenPath = ['gateway', 'auth', 'token'] as const;

/**
 * The newest copy with a token of its own. Only looked for where the configuration is to have one and has none, and
 * only read where it has changed since the last look.
 */
export async function findTokenCopy(
  ports: Ports,
  config: ConfigFile | undefined,
  backups: readonly ConfigBackup[],
): Promise<TokenCopy | null> {
  if (!wantsToken(config)) return null;
  for (const { name, path } of backups) {
    const copy = formerName.test(name) ? await readCopy(ports, path) : null;
    if (copy !== null && copy.hasToken) return { path, modifiedAt: copy.modifiedAt, sha256: copy.sha256 };
  }
  return null;
}

/** A password, no access control at all, or a proxy that is trusted needs no token; without a word a token is meant. */
function wantsToken(config: ConfigFile | undefined): boolean {
  if (config?.content.kind !== 'parsed') return false;
  const { authMode, settings } = config.content;
  return (authMode === null || authMode === 'token') && !isToken(settingAt(settings, tokenPath));
}

const isToken = (value: ReturnType<typeof settingAt>): boolean =>
  value instanceof SecretMark && value.shape === 'ordinary';

interface Copy {
  readonly modifiedAt: number;
  readonly sha256: string;
  readonly hasToken: boolean;
}

async function readCopy(ports: Ports, path: string): Promise<Copy | null> {
  const { copies } = historyMemoryOf(ports);
  const found = await ports.files.stat(path);
  if (found.kind !== 'found' || found.stat.kind !== 'file') return null;
  const stamp = stampOf(found.stat, ports.clock.now());
  const known = copies.get(path);
  if (known !== undefined && known.stamp === stamp) return known;
  const read = await ports.files.read(path, { maxBytes });
  if (read.kind !== 'read') return null;
  const sha256 = ports.secrets.sha256(read.bytes);
  const settings = readSettings(ports, 'config', { sha256, bytes: read.bytes });
  const hasToken = isToken(settingAt(settings ?? undefined, tokenPath));
  const copy = { modifiedAt: read.stat.modifiedAt, sha256, hasToken };
  // What changed just now, or between the two looks, is read again.
  const isSettled = stamp !== null && stampOf(read.stat, ports.clock.now()) === stamp;
  if (isSettled) copies.set(path, { ...copy, stamp });
  else copies.delete(path);
  return copy;
}
