import { configured } from '../core/configured-machines.ts';
import { makePaired, makeRequest } from '../core/make-access.ts';
import { findingCodes } from '../../app/core/model/finding.ts';
import type { Finding } from '../../app/core/model/finding.ts';
import type { ProviderTest } from '../../app/core/model/provider-test.ts';
import { known, unknown } from '../../app/core/model/reading.ts';
import type { RepairOffer, Run } from '../../app/core/model/repair.ts';
import { verdicts } from '../../app/core/model/repair.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import type { GatewayState, StateReason } from '../../app/core/model/state.ts';
import { gatewayStates } from '../../app/core/model/state.ts';
import type { Locale, View } from '../../app/core/model/view.ts';
import type { ViewOptions } from '../../app/core/view.ts';
import { deriveView } from '../../app/core/view.ts';
import { findingArgs, fullStateArgs } from '../core/text/sample-args.ts';
import {
  instructions,
  killPlan,
  makePlan,
  makePreview,
  makeRun,
  notLoadedFinding,
  openRun,
  refusal,
} from '../fakes/repairs.ts';
import { makePicture, makeSnapshot, makeStatus, readAt } from '../fakes/snapshots.ts';
import {
  bindOpened,
  configPath,
  firstSeen,
  makeDiff,
  makeHistoryFacts,
  makeVersion,
  portMoved,
  somebody,
  stamped,
  tokenGone,
} from '../fakes/versions.ts';

const reasons: Readonly<Record<GatewayState, StateReason>> = {
  healthy: 'ready',
  degraded: 'live-not-ready',
  starting: 'startup-not-finished',
  stopping: 'draining',
  unresponsive: 'not-answering',
  unmanaged: 'live-without-service',
  conflict: 'service-and-stray',
  'crash-looping': 'exits-again-and-again',
  stopped: 'stopped-on-purpose',
  disabled: 'service-disabled',
  'not-installed': 'not-installed-never-registered',
  'port-taken': 'foreign-program-on-port',
  remote: 'remote-mode',
  unknown: 'cannot-read-service',
};

export interface NamedView {
  readonly name: string;
  readonly view: View;
}

/** One view per state, and the fullest ones, as the project's own texts say them. */
export function everyView(locale: Locale): readonly NamedView[] {
  const style = { locale, localeChoice: null, timeZone: 'UTC' };
  const states = gatewayStates.map((state) => ({
    name: state,
    view: deriveView(makePicture({ status: makeStatus({ state, reason: reasons[state] }, fullStateArgs) }), style),
  }));
  return [
    ...states,
    { name: 'every finding', view: deriveView(makePicture({ findings: everyFinding(), offers: everyOffer() }), style) },
    { name: 'the history, with a comparison', view: deriveView(historyPicture(), { ...style, historyAsked: 1 }) },
    { name: 'devices', view: deriveView(devicesPicture(), style) },
    { name: 'models', view: deriveView(modelsPicture(), style) },
    { name: 'nothing could be read', view: deriveView(makePicture({ snapshot: blindSnapshot() }), style) },
    {
      name: 'an action runs',
      view: deriveView(makePicture({ available: [], activity: { action: 'restart', startedAt: readAt } }), style),
    },
    { name: 'an action failed', view: deriveView(failedPicture(), style) },
    {
      name: 'a repair runs',
      view: deriveView(
        makePicture({
          available: [],
          activity: { action: 'repair', startedAt: openRun.startedAt },
          runs: [openRun, ...everyRun()],
        }),
        style,
      ),
    },
    { name: 'news and settings', view: deriveView(makePicture(), { ...style, ...told }) },
    { name: 'a repair was interrupted', view: deriveView(makePicture({ runs: [openRun, ...everyRun()] }), style) },
    ...everyRun().map((run) => ({
      name: `a repair is over: ${run.verdict}`,
      view: deriveView(makePicture({ runs: [run] }), style),
    })),
  ];
}

const notLoadedStatus = makeStatus({ state: 'stopped', reason: 'not-loaded' });

/** Both kinds of news, and all there is to switch. */
const told: Pick<ViewOptions, 'news' | 'settings'> = {
  news: [
    {
      kind: 'drift',
      at: readAt,
      drift: {
        at: readAt,
        by: somebody,
        changes: [{ ...portMoved, file: configPath }],
        ranges: [{ fromId: 'v0', toId: 'v1' }],
      },
    },
    { kind: 'recovered', at: readAt, status: makeStatus(), finding: null },
    { kind: 'down', at: readAt - 60_000, status: notLoadedStatus, finding: notLoadedFinding },
  ],
  settings: {
    news: {
      kinds: { down: true, conflict: true, 'crash-looping': true, degraded: false, recovered: true, drift: true },
      snoozedUntil: readAt + 3_600_000,
    },
    automatic: true,
    isRefused: true,
    asked: 1,
  },
};

