import type { PresetId } from '../model/preset.ts';
import { isVersionBetween } from '../versions.ts';
import { parseAddress } from './address.ts';
import type { KnownEndpoint, KnownModel, ProviderKnowledge } from './knowledge.ts';
import { local } from './local.ts';
import { modelscope } from './modelscope.ts';
import { qwen } from './qwen.ts';
import type { SourceId } from './sources.ts';
import { volcengine } from './volcengine.ts';

/** A provider as it is set up in one go. */
export interface Preset {
  readonly id: PresetId;
  readonly knowledge: ProviderKnowledge;
  /** Of `knowledge`, those that may be chosen; none: any address. */
  readonly endpoints: readonly string[];
  /** What it is called in a configuration, and its variable; the first that fits the version. */
  readonly names: readonly PresetName[];
  /** Aliases by model, where `knowledge` has none. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Only models that this source has are set up when none are named; `null`: all of the address. */
  readonly modelsOf: Readonly<Record<string, SourceId>>;
  /** Where its first model becomes the default, the others stand in for it, in their order. */
  readonly isChain: boolean;
  readonly needsKey: boolean;
}

interface PresetName {
  /** OpenClaw before this version; `null`: all others. */
  readonly before: string | null;
  readonly provider: string;
  readonly variable: string;
}

const arkAliases = {
  'ark-code-latest': 'ark',
  'doubao-seed-2.0-code': 'doubao-code',
  'doubao-seed-2.0-pro': 'doubao-pro',
  'doubao-seed-2.0-lite': 'doubao-lite',
  'doubao-seed-code': 'seed-code',
  'minimax-m2.5': 'minimax',
  'glm-4.7': 'glm',
  'deepseek-v3.2': 'deepseek',
  'kimi-k2.5': 'kimi',
} as const;

export const presets: Readonly<Record<PresetId, Preset>> = {
  'ark-coding-plan': {
    id: 'ark-coding-plan',
    knowledge: volcengine,
    endpoints: ['coding'],
    names: [{ before: null, provider: 'volcengine-plan', variable: 'VOLCANO_ENGINE_API_KEY' }],
    aliases: arkAliases,
    // What OpenClaw's own plugin adds since is to be had by name.
    modelsOf: { coding: 'ark-coding-plan' },
    isChain: false,
    needsKey: true,
  },
  qwen: {
    id: 'qwen',
    knowledge: qwen,
    endpoints: ['coding-china', 'coding-global', 'standard-china', 'standard-global'],
    // Before, `qwen` stood for the free access that is no more (openclaw issue 49557).
    names: [
      { before: '2026.3.28', provider: 'modelstudio', variable: 'MODELSTUDIO_API_KEY' },
      { before: null, provider: 'qwen', variable: 'QWEN_API_KEY' },
    ],
    aliases: {},
    // The newer ones are not in every subscription.
    modelsOf: { 'coding-china': 'openclaw-2026.3.13', 'coding-global': 'openclaw-2026.3.13' },
    isChain: false,
    needsKey: true,
  },
  modelscope: {
    id: 'modelscope',
    knowledge: modelscope,
    endpoints: ['inference'],
    names: [{ before: null, provider: 'modelscope', variable: 'MODELSCOPE_API_KEY' }],
    aliases: {},
    modelsOf: {},
    isChain: true,
    needsKey: true,
  },
  local: {
    id: 'local',
    knowledge: local,
    endpoints: [],
    names: [],
    aliases: {},
    modelsOf: {},
    isChain: false,
    needsKey: false,
  },
};

/** The addresses that may be chosen, in the order in which they are told. */
export function listChoices({ knowledge, endpoints }: Preset): readonly KnownEndpoint[] {
  return knowledge.endpoints.filter(({ id }) => endpoints.includes(id));
}

/** The models that are set up at an address when none are named. */
export function listPresetModels({ knowledge, modelsOf }: Preset, endpoint: string): readonly KnownModel[] {
  const source = modelsOf[endpoint] ?? null;
  return knowledge.models.filter(
    (model) => model.endpoints.includes(endpoint) && (source === null || model.source === source),
  );
}

export interface ChosenName {
  readonly provider: string;
  readonly variable: string;
}

/** Under which name a version of OpenClaw knows the provider, or takes it without mistaking it for another one. */
export function nameFor(preset: Preset, baseUrl: string, version: string): ChosenName {
  const name = preset.names.find(({ before }) => before === null || !isVersionBetween(version, before, null));
  return name ?? nameByAddress(baseUrl);
}

/** As OpenClaw itself makes it of an address: `custom-127-0-0-1-8317` (2026.3.13, 2026.9.6). */
function nameByAddress(baseUrl: string): ChosenName {
  const { host = '', port = null, scheme = 'http' } = parseAddress(baseUrl) ?? {};
  const name = host.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const usual = scheme === 'https' ? 443 : 80;
  return { provider: `custom-${name}${port === null ? '' : `-${port}`}`, variable: `CUSTOM_${port ?? usual}_API_KEY` };
}
