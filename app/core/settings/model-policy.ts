import type { Setting, SettingPath, Settings } from '../model/setting.ts';
import { isVersionBetween } from '../versions.ts';
import type { ConfiguredAgent } from './configured-agents.ts';
import { groupAt, isGroup, settingAt } from './read.ts';

/** Which models may be chosen. */
export interface ModelPolicy {
  /** `provider/model`, and since 2026.8.1 also `provider/*`; never empty. */
  readonly refs: readonly string[];
  /** Where the list is written. */
  readonly path: SettingPath;
  /** A list of texts, or the names of a group: there an entry is added with an empty group of settings. */
  readonly form: 'list' | 'names';
}

const namesPath = ['agents', 'defaults', 'models'] as const;
const listPath = ['agents', 'defaults', 'modelPolicy', 'allow'] as const;

/**
 * The list that is in force; `null`: every model may be chosen. Before 2026.8.1 the names of `agents.defaults.models`.
 * Since then `modelPolicy.allow`, an agent's own before the common one; where neither was ever written, still the names.
 */
export function deriveModelPolicy(
  settings: Settings,
  version: string,
  agent: ConfiguredAgent | null,
): ModelPolicy | null {
  if (isVersionBetween(version, '2026.8.1', null)) {
    const own = settingAt(agent?.settings, ['modelPolicy', 'allow']);
    if (own !== undefined) return listOf(own, [...(agent?.path ?? []), 'modelPolicy', 'allow']);
    const common = settingAt(settings, listPath);
    if (common !== undefined) return listOf(common, listPath);
    const isMigrated = settingAt(settings, ['meta', 'migrations', 'modelPolicyAllowlist']) === true;
    if (isMigrated || isGroup(settingAt(settings, listPath.slice(0, -1)))) return null;
  }
  const refs = Object.keys(groupAt(settings, namesPath)).filter((name) => name.trim() !== '');
  return refs.length === 0 ? null : { refs, path: namesPath, form: 'names' };
}

function listOf(value: Setting, path: SettingPath): ModelPolicy | null {
  const refs = Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
  return refs.length === 0 ? null : { refs: refs.map((ref) => ref.trim()), path, form: 'list' };
}

/** Exactly, or by a pattern `provider/*` or `provider/namespace/*`; cases do not matter. */
export function allowsModel({ refs }: ModelPolicy, ref: string): boolean {
  const wanted = ref.trim().toLowerCase();
  return refs.some((entry) => {
    const allowed = entry.toLowerCase();
    return allowed.endsWith('/*') ? wanted.startsWith(allowed.slice(0, -1)) : allowed === wanted;
  });
}
