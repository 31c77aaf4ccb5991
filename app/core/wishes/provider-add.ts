import { deriveStateDir } from '../file-places.ts';
import type { ModelWish, ProviderAddWish } from '../model/model-wish.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairQuestion, RepairStep } from '../model/repair.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { builtInVariables, credentialsOf } from '../providers/built-in.ts';
import { reachesService } from '../service-variables.ts';
import { isVersionBetween } from '../versions.ts';
import { askAboutList } from './model-choices.ts';
import { planModelEdits, readBasis } from './plan-model-edits.ts';
import { editProvider, type ProviderEdits } from './provider-edits.ts';
import type { PlanWish } from './wish.ts';

/** The key into `.env`, then the provider with its models, as this version of OpenClaw has it. */
export const addProvider: PlanWish<ProviderAddWish> = (wish, context) => {
  const basis = readBasis(wish, context);
  if ('kind' in basis) return basis;
  const { snapshot } = context;
  const edited = editProvider(wish, basis.settings, basis.version);
  const keySteps = planKey(wish, snapshot);
  const questions = [
    ...askAboutAddress(wish, edited),
    ...askAboutList(edited),
    ...askAboutName(wish, edited, snapshot, basis.version),
    ...askAboutKeys(wish, edited, snapshot),
  ];
  return planModelEdits(wish, context, { edits: edited.edits, keySteps, questions });
};

/** The `.env` that the gateway reads. */
export function deriveEnvPath(snapshot: Snapshot): string {
  return `${deriveStateDir(snapshot)}/.env`;
}

function planKey({ key }: ProviderAddWish, snapshot: Snapshot): readonly RepairStep[] {
  if (key === null || key.from === null) return [];
  const path = deriveEnvPath(snapshot);
  const place = valueOf(snapshot.credentials)?.places.find((each) => each.path === path);
  const isOpen = place !== undefined && place.fileMode !== null && (place.fileMode & 0o077) !== 0;
  return [
    ...(isOpen ? [{ kind: 'set-file-mode', path, mode: 0o600 } as const] : []),
    { kind: 'set-env-line', path, name: key.name, from: key.from },
  ];
}

function askAboutAddress(
  { baseUrl }: ProviderAddWish,
  { provider, replacedAddress }: ProviderEdits,
): readonly RepairQuestion[] {
  return replacedAddress === null ? [] : [{ code: 'replace-address', provider, from: replacedAddress, to: baseUrl }];
}

/** 2026.3.13 prefers the variable that it knows itself to the one that the configuration names (measured with requests). */
function askAboutName(
  { key }: ProviderAddWish,
  { provider }: ProviderEdits,
  snapshot: Snapshot,
  version: string,
): readonly RepairQuestion[] {
  if (key === null || !isVersionBetween(version, '2026.3.2', '2026.3.14')) return [];
  const usual = builtInVariables[provider] ?? [];
  const places = valueOf(snapshot.credentials)?.places.filter((place) => reachesService(snapshot, place)) ?? [];
  const name = usual.find((each) => each !== key.name && places.some(({ names }) => names?.includes(each)));
  // The first one that is set counts.
  const isFirst = name !== undefined && (!usual.includes(key.name) || usual.indexOf(name) < usual.indexOf(key.name));
  return isFirst ? [{ code: 'stronger-name', name, own: key.name, provider }] : [];
}

/** Nothing overrides a variable that is set already, and a key of the agent's own goes before that of the configuration. */
function askAboutKeys(
  wish: ProviderAddWish,
  { provider }: ProviderEdits,
  snapshot: Snapshot,
): readonly RepairQuestion[] {
  const { key } = wish;
  if (key === null || key.from === null) return [];
  const path = deriveEnvPath(snapshot);
  const shadowing = valueOf(snapshot.credentials)?.places.find(
    (place) =>
      place.path !== path &&
      stronger.has(place.kind) &&
      reachesService(snapshot, place) &&
      place.names?.includes(key.name),
  );
  const owner = credentialsOf(provider);
  const profiles = (valueOf(snapshot.agents)?.agents ?? []).flatMap(({ auth }) =>
    (auth?.profiles ?? []).filter((profile) => credentialsOf(profile.provider) === owner).map(({ id }) => id),
  );
  return [
    ...(shadowing
      ? [{ code: 'stronger-variable', name: key.name, place: shadowing.path ?? shadowing.kind } as const]
      : []),
    ...(profiles.length > 0 ? [{ code: 'stronger-profile', provider, profiles: [...new Set(profiles)] } as const] : []),
  ];
}

/** Where a variable comes from that goes before `.env`. */
const stronger: ReadonlySet<string> = new Set(['service', 'service-file', 'login-session']);

/** The same wish, once its key is in its place. */
export function withKeyThere(wish: ModelWish): ModelWish {
  if (wish.code !== 'provider-add' || wish.key === null) return wish;
  return { ...wish, key: { ...wish.key, from: null } };
}

/** Whether the line that was to be written can be found; one that was there before needs none. */
export function isKeyThere({ key }: ProviderAddWish, snapshot: Snapshot): boolean {
  if (key === null || key.from === null) return true;
  const path = deriveEnvPath(snapshot);
  const place = valueOf(snapshot.credentials)?.places.find((each) => each.path === path);
  return place?.names?.includes(key.name) ?? false;
}
