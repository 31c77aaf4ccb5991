import type { RequestBody } from '../app/contract/requests.ts';
import type {
  NewProviderTestView,
  PresetView,
  ProviderSetupView,
  SetupChoiceView,
} from '../app/core/model/models-view.ts';
import type { PresetId } from '../app/core/model/preset.ts';

export type NewProvider = RequestBody<'previewProvider'>;
export type KeyWay = 'none' | 'typed' | 'variable';

/** What a person chose so far in the dialog for a new provider. A typed key is not in here, nor its ticket. */
export interface Answers {
  readonly preset: PresetId;
  readonly choice: string | null;
  readonly address: string;
  readonly keyWay: KeyWay;
  readonly variable: string;
  /** Ids that can be picked, and those that are. */
  readonly offered: readonly SetupChoiceView['models'][number][];
  readonly picked: readonly string[];
  /** `null`: the default stays. */
  readonly standard: string | null;
  /** Of exactly these answers; `null`: not tested. */
  readonly test: NewProviderTestView | null;
}

/** A preset, with its first plan and all of its models; what was said of another one is gone. */
export function startAnswers(setup: ProviderSetupView, preset: PresetView, choice = preset.choices[0]): Answers {
  const offered = choice?.models ?? [];
  const picked = offered.map(({ id }) => id);
  return {
    preset: preset.id,
    choice: choice?.id ?? null,
    address: '',
    keyWay: choice?.withoutKey === null ? 'typed' : 'none',
    variable: '',
    offered,
    picked,
    standard: setup.needsDefault ? (picked[0] ?? null) : null,
    test: null,
  };
}

export function findChoice(setup: ProviderSetupView, { preset, choice }: Answers): SetupChoiceView | undefined {
  return setup.presets.find(({ id }) => id === preset)?.choices.find(({ id }) => id === choice);
}

/** Where the server alone knows its models, they can be picked from now on; the only one is. */
export function withTest(answers: Answers, test: NewProviderTestView, { needsDefault }: ProviderSetupView): Answers {
  if (answers.choice !== null) return { ...answers, test };
  const kept = answers.picked.filter((id) => test.models.includes(id));
  const picked = kept.length === 0 && test.models.length === 1 ? test.models : kept;
  const offered = test.models.map((id) => ({ id, label: id }));
  return withPicked({ ...answers, test, offered }, picked, needsDefault);
}

/** In the order of the list. A default that is not picked any more is none. */
export function withPicked(answers: Answers, ids: readonly string[], needsDefault: boolean): Answers {
  const picked = answers.offered.map(({ id }) => id).filter((id) => ids.includes(id));
  const isThere = answers.standard !== null && picked.includes(answers.standard);
  const first = needsDefault && answers.standard === null && answers.picked.length === 0 ? (picked[0] ?? null) : null;
  return { ...answers, picked, standard: isThere ? answers.standard : first };
}

/** The first model is the one that becomes the default. `ticket`: of the key that was typed. */
export function toRequest(answers: Answers, ticket: string | null): NewProvider {
  const { preset, choice, address, picked, standard } = answers;
  const models = standard === null ? picked : [standard, ...picked.filter((id) => id !== standard)];
  return {
    preset,
    choice,
    address: choice === null && address.trim() !== '' ? address.trim() : null,
    key: toKey(answers, ticket),
    models: models.length === 0 ? null : [...models],
    isDefault: standard !== null,
  };
}

function toKey({ keyWay, variable }: Answers, ticket: string | null): NewProvider['key'] {
  if (keyWay === 'typed') return ticket === null ? null : { kind: 'typed', ticket, name: null };
  return keyWay === 'variable' ? { kind: 'variable', name: variable.trim() } : null;
}
