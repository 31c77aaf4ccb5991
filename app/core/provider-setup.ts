import type { NewProviderTestView, ProviderSetupView, SetupChoiceView } from './model/models-view.ts';
import { type PresetId, presetIds } from './model/preset.ts';
import type { KeyRequest, ProviderRequest } from './model/provider-request.ts';
import type { ProviderTest } from './model/provider-test.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { Locale } from './model/view.ts';
import type { KnownEndpoint } from './providers/knowledge.ts';
import { listChoices, listPresetModels, nameFor, type Preset, presets } from './providers/presets.ts';
import { redactText } from './redact.ts';
import { listServiceNames } from './service-variables.ts';
import { modelsPanelTexts } from './text/models-panel.ts';
import { writeProviderTest } from './text/provider-tests.ts';

/** What the dialog for a new provider offers on this machine. */
export function deriveSetupView(snapshot: Snapshot, needsDefault: boolean, locale: Locale): ProviderSetupView {
  const { open, setup, presets: labels } = modelsPanelTexts(locale);
  const names = listServiceNames(snapshot);
  const version = valueOf(snapshot.install)?.version ?? null;
  const isSet = (name: string): boolean => names.has(name);
  return {
    open,
    words: setup,
    presets: presetIds.map((id) => ({ id, label: labels[id], choices: deriveChoices(id, version, isSet, locale) })),
    needsDefault,
  };
}

function deriveChoices(
  id: PresetId,
  version: string | null,
  isSet: (name: string) => boolean,
  locale: Locale,
): readonly SetupChoiceView[] {
  const preset = presets[id];
  const texts = modelsPanelTexts(locale);
  const choices = listChoices(preset);
  if (choices.length === 0) {
    return [{ id: null, label: texts.plans.local, about: texts.billings.nothing, withoutKey: texts.noKey, models: [] }];
  }
  return choices.map((endpoint) => {
    const { variable } = version === null ? { variable: null } : nameFor(preset, endpoint.baseUrl, version);
    return {
      id: endpoint.id,
      label: writeChoice(endpoint, locale),
      about: writeBilling(endpoint, locale),
      withoutKey: variable !== null && isSet(variable) ? texts.isSet({ name: variable }) : null,
      models: listPresetModels(preset, endpoint.id).map((model) => ({
        id: model.id,
        label: writeModel(model.id, model.alias, preset),
      })),
    };
  });
}

function writeChoice({ plan, region }: KnownEndpoint, locale: Locale): string {
  const { plans, regions, choice } = modelsPanelTexts(locale);
  return region === null ? plans[plan] : choice({ plan: plans[plan], region: regions[region] });
}

function writeBilling({ billing, quota, baseUrl }: KnownEndpoint, locale: Locale): string {
  const texts = modelsPanelTexts(locale);
  const limit = quota === null ? [] : [texts.quota({ calls: quota.calls })];
  return [texts.billings[billing], ...limit, baseUrl].join(' · ');
}

function writeModel(id: string, known: string | null, { aliases }: Preset): string {
  const alias = known ?? (Object.hasOwn(aliases, id) ? (aliases[id] ?? null) : null);
  return alias === null ? id : `${id} (${alias})`;
}

/** As it is written, without a secret in it, and in full. */
export function writeAddress(address: string): string {
  return redactText(address.replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, ' '));
}

/** A provider as the dialog hands it back. */
export interface SetupAnswer {
  readonly preset: PresetId;
  readonly choice: string | null;
  readonly address: string | null;
  readonly key: KeyRequest | null;
  readonly models: readonly string[] | null;
  readonly isDefault: boolean;
}

/** A choice that is not offered is none: what is to be chosen is then told. */
export function makeProviderRequest({ choice, ...said }: SetupAnswer): ProviderRequest {
  const endpoint = listChoices(presets[said.preset]).find(({ id }) => id === choice);
  return { ...said, plan: endpoint?.plan ?? null, region: endpoint?.region ?? null };
}

/** A server may say anything, also the key that it was just given: what looks like one is no model to pick. */
export function writeNewProviderTest(test: ProviderTest, locale: Locale): NewProviderTestView {
  const { outcome } = test;
  const tones = { ok: 'good', failed: 'bad', 'no-list': 'plain', asking: 'plain' } as const;
  return {
    tone: tones[outcome.kind],
    text: writeProviderTest(test, locale),
    models: outcome.kind === 'ok' ? outcome.models.filter((model) => redactText(model) === model) : [],
  };
}
