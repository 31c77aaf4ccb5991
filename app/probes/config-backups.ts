import type { ConfigBackup } from '../core/model/history.ts';
import { joinPath } from '../core/service-names.ts';
import type { Files } from '../ports/files.ts';
import { parentFolder } from './package-search.ts';

/** Behind `openclaw.json.` (OpenClaw 2026.3.13 to 2026.9.6). */
const fixedName = /^(?:bak(?:\.[1-4])?|last-good|pre-update)$/;
const datedName = /^(?:clobbered|rejected)\..+$/;
const maxDated = 50;

/** The copies that OpenClaw made beside its configuration, newest first. */
export async function listConfigBackups(files: Files, configPath: string): Promise<readonly ConfigBackup[]> {
  const folder = parentFolder(configPath);
  const prefix = `${configPath.slice(folder.length).replace(/^\//, '')}.`;
  const names = await files.list(folder);
  if (names === null || names === 'not-permitted') return [];
  const own = names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const dated = own.filter((name) => datedName.test(name)).sort();
  const backups = [...own.filter((name) => fixedName.test(name)), ...dated.slice(-maxDated)];
  const found = await Promise.all(
    backups.map(async (name) => {
      const path = joinPath(folder, prefix + name);
      const result = await files.stat(path);
      if (result.kind !== 'found' || result.stat.kind !== 'file') return [];
      const { modifiedAt, sizeBytes } = result.stat;
      return [{ name, path, modifiedAt, sizeBytes }];
    }),
  );
  return found.flat().sort((a, b) => b.modifiedAt - a.modifiedAt);
}
