import type { Certainty, Finding, FindingArgsByCode, Severity } from '../model/finding.ts';
import type { SettingPath, Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { builtInPlans } from '../providers/built-in.ts';
import { findEndpoint } from '../providers/index.ts';
import type { KnownEndpoint, ProviderKnowledge } from '../providers/knowledge.ts';
import { groupAt, isGroup, settingAt, textAt } from '../settings/read.ts';
import { listAllWantedModels } from '../settings/wanted-models.ts';
import type { WantedModel } from '../settings/wanted-models.ts';

/** A provider of the configuration, with what is known of the address that it has. */
export interface ProviderEntry {
  /** As it is written. */
  readonly id: string;
  /** Lower case, as references are compared. */
  readonly name: string;
  /** Where it is written; `null`: nowhere, OpenClaw knows it by itself. */
  readonly path: SettingPath | null;
  readonly settings: Settings;
  readonly baseUrl: string | null;
  readonly api: string | null;
  readonly models: readonly EntryModel[];
  /** The models of it that an agent is to use. */
  readonly used: readonly WantedModel[];
  readonly known: { readonly provider: ProviderKnowledge; readonly endpoint: KnownEndpoint } | null;
}

export interface EntryModel {
  readonly id: string;
  readonly path: SettingPath;
  readonly settings: Settings;
}

export interface FaultCase {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** `null`: not known, and nothing that depends on it can be said. */
  readonly version: string | null;
  readonly entries: readonly ProviderEntry[];
  readonly wanted: readonly WantedModel[];
}

export type FaultArgs = FindingArgsByCode['provider-wrong'];

/** One mistake, before it is a finding. */
export interface Fault {
  readonly args: FaultArgs;
  /** What tells it from another mistake of the same kind with the same provider. */
  readonly about?: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly evidence: Finding['evidence'];
}

/** All that is switched on and can be told: an address that comes out of a variable is nobody's. */
export function deriveFaultCase(snapshot: Snapshot, settings: Settings, version: string | null): FaultCase {
  const wanted = listAllWantedModels(settings);
  const written = Object.entries(groupAt(settings, ['models', 'providers'])).flatMap(([id, entry]) =>
    isGroup(entry) && !isOff(settings, id, entry) ? [entryOf(id, entry, wanted)] : [],
  );
  const names = new Set(written.map(({ name }) => name));
  const itself = Object.keys(builtInPlans)
    .filter((name) => !names.has(name) && wanted.some(({ provider }) => provider === name))
    .map((name) => ({ ...entryOf(name, {}, wanted), path: null }));
  return { snapshot, settings, version, entries: [...written, ...itself], wanted };
}

function isOff(settings: Settings, id: string, entry: Settings): boolean {
  return entry['enabled'] === false || groupAt(settings, ['plugins', 'entries', id])['enabled'] === false;
}

function entryOf(id: string, settings: Settings, wanted: readonly WantedModel[]): ProviderEntry {
  const name = id.trim().toLowerCase();
  const path = ['models', 'providers', id];
  const baseUrl = textAt(settings, ['baseUrl']);
  const list = settingAt(settings, ['models']);
  const models = (Array.isArray(list) ? list : []).flatMap((model: Settings[string], index): readonly EntryModel[] =>
    isGroup(model) && typeof model['id'] === 'string'
      ? [{ id: model['id'], path: [...path, 'models', index], settings: model }]
      : [],
  );
  return {
    id,
    name,
    path,
    settings,
    baseUrl,
    api: textAt(settings, ['api']),
    models,
    used: wanted.filter(({ provider }) => provider === name),
    known: findEndpoint(baseUrl ?? builtInPlans[name]?.baseUrl ?? ''),
  };
}

/** The models that are written in the entry, and those that an agent is to use of it. */
export function listIds({ models, used }: Pick<ProviderEntry, 'models' | 'used'>): readonly string[] {
  return [...new Set([...models.map(({ id }) => id), ...used.map(({ model }) => model)])];
}

/** Somebody is to get an answer from it. */
export function severityOf({ used }: Pick<ProviderEntry, 'used'>): Severity {
  return used.length > 0 ? 'degraded' : 'notice';
}

export function normalizeUrl(url: string): string {
  return url.trim().replace(/\/+$/, '').toLowerCase();
}
