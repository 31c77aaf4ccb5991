import type { Finding } from './model/finding.ts';
import type {
  ChosenModel,
  ListedModel,
  ModelsReading,
  ProviderReading,
  ProviderState,
} from './model/models-reading.ts';
import type { ModelMenuView, ModelsView, ModelView, ProviderTone, ProviderView } from './model/models-view.ts';
import type { Picture } from './model/picture.ts';
import { readModels } from './models-view.ts';
import { plainName } from './plain-name.ts';
import { deriveRepairOfferView } from './preview-view.ts';
import { deriveSetupView, writeAddress } from './provider-setup.ts';
import { formatMoment, type TimeStyle } from './text/durations.ts';
import { modelTexts } from './text/models.ts';
import { modelsPanelTexts } from './text/models-panel.ts';
import { providerTestTexts, writeProviderTest } from './text/provider-tests.ts';

/** The models in words, also before there is a service; `null`: there is no OpenClaw here that could use some. */
export function deriveModelsView(picture: Picture, style: TimeStyle): ModelsView | null {
  const { status } = picture;
  if (status.state === 'remote' || status.reason === 'not-installed-no-cli') return null;
  const texts = modelTexts(style.locale);
  const panelTexts = modelsPanelTexts(style.locale);
  const reading = readModels(picture);
  const { primary = null, fallbacks = [], models = [], providers = [], list = null } = reading ?? {};
  const isKnown = reading !== null;
  return {
    title: primary === null ? texts.models : panelTexts.titleNow({ name: plainName(primary.alias ?? primary.ref) }),
    fault: isKnown ? null : texts.unreadable,
    primaryLabel: texts.primary,
    primary: primary === null ? panelTexts.own : nameModel(primary, style),
    fallbacks: {
      title: texts.fallbacks,
      rows: fallbacks.map((each) => ({ ref: each.ref, name: nameModel(each, style) })),
      words: panelTexts.fallbacks,
    },
    modelsTitle: texts.models,
    models: models.map((model) => deriveModelView(model, list, style)),
    noModels: isKnown && models.length === 0 ? texts.noModels : null,
    providersTitle: texts.providers,
    providers: providers.map((provider) => deriveProviderView(provider, picture, style)),
    noProviders: isKnown && providers.length === 0 ? panelTexts.noProviders : null,
    menu: reading && deriveMenu(reading, style),
    setup: deriveSetupView(picture.snapshot, isKnown && primary === null, style.locale),
  };
}

function nameModel({ ref, alias }: ChosenModel, { locale }: TimeStyle): string {
  if (alias === null) return plainName(ref);
  return modelsPanelTexts(locale).withAlias({ alias: plainName(alias), ref: plainName(ref) });
}

function deriveModelView(model: ListedModel, list: string | null, style: TimeStyle): ModelView {
  const texts = modelTexts(style.locale);
  const { use, standIn, spoken } = modelsPanelTexts(style.locale);
  const name = nameModel(model, style);
  const short = plainName(model.alias ?? model.ref);
  const canAnswer = model.isThere && model.use !== 'primary';
  return {
    ref: model.ref,
    name,
    marks: [
      ...(model.use === 'primary' ? [{ text: texts.isDefault, tone: 'plain' as const }] : []),
      ...(model.use === 'fallback' ? [{ text: texts.isFallback, tone: 'plain' as const }] : []),
      ...(model.isAllowed || list === null ? [] : [{ text: texts.notAllowed({ list }), tone: 'bad' as const }]),
      ...(model.isThere ? [] : [{ text: texts.notThere, tone: 'bad' as const }]),
    ],
    use: canAnswer ? { label: use, spoken: spoken.use({ name: short }) } : null,
    standIn: canAnswer ? { label: standIn, spoken: spoken.standIn({ name: short }) } : null,
  };
}

const tones: Readonly<Record<ProviderState, ProviderTone>> = {
  ok: 'good',
  asking: 'plain',
  'key-missing': 'bad',
  wrong: 'bad',
  failed: 'bad',
  'no-list': 'plain',
  'not-tested': 'plain',
};

function deriveProviderView(provider: ProviderReading, picture: Picture, style: TimeStyle): ProviderView {
  const { state, address, test } = provider;
  const { test: label, spoken, testedAt } = modelsPanelTexts(style.locale);
  const name = plainName(provider.name);
  const isAsking = state === 'asking';
  const when = test === null || isAsking ? null : formatMoment(test.at, picture.snapshot.at, style);
  const said = test === null ? null : writeProviderTest(test, style.locale);
  return {
    name: provider.name,
    state: providerTestTexts(style.locale).states[state],
    tone: tones[state],
    isAsking,
    about: describeProvider(provider, style),
    result: said === null || when === null ? said : `${said}${testedAt({ when })}`,
    test: address === null ? null : { label, spoken: spoken.test({ name }) },
    repair: deriveRepair(provider, picture, style),
  };
}

function describeProvider({ known, address, key, models, from }: ProviderReading, style: TimeStyle): readonly string[] {
  const texts = modelTexts(style.locale);
  const { about, plans, billings, models: countModels } = modelsPanelTexts(style.locale);
  const plan = Object.entries(plans).find(([id]) => id === known?.plan)?.[1];
  const billing = Object.entries(billings).find(([id]) => id === known?.billing)?.[1];
  return [
    ...(known === null || plan === undefined || billing === undefined
      ? []
      : [about({ name: known.name, plan, billing })]),
    ...(address === null ? [] : [writeAddress(address)]),
    ...(from === 'built-in' ? [texts.builtIn] : [countModels({ count: models.length })]),
    ...(key.kind === 'variable' ? [(key.isThere === false ? texts.keyMissing : texts.key)({ name: key.name })] : []),
    ...(key.kind === 'written' ? [texts.keyWritten] : []),
  ];
}

function deriveRepair(
  { name, findingId }: ProviderReading,
  { findings, offers }: Picture,
  style: TimeStyle,
): ProviderView['repair'] {
  const all = findings.flatMap(({ finding, consequences }): readonly Finding[] => [finding, ...consequences]);
  const finding = all.find(({ id }) => id === findingId);
  const offer = finding === undefined ? null : deriveRepairOfferView(finding, offers, style.locale);
  if (findingId === null || offer === null) return null;
  return { findingId, button: { label: offer.label, spoken: `${offer.label} ${plainName(name)}` } };
}

/** What has an alias, and what answers now. */
function deriveMenu({ primary, models }: ModelsReading, style: TimeStyle): ModelMenuView | null {
  const { menu, own } = modelsPanelTexts(style.locale);
  const choices = models.flatMap(({ ref, alias, use, isThere }) =>
    alias === null || !isThere ? [] : [{ ref, label: plainName(alias), isNow: use === 'primary' }],
  );
  if (primary === null && choices.length === 0) return null;
  return { label: menu({ name: primary === null ? own : plainName(primary.alias ?? primary.ref) }), choices };
}

/** The order that a person wishes, of what is known here, each once; `null`: something is not known any more. */
export function findFallbacks(refs: readonly string[], { models, fallbacks }: ModelsReading): readonly string[] | null {
  const known = new Set([
    ...fallbacks.map(({ ref }) => ref),
    ...models.filter(({ isThere }) => isThere).map(({ ref }) => ref),
  ]);
  return refs.every((ref) => known.has(ref)) ? [...new Set(refs)] : null;
}
