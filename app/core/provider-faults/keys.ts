import { recentMarks } from '../log-life.ts';
import { valueOf } from '../model/reading.ts';
import { SecretMark } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listProviderSaid } from '../provider-said.ts';
import { isBuiltIn } from '../providers/built-in.ts';
import { settingEvidence } from '../rules/configured.ts';
import { markEvidence } from '../rules/log-evidence.ts';
import { isSameSetting } from '../settings/same.ts';
import { severityOf } from './case.ts';
import type { Fault, FaultCase, ProviderEntry } from './case.ts';

/** Keys that a provider refused, that cannot be keys, or that cannot be right twice. */
export function findKeys(each: FaultCase): readonly Fault[] {
  return [...findNone(each), ...findRefused(each), ...findShared(each)];
}

/** An entry without a key, of which the gateway said that it has none. Whose variable or login is missing is found elsewhere. */
function findNone({ snapshot, entries }: FaultCase): readonly Fault[] {
  const changedAt = valueOf(snapshot.config)?.modifiedAt ?? 0;
  const all = recentMarks(snapshot, 'no-api-key').filter(({ at }) => at !== null && at >= changedAt);
  return entries.flatMap((entry): readonly Fault[] => {
    const key = entry.settings['apiKey'];
    const isUnset = key === undefined || key === '' || (key instanceof SecretMark && key.shape === 'empty');
    const isOwn = entry.path !== null && !isBuiltIn(entry.name) && entry.settings['auth'] === undefined;
    const said = isUnset && isOwn && entry.used.length > 0 ? all.filter(({ line }) => namesProvider(line, entry)) : [];
    if (said.length === 0 || hasLogin(snapshot, entry)) return [];
    return [
      {
        args: { why: 'key-none', provider: entry.id, found: null, wanted: null, words: null },
        severity: severityOf(entry),
        certainty: 'certain',
        evidence: [...markEvidence(snapshot, said), settingEvidence(snapshot, `"${entry.id}"`, 'apiKey: not set')],
      },
    ];
  });
}

function namesProvider(line: string, { name }: ProviderEntry): boolean {
  return /No API key found for provider "([^"]+)"/.exec(line)?.[1]?.toLowerCase() === name;
}

function hasLogin(snapshot: Snapshot, { name }: ProviderEntry): boolean {
  const agents = valueOf(snapshot.agents)?.agents ?? [];
  return agents.some(({ auth }) => auth?.profiles?.some(({ provider }) => provider.toLowerCase() === name) ?? false);
}

function findRefused({ snapshot, entries }: FaultCase): readonly Fault[] {
  const all = listProviderSaid(snapshot, 'provider-401');
  return entries.flatMap((entry): readonly Fault[] => {
    const key = entry.settings['apiKey'];
    const isOdd = key instanceof SecretMark && key.shape === 'odd';
    const said = entry.used.length > 0 ? all.filter(({ provider }) => provider === entry.name) : [];
    const last = said.findLast(({ words }) => words !== '') ?? said.at(-1);
    if (last === undefined && !isOdd) return [];
    return [
      {
        args: { why: 'key', provider: entry.id, found: variableOf(entry), wanted: null, words: last?.words || null },
        severity: severityOf(entry),
        certainty: last === undefined ? 'likely' : 'certain',
        evidence: [
          ...markEvidence(
            snapshot,
            said.map(({ mark }) => mark),
          ),
          settingEvidence(snapshot, 'apiKey', `"apiKey": ${writeKey(entry)}`),
        ],
      },
    ];
  });
}

function variableOf({ settings }: ProviderEntry): string | null {
  const key = settings['apiKey'];
  return typeof key === 'string' ? (/^\$\{(\w+)\}$/.exec(key)?.[1] ?? null) : null;
}

function writeKey({ settings }: ProviderEntry): string {
  const key = settings['apiKey'];
  return key === undefined ? 'not set' : JSON.stringify(key);
}

/** Of these addresses each wants a key of its own, so one of two that have the same must be wrong. */
function findShared({ snapshot, entries }: FaultCase): readonly Fault[] {
  const choosy = entries.filter(({ known }) => known?.provider.keys === 'for-each-endpoint');
  return choosy.flatMap((entry, index): readonly Fault[] => {
    const key = entry.settings['apiKey'];
    const other = choosy
      .slice(0, index)
      .find(
        ({ settings, known }) =>
          key !== undefined &&
          isSameSetting(settings['apiKey'], key) &&
          known?.provider === entry.known?.provider &&
          known?.endpoint !== entry.known?.endpoint,
      );
    if (other === undefined) return [];
    return [
      {
        args: { why: 'key-shared', provider: entry.id, found: other.id, wanted: null, words: null },
        severity: 'notice',
        certainty: 'likely',
        evidence: [other, entry].map((each) =>
          settingEvidence(snapshot, `"${each.id}"`, `${each.id}: ${each.baseUrl ?? ''}, apiKey ${writeKey(each)}`),
        ),
      },
    ];
  });
}
