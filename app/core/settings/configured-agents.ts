import type { Setting, SettingPath, Settings } from '../model/setting.ts';
import { groupAt, isGroup, settingAt } from './read.ts';

/** An agent as the configuration has it. */
export interface ConfiguredAgent {
  /** Lower case, as its folder is called. */
  readonly id: string;
  /** Where it is written; `null`: nowhere, it is the one that is always there. */
  readonly path: SettingPath | null;
  readonly settings: Settings;
}

/** `agents.list[]` (before 2026.8), `agents.entries` (since then); where there is neither, the agent `main`. */
export function listConfiguredAgents(settings: Settings): readonly ConfiguredAgent[] {
  const list = settingAt(settings, ['agents', 'list']);
  const listed = Array.isArray(list)
    ? (list as readonly Setting[]).flatMap((entry, index) => agentOf(entry, ['agents', 'list', index]))
    : [];
  const keyed = Object.entries(groupAt(settings, ['agents', 'entries'])).map(
    ([id, entry]): ConfiguredAgent => ({
      id: id.trim().toLowerCase(),
      path: ['agents', 'entries', id],
      settings: isGroup(entry) ? entry : {},
    }),
  );
  const all = [...keyed, ...listed];
  return all.length > 0 ? all : [{ id: mainAgent, path: null, settings: {} }];
}

/** The agent whose folder holds what all the others inherit (all versions with files). */
export const mainAgent = 'main';

function agentOf(entry: Setting, path: SettingPath): readonly ConfiguredAgent[] {
  if (!isGroup(entry) || typeof entry['id'] !== 'string') return [];
  return [{ id: entry['id'].trim().toLowerCase(), path, settings: entry }];
}
