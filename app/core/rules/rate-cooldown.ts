import type { Finding } from '../model/finding.ts';
import { deriveFaultCase } from '../provider-faults/case.ts';
import type { FaultCase, ProviderEntry } from '../provider-faults/case.ts';
import { listAllSaid } from '../provider-said.ts';
import type { ProviderSaid } from '../provider-said.ts';
import type { Quota } from '../providers/knowledge.ts';
import { listConfiguredAgents } from '../settings/configured-agents.ts';
import { isGroup, settingAt } from '../settings/read.ts';
import { listWantedModels, providerOf } from '../settings/wanted-models.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A limit without an end that is known is over soon; providers count by minutes. */
const soonMs = 30 * 60_000;
const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

/**
 * A provider gives no more for now, and until when, as far as it says so; or several models with a free quota each of
 * which only one is ever asked: they take turns only where `fallbacks` name them, whatever guides promise.
 */
export const rateCooldown: Rule<'rate-cooldown'> = {
  code: 'rate-cooldown',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const each = deriveFaultCase(snapshot, configured.settings, configured.version);
    return [...findUsedUp(each), ...findUnprepared(each)];
  },
};

function findUsedUp(each: FaultCase): readonly Finding<'rate-cooldown'>[] {
  const { snapshot, wanted } = each;
  const all = listAllSaid(snapshot, 'provider-429');
  return [...new Set(wanted.map(({ ref }) => ref))].flatMap((ref) => {
    const model = wanted.find((one) => one.ref === ref);
    const said = all.filter(
      (one) => one.provider === model?.provider && (one.model === null || one.model === model.model),
    );
    return model === undefined || said.length === 0 ? [] : reportUsedUp(each, model.ref, said);
  });
}

function reportUsedUp(
  { snapshot, settings, entries }: FaultCase,
  ref: string,
  said: readonly ProviderSaid[],
): readonly Finding<'rate-cooldown'>[] {
  const provider = providerOf(ref) ?? ref;
  const entry = entries.find(({ name }) => name === provider);
  const quota = entry?.known?.endpoint.quota ?? null;
  // Of several lines about one request, one tells the most.
  const last =
    said.findLast((one) => endOf(one, quota) !== null) ?? said.findLast(({ words }) => words !== '') ?? said.at(-1);
  if (last === undefined) return [];
  const until = endOf(last, quota);
  const newest = said.at(-1)?.mark.at ?? null;
  const isOver = until === null ? newest !== null && snapshot.at - newest > soonMs : until <= snapshot.at;
  if (isOver) return [];
  const fallbacks = countFallbacks(settings, ref);
  return [
    makeFinding('rate-cooldown', ref, {
      severity: fallbacks === 0 ? 'degraded' : 'notice',
      certainty: 'certain',
      args: {
        what: until === null ? 'limited' : 'used-up',
        provider: entry?.id ?? provider,
        model: ref.slice(ref.indexOf('/') + 1),
        words: last.words || null,
        until,
        calls: quota?.calls ?? null,
        spare: Math.max(0, (entry?.models.length ?? 0) - 1),
        fallbacks,
      },
      evidence: markEvidence(
        snapshot,
        said.map(({ mark }) => mark),
      ),
    }),
  ];
}

/** As the provider says it (Volcengine Ark), or at the next day of a provider whose quota is one for a day. */
function endOf({ words, mark }: ProviderSaid, quota: Quota | null): number | null {
  const [, day, time, hours, minutes] =
    /reset at (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2}):?(\d{2})/.exec(words) ?? [];
  if (day !== undefined) {
    const end = Date.parse(`${day}T${time ?? ''}${hours ?? ''}:${minutes ?? ''}`);
    return Number.isNaN(end) ? null : end;
  }
  const isForToday = /exceeded today's quota/.test(words);
  if (!isForToday || mark.at === null || quota === null || quota.midnightAt === null) return null;
  const shift = quota.midnightAt * hourMs;
  return Math.floor((mark.at + shift) / dayMs) * dayMs + dayMs - shift;
}

/** Of the agents that ask this model first or in between; the fewest that any of them has left. */
function countFallbacks(settings: FaultCase['settings'], ref: string): number {
  const rests = listConfiguredAgents(settings).flatMap((agent) => {
    const refs = listWantedModels(settings, agent).map((wanted) => wanted.ref);
    return refs.includes(ref) ? [refs.filter((each) => each !== ref).length] : [];
  });
  return rests.length === 0 ? 0 : Math.min(...rests);
}

function findUnprepared({ snapshot, settings, entries }: FaultCase): readonly Finding<'rate-cooldown'>[] {
  const model = settingAt(settings, ['agents', 'defaults', 'model']);
  // An empty list says that none are wanted.
  if (isGroup(model) && model['fallbacks'] !== undefined) return [];
  const primary = listWantedModels(settings, { id: '', path: null, settings: {} })[0];
  const entry = entries.find(({ name }) => name === primary?.provider);
  const quota = entry?.known?.endpoint.quota ?? null;
  if (primary === undefined || entry === undefined || quota === null || !countsEach(entry, quota)) return [];
  return [
    makeFinding('rate-cooldown', `unprepared/${entry.id}`, {
      severity: 'notice',
      certainty: 'certain',
      args: {
        what: 'unprepared',
        provider: entry.id,
        model: primary.model,
        words: null,
        until: null,
        calls: quota.calls,
        spare: entry.models.length - 1,
        fallbacks: 0,
      },
      evidence: [
        settingEvidence(snapshot, primary.ref, `"primary": "${primary.ref}"`),
        settingEvidence(snapshot, 'fallbacks', 'fallbacks: not set'),
      ],
    }),
  ];
}

function countsEach({ models }: ProviderEntry, { each }: Quota): boolean {
  return each === 'model' && models.length > 1;
}
