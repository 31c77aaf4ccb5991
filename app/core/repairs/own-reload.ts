import { deriveReload, readReloadMode, type Reload, type ReloadMode } from '../config-reload.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { settingAt } from '../settings/read.ts';
import { settingsOf } from '../tokens.ts';
import type { RestartWish } from './edit.ts';

const byItself: Readonly<Record<Exclude<Reload, 'none'>, readonly ReloadMode[]>> = {
  hot: ['hybrid', 'hot'],
  restart: ['hybrid', 'restart'],
};

/** A running gateway that takes the change in by itself needs no second restart; where that is not known it gets one. */
export function restartFor(snapshot: Snapshot, path: string): RestartWish {
  const version = valueOf(snapshot.install)?.version ?? null;
  const reload = version === null ? 'unknown' : deriveReload(path, version);
  if (reload === 'none') return 'never';
  if (reload === 'unknown') return 'if-running';
  const mode = readReloadMode(settingAt(settingsOf(snapshot) ?? {}, ['gateway', 'reload', 'mode']));
  return byItself[reload].includes(mode) ? 'never' : 'if-running';
}
