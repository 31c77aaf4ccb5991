import { readConfigContent } from '../core/parse/config.ts';
import { known, unknown, type Reading } from '../core/model/reading.ts';
import type { ConfigFile } from '../core/model/config-file.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { sleep } from '../ports/clock.ts';
import { maxConfigBytes, resolveConfigFile } from './config-text.ts';
import { readMovedConfigPath } from './moved-config.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { unreadableFile } from './unreadable.ts';

/** Some editors empty the file and then fill it: what was written just now is looked at twice before it is called broken. */
const freshMs = 400;
const secondLookMs = 150;

/**
 * The configuration file, JSON5 with `$include` (OpenClaw 2026.3.13 to 2026.9.6). `absent`: there is no such file, or
 * its symlink points nowhere. A file with a mistake is known: the mistake is the content.
 */
export const configProbe: Probe<
  ConfigFile,
  /** Without a definition `configPath` is where it is. */
  { readonly configPath: string; readonly definition?: Snapshot['definition'] }
> = {
  name: 'config',
  deadlineMs: 4_000,
  async read(context, { configPath, definition }) {
    const moved = definition === undefined ? null : await readMovedConfigPath(context, definition);
    const path = moved ?? configPath;
    const first = await readConfig(context, path);
    const { clock } = context.ports;
    if (first.status !== 'known' || first.value.content.kind !== 'broken') return first;
    if (clock.now() - first.value.modifiedAt > freshMs) return first;
    await sleep(clock, secondLookMs, context.signal);
    return readConfig(context, path);
  },
};

async function readConfig(context: ProbeContext, path: string): Promise<Reading<ConfigFile>> {
  const { files, clock, secrets } = context.ports;
  const file = await files.read(path, { maxBytes: maxConfigBytes });
  if (file.kind !== 'read') return unreadableFile(file, path, clock.now());
  const resolved = await resolveConfigFile(files, path, file);
  if (resolved.kind === 'unreadable') return unknown('not-permitted', resolved.reason, clock.now());
  const content =
    resolved.kind === 'resolved'
      ? readConfigContent(resolved.value, resolved.parts, (secret) => secrets.mark(secret))
      : resolved;
  const { realPath, sizeBytes, modifiedAt, mode } = file.stat;
  const sha256 = secrets.sha256(file.bytes);
  return known({ path, realPath, sizeBytes, modifiedAt, fileMode: mode, sha256, content }, clock.now());
}
