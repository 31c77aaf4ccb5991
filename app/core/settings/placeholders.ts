import type { ConfigContent } from '../model/config-file.ts';
import { SecretMark, type Setting, type SettingPath } from '../model/setting.ts';
import { isGroup } from './read.ts';

export interface Placeholder {
  readonly file: string;
  /** Within that file. */
  readonly setting: SettingPath;
}

/** Settings in the places of keys that hold what a view once showed, or the word for no value. */
export function findPlaceholders(files: ConfigContent['files']): readonly Placeholder[] {
  return files.flatMap(({ path: file, settings }) => walk(settings, []).map((setting) => ({ file, setting })));
}

function walk(value: Setting, path: SettingPath): readonly SettingPath[] {
  if (value instanceof SecretMark) return value.shape === 'redacted' || value.shape === 'not-a-value' ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((entry: Setting, index) => walk(entry, [...path, index]));
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => walk(entry, [...path, name]));
}
