import { SecretMark } from '../model/setting.ts';
import type { ConfigEdit } from '../model/repair.ts';
import type { PlainValue, Setting, SettingPath, Settings } from '../model/setting.ts';
import { listConfiguredAgents } from './configured-agents.ts';
import { isGroup, settingAt } from './read.ts';

/**
 * The edits that write another reference wherever agents are to use this one: as their model, among their fallbacks, in
 * the list of names. `null`: a place holds what must not be written anew.
 */
export function planNewRef(settings: Settings, from: string, to: string): readonly ConfigEdit[] | null {
  const agents = listConfiguredAgents(settings).flatMap(({ path }) => (path === null ? [] : [path]));
  const chosen = [['agents', 'defaults'], ...agents].flatMap((path) => inModel(settings, [...path, 'model'], from, to));
  const named = inNames(settings, ['agents', 'defaults', 'models'], from, to);
  const allowed = inList(settings, ['agents', 'defaults', 'modelPolicy', 'allow'], from, to);
  return named === null ? null : [...chosen, ...named, ...allowed];
}

function inModel(settings: Settings, path: SettingPath, from: string, to: string): readonly ConfigEdit[] {
  const model = settingAt(settings, path);
  if (!isGroup(model)) return replaced(settings, path, from, to);
  return [...replaced(settings, [...path, 'primary'], from, to), ...inList(settings, [...path, 'fallbacks'], from, to)];
}

function inList(settings: Settings, path: SettingPath, from: string, to: string): readonly ConfigEdit[] {
  const list = settingAt(settings, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_entry: Setting, index) => replaced(settings, [...path, index], from, to));
}

function replaced(settings: Settings, path: SettingPath, from: string, to: string): readonly ConfigEdit[] {
  const text = settingAt(settings, path);
  return typeof text === 'string' && text.trim() === from ? [{ op: 'set', path, value: to }] : [];
}

/** A name with its settings (an alias) moves; where the new name is there already, the old one only goes. */
function inNames(settings: Settings, path: SettingPath, from: string, to: string): readonly ConfigEdit[] | null {
  const names = settingAt(settings, path);
  if (!isGroup(names) || !Object.hasOwn(names, from)) return [];
  const value = toPlain(names[from] ?? {});
  if (value === null) return null;
  const added: readonly ConfigEdit[] = Object.hasOwn(names, to) ? [] : [{ op: 'set', path: [...path, to], value }];
  return [...added, { op: 'remove', path: [...path, from] }];
}

/** Without secrets, or not at all. */
function toPlain(value: Setting): PlainValue | null {
  return holdsSecret(value) ? null : (value as PlainValue);
}

function holdsSecret(value: Setting): boolean {
  if (value instanceof SecretMark) return true;
  if (Array.isArray(value)) return (value as readonly Setting[]).some(holdsSecret);
  return isGroup(value) && Object.values(value).some(holdsSecret);
}
