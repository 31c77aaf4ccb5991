import { deriveAvailable } from '../../app/core/actions/available.ts';
import { judge } from '../../app/core/judge.ts';
import { emptyMemory } from '../../app/core/model/memory.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import { type NewsKind, newsKinds } from '../../app/core/model/news.ts';
import { known } from '../../app/core/model/reading.ts';
import type { RepairOffer, RepairPlan, Run } from '../../app/core/model/repair.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { Locale, View } from '../../app/core/model/view.ts';
import { planRepair } from '../../app/core/repairs/index.ts';
import { deriveView } from '../../app/core/view.ts';
import { describeStep } from '../../app/engine/repair/exact.ts';
import { isChange } from '../../app/engine/steps/prepare-change.ts';
import { deriveOffers } from '../../app/engine/repair/offers.ts';
import { makeListener, makeProcess, makeService, makeSnapshot, readAt } from '../fakes/snapshots.ts';
import { modelsSnapshot, providerTests } from './models.ts';
import { compared, drift, historySnapshot, previewRestore } from './history.ts';

/** A gateway started by hand keeps the port, and launchd starts the service in vain. */
const stray = makeProcess({
  pid: 5822,
  startedAt: readAt - 2_880_000,
  commandLine: '/opt/homebrew/bin/node /opt/homebrew/bin/openclaw gateway run',
});

/** The moments shown in the README: readings in, judged as any other. */
export const moments = {
  healthy: makeSnapshot(),
  conflict: makeSnapshot({
    service: known(
      makeService({
        phase: 'waiting',
        rawPhase: 'spawn scheduled',
        pid: null,
        runs: 14,
        lastExit: { kind: 'code', code: 1, name: null },
        evidence: [{ command: 'launchctl print gui/501/ai.openclaw.gateway', line: 'state = spawn scheduled' }],
      }),
      readAt,
    ),
    listeners: known([makeListener({ pid: stray.pid })], readAt),
    processes: known([stray], readAt),
  }),
} as const satisfies Record<string, Snapshot>;

/** What a person sees at that moment; with `previewing` after a click on the first finding's button. */
export function deriveMoment(snapshot: Snapshot, locale: Locale, { previewing = false } = {}): View {
  return deriveView(makePicture(snapshot, previewing), { locale, localeChoice: null, timeZone: 'UTC' });
}

/** The history, unfolded as by Review in a notification; `compared`: with a version beside now. */
export function deriveHistoryMoment(locale: Locale, show: 'timeline' | 'comparison' | 'preview'): View {
  const picture = makePicture(historySnapshot, false);
  const comparing: Picture = show === 'timeline' ? picture : { ...picture, compared };
  const shown = show === 'preview' ? { ...comparing, preview: previewRestore(comparing) } : comparing;
  return deriveView(shown, { locale, localeChoice: null, timeZone: 'UTC', historyAsked: 1 });
}

/** Where the system shows no notifications: what would have been told, and the switches. */
export function deriveSettingsMoment(locale: Locale): View {
  const kinds = Object.fromEntries(newsKinds.map((kind) => [kind, true])) as Record<NewsKind, boolean>;
  const settings = { news: { kinds, snoozedUntil: null }, automatic: false, isRefused: true, asked: 1 };
  const news = [{ kind: 'drift', at: readAt, drift }] as const;
  const options = { locale, localeChoice: null, timeZone: 'UTC', settings, news };
  return deriveView(makePicture(historySnapshot, false), options);
}

/** A fallback chain, a provider that answers, and one whose key is missing. */
export function deriveModelsMoment(locale: Locale): View {
  const picture = makePicture(modelsSnapshot, false);
  return deriveView({ ...picture, providerTests }, { locale, localeChoice: null, timeZone: 'UTC' });
}

/** The moment after the conflict was repaired. */
export function deriveRepaired(locale: Locale): View {
  const { preview } = makePicture(moments.conflict, true);
  if (preview?.offer.kind !== 'repair') throw new Error('the conflict has no repair');
  const picture = { ...makePicture(moments.healthy, false), runs: [makeRun(preview.offer)] };
  return deriveView(picture, { locale, localeChoice: null, timeZone: 'UTC' });
}

function makePicture(snapshot: Snapshot, previewing: boolean): Picture {
  const judged = judge(snapshot, emptyMemory);
  const { status, findings } = judged;
  const available = deriveAvailable(snapshot, status, { now: snapshot.at, lastForcedRestartAt: null, activity: null });
  const offers = deriveOffers(judged, snapshot, { runs: [], now: snapshot.at, planRepair });
  const [first] = offers;
  const preview = previewing && first !== undefined ? describe(first) : null;
  return {
    snapshot,
    status,
    findings,
    available,
    activity: null,
    lastResult: null,
    offers,
    devices: null,
    providerTests: [],
    compared: null,
    preview,
    runs: [],
    wokeAt: null,
  };
}

function describe(offer: RepairOffer): RepairPreview {
  if (offer.kind !== 'repair') return { offer, exact: [] };
  const context = { os: 'darwin', profile: null, store: { placeOf: () => '/Users/alice/Library/…' } } as const;
  return { offer, exact: offer.steps.filter((step) => !isChange(step)).map((step) => describeStep(step, context)) };
}

function makeRun(plan: RepairPlan): Run {
  return {
    id: '2026-11-20-1',
    plan,
    profile: null,
    startedAt: readAt - 40_000,
    finishedAt: readAt - 5_000,
    stateBefore: 'conflict',
    stateAfter: 'healthy',
    verdict: 'fixed',
    steps: plan.steps.map((step) => ({ step, outcome: 'done', detail: null, inverse: { kind: 'nothing-to-undo' } })),
    undoneBy: null,
    undoes: null,
  };
}