/** One view per kind of offer, with the project's own texts. */
export function everyPreview(locale: Locale): readonly NamedView[] {
  const findings = [{ finding: notLoadedFinding, consequences: [] }];
  const offers = [makePlan(), killPlan, refusal, { ...instructions, findingId: notLoadedFinding.id }];
  return offers.map((offer) => ({
    name: offer.kind,
    view: deriveView(makePicture({ findings, offers, preview: makePreview(offer) }), {
      locale,
      localeChoice: null,
      timeZone: 'UTC',
    }),
  }));
}

/** The longest list, one comparison, and names that do not break by themselves. */
function historyPicture() {
  const long = { ...portMoved, path: `models.providers.${'long-'.repeat(12)}name.baseUrl` };
  const versions = Array.from({ length: 31 }, (_each, index) =>
    makeVersion({
      id: `v${index}`,
      at: readAt - index * 3_600_000,
      changed: index === 1 ? [portMoved, bindOpened, tokenGone, long, stamped] : [],
      by: index === 30 ? firstSeen : { kind: 'openclaw', command: 'config set' },
      ranAt: index === 2 ? readAt : null,
    }),
  );
  const backups = [{ name: 'bak', path: `${configPath}.bak`, modifiedAt: readAt - 60_000, sizeBytes: 300 }];
  const history = known(makeHistoryFacts(versions, { backups, fault: 'the disk is full' }), readAt);
  const outcome = makeDiff({ changes: [portMoved, tokenGone, long] });
  return makePicture({ snapshot: makeSnapshot({ history }), compared: { reference: 'v1', outcome } });
}

/** One that waits and one that is revoked, with names that do not break by themselves. */
function devicesPicture() {
  const long = `${'long-'.repeat(12)}name`;
  const paired = makePaired({ deviceId: 'a1b2c3d4', name: long });
  const tokens = paired.tokens.map((token) => ({ ...token, revokedAt: readAt }));
  const list = {
    pending: [makeRequest({ name: long, at: readAt })],
    paired: [{ ...paired, tokens }],
    ownDeviceId: null,
  };
  return makePicture({ devices: known(list, readAt) });
}

/** Names that do not break by themselves, every mark, a provider that is asked, one that answers, one that does not. */
function modelsPicture() {
  const long = `${'long-'.repeat(12)}name`;
  const baseUrl = `https://${long}.example/api/coding/v3`;
  const entry = { baseUrl, api: 'openai-completions', models: [{ id: long }, { id: 'two' }] };
  const settings: Settings = {
    models: { providers: { [long]: { ...entry, apiKey: '${ARK_API_KEY}' }, own: entry, asked: entry } },
    agents: {
      defaults: {
        model: { primary: `${long}/${long}`, fallbacks: [`own/${long}`, 'own/two'] },
        models: { [`${long}/${long}`]: { alias: 'kimi' }, 'own/gone': { alias: 'gone' } },
      },
    },
  };
  const snapshot = configured(settings);
  const base = { url: null, at: snapshot.at, proxies: ['HTTPS_PROXY'] };
  const problem = { why: 'bad-key', httpStatus: 401, detail: null } as const;
  const providerTests: readonly ProviderTest[] = [
    { ...base, provider: long, outcome: { kind: 'failed', problem } },
    { ...base, provider: 'own', outcome: { kind: 'ok', models: ['two'], missing: [long] } },
    { ...base, provider: 'asked', outcome: { kind: 'asking' } },
  ];
  return makePicture({ snapshot, providerTests });
}

function everyRun(): readonly Run[] {
  return verdicts.map((verdict) => makeRun({ id: verdict, verdict }));
}

function everyFinding() {
  const severities = ['blocking', 'degraded', 'notice'] as const;
  const findings = findingCodes.map((code, index) => ({
    id: `${code}:x`,
    code,
    subject: 'x',
    severity: severities[index % 3],
    certainty: index % 2 === 0 ? 'certain' : 'likely',
    args: findingArgs[code][0],
    evidence: [{ command: `launchctl print gui/501/${'long-'.repeat(30)}label`, line: 'state = running' }],
  })) as unknown as Finding[];
  return findings.map((finding) => ({ finding, consequences: findings.slice(0, 2) }));
}

/** Every finding offers something: a plan, a refusal or instructions. */
function everyOffer(): readonly RepairOffer[] {
  const offers = [makePlan(), refusal, instructions] as const;
  return findingCodes.flatMap((code, index) => {
    const offer = offers[index % offers.length];
    return offer === undefined ? [] : [Object.assign({}, offer, { code, findingId: `${code}:x` })];
  });
}

function blindSnapshot() {
  const blind = unknown('timed-out', 'no answer within 3000 ms', readAt);
  return makeSnapshot({ service: blind, definition: blind, config: blind, listeners: blind, log: blind, reach: blind });
}

function failedPicture() {
  return makePicture({
    lastResult: {
      action: 'restart',
      outcome: 'failed',
      refusal: null,
      question: null,
      steps: [
        {
          step: { kind: 'restart-loaded-service', serviceTarget: 'gui/501/ai.openclaw.gateway' },
          outcome: 'timed-out',
          detail: 'launchctl kickstart -k gui/501/ai.openclaw.gateway',
        },
      ],
      startedAt: readAt - 9000,
      finishedAt: readAt,
    },
  });
}
