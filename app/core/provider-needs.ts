import { marksSinceStart } from './log-life.ts';
import type { LogMark } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { Settings } from './model/setting.ts';
import type { Snapshot } from './model/snapshot.ts';
import { builtInVariables, credentialsOf } from './providers/built-in.ts';
import { providers } from './providers/index.ts';
import type { Versions } from './providers/knowledge.ts';
import type { ServiceVariables } from './service-variables.ts';
import { groupAt, isGroup, textAt } from './settings/read.ts';
import { listAllWantedModels } from './settings/wanted-models.ts';
import { isVersionBetween } from './versions.ts';

/** A provider whose key could come out of a variable of its own, and comes from nowhere. */
export interface ProviderNeed {
  /** The variable that a shell has, else the one that OpenClaw looks for first. */
  readonly name: string;
  readonly names: readonly string[];
  readonly provider: string;
  /** A model of it that an agent is to use. */
  readonly ref: string;
  /** Where the gateway says so itself. */
  readonly marks: readonly LogMark[];
}

/**
 * Providers that need no setting but a variable, and that an agent is to use: a shell has the variable and the service
 * has not, or the gateway says that it found no key. Silent where a key stands in the settings or with a login; since
 * 2026.8.1 logins are in a database, and then only the gateway's own word counts.
 */
export function listProviderNeeds(
  snapshot: Snapshot,
  { settings, version }: { readonly settings: Settings; readonly version: string | null },
  { names, shellNames }: ServiceVariables,
): readonly ProviderNeed[] {
  if (version === null) return [];
  const wanted = listAllWantedModels(settings);
  return [...new Set(wanted.map(({ provider }) => provider))].flatMap((provider): readonly ProviderNeed[] => {
    const own = variablesOf(provider, version);
    const [first] = own;
    const ref = wanted.find((each) => each.provider === provider)?.ref;
    if (first === undefined || ref === undefined || own.some((name) => names.has(name))) return [];
    if (hasKey(snapshot, settings, provider)) return [];
    const marks = marksSinceStart(snapshot).filter(
      ({ kind, line }) => kind === 'no-api-key' && line.toLowerCase().includes(`provider "${provider}"`),
    );
    const inShell = own.find((name) => shellNames?.has(name));
    const isTold = marks.length > 0;
    const isClear = inShell !== undefined && isVersionBetween(version, '2026.2.26', '2026.8.1');
    return isTold || isClear ? [{ name: inShell ?? first, names: own, provider, ref, marks }] : [];
  });
}

/** In the order in which OpenClaw looks for them; of other versions than those that were read it is not known. */
function variablesOf(provider: string, version: string): readonly string[] {
  if (isVersionBetween(version, '2026.3.2', '2026.3.14')) return builtInVariables[provider] ?? [];
  return providers
    .flatMap(({ variables }) => variables)
    .filter(({ of, openclaw }) => of.includes(provider) && holds(openclaw, version))
    .map(({ name }) => name);
}

function holds(versions: Versions, version: string): boolean {
  if (versions === 'all') return true;
  if ('before' in versions) return isVersionBetween(version, '2026.1.1', versions.before);
  const { seenIn } = versions;
  return seenIn.includes(version) || (seenIn.includes('2026.9.6') && isVersionBetween(version, '2026.9.6', null));
}

/** In the configuration, or with a login of any agent; what cannot be read may have it. */
function hasKey(snapshot: Snapshot, settings: Settings, provider: string): boolean {
  const entry = Object.entries(groupAt(settings, ['models', 'providers'])).find(
    ([id]) => id.trim().toLowerCase() === provider,
  )?.[1];
  if (isGroup(entry) && (entry['apiKey'] !== undefined || entry['auth'] !== undefined || entry['enabled'] === false)) {
    return true;
  }
  const name = credentialsOf(provider);
  const profiles = Object.values(groupAt(settings, ['auth', 'profiles']));
  if (profiles.some((profile) => textAt(profile, ['provider'])?.toLowerCase() === name)) return true;
  const agents = valueOf(snapshot.agents);
  if (agents === undefined) return true;
  return agents.agents.some(
    ({ auth }) => auth !== null && (auth.profiles?.some((each) => each.provider.toLowerCase() === name) ?? true),
  );
}
