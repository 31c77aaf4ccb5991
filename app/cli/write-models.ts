import type {
  ChosenModel,
  ListedModel,
  ModelsReading,
  ProviderReading,
  ProviderState,
} from '../core/model/models-reading.ts';
import type { Locale, Tone } from '../core/model/view.ts';
import { plainName } from '../core/plain-name.ts';
import { modelTexts } from '../core/text/models.ts';
import { providerTestTexts, writeProviderTest } from '../core/text/provider-tests.ts';
import { indent, writeRows } from './layout.ts';
import { paint } from './paint.ts';

/** The default and who stands in, then every model with its alias. */
export function writeModels(reading: ModelsReading, locale: Locale, hasColor: boolean): string {
  const texts = modelTexts(locale);
  const { primary, models, list } = reading;
  const head = writeRows([
    [texts.primary, primary === null ? texts.ownChoice : nameModel(primary)],
    [texts.fallbacks, writeFallbacks(reading, locale)],
  ]);
  const title = paint(texts.models, 'strong', hasColor);
  const rows =
    models.length === 0 ? [texts.noModels] : [title, ...models.map((model) => writeModel(model, list, locale))];
  return `${[...head, '', ...rows].join('\n')}\n`;
}

export function writeFallbacks({ fallbacks }: ModelsReading, locale: Locale): string {
  const texts = modelTexts(locale);
  return fallbacks.length === 0 ? texts.none : fallbacks.map(nameModel).join(texts.and);
}

function nameModel({ ref, alias }: ChosenModel): string {
  return alias === null ? plainName(ref) : `${plainName(ref)} (${plainName(alias)})`;
}

function writeModel(model: ListedModel, list: string | null, locale: Locale): string {
  const texts = modelTexts(locale);
  const marks = [
    ...(model.use === 'primary' ? [texts.isDefault] : []),
    ...(model.use === 'fallback' ? [texts.isFallback] : []),
    ...(model.isAllowed || list === null ? [] : [texts.notAllowed({ list })]),
    ...(model.isThere ? [] : [texts.notThere]),
  ];
  return `  ${nameModel(model)}${marks.length === 0 ? '' : `  [${marks.join(texts.and)}]`}`;
}

const tones: Readonly<Record<ProviderState, Tone>> = {
  ok: 'good',
  asking: 'plain',
  'key-missing': 'bad',
  wrong: 'bad',
  failed: 'bad',
  'no-list': 'plain',
  'not-tested': 'plain',
};

export function writeProviders({ providers }: ModelsReading, locale: Locale, hasColor: boolean): string {
  const texts = modelTexts(locale);
  if (providers.length === 0) return `${texts.noProviders}\n`;
  const parts = providers.map((provider) => writeProvider(provider, locale, hasColor));
  return `${[paint(texts.providers, 'strong', hasColor), ...parts].join('\n')}\n`;
}

function writeProvider(provider: ProviderReading, locale: Locale, hasColor: boolean): string {
  const { name, address, key, state, test, from } = provider;
  const texts = modelTexts(locale);
  const about = [
    ...(address === null ? [] : [plainName(address)]),
    ...(from === 'built-in' ? [texts.builtIn] : []),
    ...(key.kind === 'variable' ? [(key.isThere === false ? texts.keyMissing : texts.key)({ name: key.name })] : []),
    ...(key.kind === 'written' ? [texts.keyWritten] : []),
  ];
  const lines = [
    `  ${plainName(name)}  ${paint(providerTestTexts(locale).states[state], tones[state], hasColor)}`,
    ...(about.length === 0 ? [] : [indent(about.join(texts.and), 4)]),
    ...(test === null ? [] : [indent(writeProviderTest(test, locale), 4)]),
  ];
  return lines.join('\n');
}
