import type { ProviderAddWish, WishedModel } from './model/model-wish.ts';
import type { KeyRequest, ProviderFault, ProviderRequest } from './model/provider-request.ts';
import { isModelId } from './provider-answer.ts';
import { parseAddress, writeAddress } from './providers/address.ts';
import type { KnownEndpoint } from './providers/knowledge.ts';
import { listChoices, listPresetModels, nameFor, type Preset, presets } from './providers/presets.ts';

/** What is known of the machine that a provider is to be set up on. */
export interface ProviderFacts {
  readonly version: string;
  /** The gateway of the service has a variable of this name. */
  readonly isThere: (name: string) => boolean;
  /** This process has one. */
  readonly isHere: (name: string) => boolean;
  /** What the server itself says that it has; `null`: not asked. */
  readonly offered: readonly string[] | null;
}

/** Where requests would go. */
export interface Destination {
  /** `null`: an address of one's own. */
  readonly endpoint: KnownEndpoint | null;
  readonly baseUrl: string;
}

/** The one address that plan and region lead to. */
export function chooseDestination({ preset: id, plan, region, address }: ProviderRequest): Destination | ProviderFault {
  const preset = presets[id];
  const choices = listChoices(preset);
  if (choices.length === 0) return ownAddress(address);
  if (address !== null) return { kind: 'address-given', preset: id };
  const ofPlan = choices.filter((each) => plan === null || each.plan === plan);
  const plans = [...new Set(ofPlan.map((each) => each.plan))];
  if (plans.length !== 1) return { kind: 'choose-plan', preset: id, options: unique(choices.map((each) => each.plan)) };
  const fitting = ofPlan.filter((each) => region === null || each.region === region);
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) return { endpoint: only, baseUrl: only.baseUrl };
  return { kind: 'choose-region', preset: id, options: unique(ofPlan.flatMap((each) => each.region ?? [])) };
}

function ownAddress(address: string | null): Destination | ProviderFault {
  if (address === null) return { kind: 'address-needed' };
  const parsed = parseAddress(address);
  return parsed === null ? { kind: 'bad-address', address } : { endpoint: null, baseUrl: writeAddress(parsed) };
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The wish with everything chosen, or what is still to be said. */
export function makeProviderWish(request: ProviderRequest, facts: ProviderFacts): ProviderAddWish | ProviderFault {
  const destination = chooseDestination(request);
  if ('kind' in destination) return destination;
  const { baseUrl } = destination;
  const preset = presets[request.preset];
  const key = chooseKey(request, preset, baseUrl, facts);
  if (key !== null && 'kind' in key) return key;
  const models = chooseModels(request, preset, destination, facts.offered);
  if ('kind' in models) return models;
  return { code: 'provider-add', preset: preset.id, baseUrl, key, models, isDefault: request.isDefault };
}

function chooseKey(
  { key }: ProviderRequest,
  preset: Preset,
  baseUrl: string,
  facts: ProviderFacts,
): ProviderAddWish['key'] | ProviderFault {
  const { variable } = nameFor(preset, baseUrl, facts.version);
  if (key !== null) return namedKey(key, variable, facts);
  if (facts.isThere(variable)) return { name: variable, from: null };
  if (facts.isHere(variable)) return { name: variable, from: { kind: 'variable', name: variable } };
  return preset.needsKey ? { kind: 'key-missing', name: variable } : null;
}

function namedKey(key: KeyRequest, usual: string, facts: ProviderFacts): ProviderAddWish['key'] | ProviderFault {
  const name = key.name ?? usual;
  if (!isKeyName(name)) return { kind: 'bad-key-name', name };
  if (key.kind === 'typed') return { name, from: { kind: 'typed', ticket: key.ticket } };
  if (facts.isHere(name)) return { name, from: { kind: 'variable', name } };
  return facts.isThere(name) ? { name, from: null } : { kind: 'key-missing', name };
}

/** As OpenClaw takes it in `${NAME}`, and such that no other program is changed by it. */
export function isKeyName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]{0,127}$/.test(name) && /KEY|TOKEN|SECRET/.test(name) && !/^OPENCLAW_|^CLAWDBOT_/.test(name);
}

function chooseModels(
  { models }: ProviderRequest,
  preset: Preset,
  { endpoint }: Destination,
  offered: readonly string[] | null,
): readonly WishedModel[] | ProviderFault {
  if (models === null && endpoint !== null) {
    return listPresetModels(preset, endpoint.id).map(({ id }) => describeModel(id, preset, endpoint));
  }
  if (models === null || models.length === 0) {
    const [only, ...others] = offered ?? [];
    if (only === undefined || others.length > 0) return { kind: 'choose-models', models: offered ?? [] };
    return [describeModel(only, preset, endpoint)];
  }
  for (const model of models) {
    const fault = findModelFault(model, preset, offered);
    if (fault !== null) return fault;
  }
  return unique(models).map((id) => describeModel(id, preset, endpoint));
}

function findModelFault(model: string, { knowledge }: Preset, offered: readonly string[] | null): ProviderFault | null {
  if (!isModelId(model)) return { kind: 'bad-model', model };
  const mistaken = knowledge.mistakenIds.find(({ written }) => written === model);
  if (mistaken !== undefined) return { kind: 'mistaken-model', ...pick(mistaken) };
  return offered === null || offered.includes(model) ? null : { kind: 'not-offered', model, models: offered };
}

function pick({ written, meant }: { readonly written: string; readonly meant: string }) {
  return { written, meant };
}

/** With its limits where they are known: a new model may be none of ours. */
function describeModel(id: string, { knowledge, aliases }: Preset, endpoint: KnownEndpoint | null): WishedModel {
  const known = knowledge.models.find(
    (model) => model.id === id && endpoint !== null && model.endpoints.includes(endpoint.id),
  );
  const input = known?.input?.filter((each) => each !== 'video') ?? null;
  return {
    id,
    alias: known?.alias ?? (Object.hasOwn(aliases, id) ? (aliases[id] ?? null) : null),
    input,
    contextWindow: known?.contextWindow ?? null,
    maxTokens: known?.maxTokens ?? null,
  };
}
