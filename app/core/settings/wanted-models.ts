import type { Setting, Settings } from '../model/setting.ts';
import type { ConfiguredAgent } from './configured-agents.ts';
import { listConfiguredAgents } from './configured-agents.ts';
import { groupAt, isGroup, settingAt } from './read.ts';

/** A model that an agent is to use: `provider/model`; the model's own id may hold slashes. */
export interface WantedModel {
  /** An alias is followed. */
  readonly ref: string;
  /** Lower case. */
  readonly provider: string;
  readonly model: string;
  readonly role: 'primary' | 'fallback';
}

/**
 * The models of one agent, the primary first: its own, else those of `agents.defaults.model`. A name without a provider
 * that is no alias is left out: which provider is meant depends on the version.
 */
export function listWantedModels(settings: Settings, agent: ConfiguredAgent): readonly WantedModel[] {
  const defaults = settingAt(settings, ['agents', 'defaults', 'model']);
  const own = agent.settings['model'];
  const primary = primaryOf(own) ?? primaryOf(defaults);
  const fallbacks = fallbacksOf(own) ?? fallbacksOf(defaults) ?? [];
  return [
    ...(primary === null ? [] : resolve(settings, primary, 'primary')),
    ...fallbacks.flatMap((text) => resolve(settings, text, 'fallback')),
  ];
}

/** Of all agents together. */
export function listAllWantedModels(settings: Settings): readonly WantedModel[] {
  return listConfiguredAgents(settings).flatMap((agent) => listWantedModels(settings, agent));
}

/** The provider of a reference, as OpenClaw compares it; `null`: the text is none. */
export function providerOf(ref: string): string | null {
  const slash = ref.indexOf('/');
  return slash > 0 && slash < ref.length - 1 ? ref.slice(0, slash).trim().toLowerCase() : null;
}

function primaryOf(model: Setting | undefined): string | null {
  const text = isGroup(model) ? model['primary'] : model;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function fallbacksOf(model: Setting | undefined): readonly string[] | null {
  const list = isGroup(model) ? model['fallbacks'] : undefined;
  return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : null;
}

function resolve(settings: Settings, text: string, role: WantedModel['role']): readonly WantedModel[] {
  const ref = followAlias(settings, text.trim());
  const provider = providerOf(ref);
  return provider === null ? [] : [{ ref, provider, model: ref.slice(ref.indexOf('/') + 1), role }];
}

function followAlias(settings: Settings, text: string): string {
  const models = Object.entries(groupAt(settings, ['agents', 'defaults', 'models']));
  const named = models.find(([, entry]) => {
    const alias = isGroup(entry) ? entry['alias'] : undefined;
    return typeof alias === 'string' && alias.trim().toLowerCase() === text.toLowerCase();
  });
  return named?.[0] ?? text;
}
