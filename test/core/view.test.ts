import { describe, expect, test } from 'vitest';
import type { ActionResult } from '../../app/core/model/action.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { gatewayStates } from '../../app/core/model/state.ts';
import type { GatewayState } from '../../app/core/model/state.ts';
import { labelKeys, locales } from '../../app/core/model/view.ts';
import { deriveView } from '../../app/core/view.ts';
import { makePlan, makePreview, makeRun, refusal } from '../fakes/repairs.ts';
import { at, seconds } from './make-moment.ts';
import { makePicture, makeStatus, notLoaded, wrongPort } from './make-picture.ts';
import { cannotRead, makeForeignReach, makeLog, makeRefusedReach } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';

const options = { locale: 'en', localeChoice: null, timeZone: 'UTC' } as const;
const inState = (state: GatewayState) => makePicture({ status: makeStatus({ state }) });

describe('a healthy Mac', () => {
  const view = deriveView(makePicture(), options);

  test('is told in one line and one sentence', () => {
    expect(view.headline).toBe('Gateway: running · healthy');
    expect(view.sentence).toBe(
      'The gateway is ready on port 18789, and the service keeps it running (since Sep 19, 08:00).',
    );
    expect(view.configLine).toEqual({ text: 'The configuration can be read.', tone: 'good' });
  });

  test('has nothing to complain about', () => {
    expect(view).toMatchObject({ icon: 'plain', findings: [], unknown: [], activity: null, lastResult: null });
  });

  test('lists the facts, without runs and exits that mean nothing', () => {
    expect(view.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Port: 18789 (set in the service)',
      'Process: 4711',
      'OpenClaw: 2026.9.6',
      'Running since: Sep 19, 08:00',
      'Service: ai.openclaw.gateway (loaded, running)',
      'Configuration: /Users/alice/.openclaw/openclaw.json',
      'Log: /Users/alice/Library/Logs/openclaw/gateway.log',
    ]);
  });

  test('offers the dashboard, the log and every label', () => {
    expect(view.dashboard).toBe(true);
    expect(view.logPath).toBe('/Users/alice/Library/Logs/openclaw/gateway.log');
    expect(Object.keys(view.labels).sort()).toEqual([...labelKeys].sort());
  });

  test.each(locales)('is whole in %s', (locale) => {
    const spoken = deriveView(makePicture(), { ...options, locale, localeChoice: locale });
    expect(spoken).toMatchObject({ locale, localeChoice: locale, readAt: at, sequence: 1 });
    expect(spoken.facts.map(({ key }) => key)).toEqual(view.facts.map(({ key }) => key));
  });
});

describe('icon', () => {
  test.each([
    ['plain', ['healthy']],
    ['dots', ['starting', 'stopping']],
    ['attention', ['degraded', 'unresponsive', 'unmanaged', 'conflict', 'crash-looping', 'port-taken']],
    ['hollow', ['stopped', 'disabled', 'not-installed', 'remote']],
    ['question', ['unknown']],
  ] as const)('%s', (icon, states) => {
    const shown = gatewayStates.filter((state) => deriveView(inState(state), options).icon === icon);
    expect(shown).toEqual(states);
  });

  test('is dots while an action runs, whatever was read', () => {
    const picture = makePicture({ activity: { action: 'stop', startedAt: at } });
    expect(deriveView(picture, options).icon).toBe('dots');
  });
});

describe('actions', () => {
  test('the likely one comes first and is the primary one', () => {
    expect(deriveView(makePicture(), options).actions).toEqual([
      { action: 'restart', label: 'Restart', primary: true, question: null },
      { action: 'stop', label: 'Stop', primary: false, question: null },
    ]);
  });

  test('a question shows in the label and is written out', () => {
    const question = { code: 'stop-unmanaged', pid: 5822, commandLine: 'openclaw gateway run' } as const;
    const picture = makePicture({
      status: makeStatus({ state: 'unmanaged', reason: 'live-without-service' }),
      available: [{ action: 'stop', question }],
    });
    const [stop] = deriveView(picture, options).actions;
    expect(stop).toMatchObject({ label: 'Stop…', primary: false });
    expect(stop?.question).toContain('Stop process 5822 (“openclaw gateway run”)?');
  });

  test('what is not valid is not shown, however likely', () => {
    const picture = makePicture({ status: makeStatus({ state: 'stopped', reason: 'not-loaded' }), available: [] });
    expect(deriveView(picture, options).actions).toEqual([]);
  });

  test('nothing is urged while it cannot be told how the gateway is', () => {
    expect(deriveView(inState('unknown'), options).actions.filter(({ primary }) => primary)).toEqual([]);
  });

  test('none can be pressed while one runs', () => {
    const picture = makePicture({ activity: { action: 'restart', startedAt: at - 3 * seconds } });
    const view = deriveView(picture, options);
    expect(view.actions).toEqual([]);
    expect(view.activity).toEqual({ action: 'restart', text: 'Restarting…', startedAt: at - 3 * seconds });
  });
});

describe('findings', () => {
  test('come in words, with what they cause folded under them', () => {
    const picture = makePicture({ findings: [{ finding: notLoaded, consequences: [wrongPort] }] });
    expect(deriveView(picture, options).findings).toEqual([
      {
        id: notLoaded.id,
        code: 'agent-not-loaded',
        severity: 'blocking',
        certainty: 'certain',
        severityLabel: 'Blocks the gateway',
        title: 'The service is installed but not loaded',
        explanation: expect.stringContaining('the system does not know the service ai.openclaw.gateway'),
        advice: expect.stringContaining('Let the repair load it.'),
        repair: null,
        evidence: notLoaded.evidence,
        consequences: [{ id: wrongPort.id, title: 'Service and configuration name different ports' }],
      },
    ]);
  });
});

describe('a repair', () => {
  const shown = [{ finding: notLoaded, consequences: [wrongPort] }];
  const plan = makePlan({ findingId: notLoaded.id });
  const stopped = makePicture({
    status: makeStatus({ state: 'stopped', reason: 'not-loaded' }),
    available: [{ action: 'start', question: null }],
    findings: shown,
  });
  const primaries = (offers: Picture['offers']) =>
    deriveView({ ...stopped, offers }, options).actions.map(({ primary }) => primary);

  test('of the first finding is what is urged, instead of an action', () => {
    expect(primaries([])).toEqual([true]);
    expect(primaries([{ ...refusal, findingId: notLoaded.id }])).toEqual([true]);
    expect(primaries([plan])).toEqual([false]);
  });

  test('in preview has the words of its finding, also of one that is folded under another', () => {
    expect(deriveView(stopped, options)).toMatchObject({ preview: null, runs: [] });
    const folded = makePreview(makePlan({ findingId: wrongPort.id, code: wrongPort.code }));
    expect(deriveView({ ...stopped, preview: folded }, options).preview).toMatchObject({
      kind: 'plan',
      planId: 'plan-1',
      title: 'Service and configuration name different ports',
    });
  });

  test('of the past is shown, the newest ten at most', () => {
    const runs = Array.from({ length: 12 }, (_, index) => makeRun({ id: `run-${index}` }));
    expect(deriveView({ ...stopped, runs }, options).runs.map(({ id }) => id)).toEqual(
      runs.slice(0, 10).map(({ id }) => id),
    );
  });
});

describe('last result', () => {
  const step = { kind: 'restart-loaded-service', serviceTarget: 'gui/501/ai.openclaw.gateway' } as const;
  const result: ActionResult = {
    action: 'restart',
    outcome: 'failed',
    refusal: null,
    question: null,
    steps: [{ step, outcome: 'failed', detail: 'Could not kickstart service: 37' }],
    startedAt: at,
    finishedAt: at + 5 * seconds,
  };

  test('a failure keeps its steps and the next step to take', () => {
    expect(deriveView(makePicture({ lastResult: result }), options).lastResult).toEqual({
      action: 'restart',
      tone: 'bad',
      text: 'The gateway could not be restarted. The system did not restart the service.',
      next: 'The steps show what the system answered. Try again in a moment.',
      steps: [
        {
          text: 'Restart the service ai.openclaw.gateway',
          outcome: 'failed',
          detail: 'Could not kickstart service: 37',
        },
      ],
      finishedAt: at + 5 * seconds,
    });
  });

  test('a success is good', () => {
    const lastResult = { ...result, outcome: 'succeeded', steps: [] } as const;
    expect(deriveView(makePicture({ lastResult }), options).lastResult).toMatchObject({ tone: 'good', next: null });
  });

  test('a question is no result', () => {
    const question = { code: 'enable-disabled', label: 'ai.openclaw.gateway' } as const;
    const lastResult = { ...result, outcome: 'needs-confirmation', question, steps: [] } as const;
    expect(deriveView(makePicture({ lastResult }), options).lastResult).toBeNull();
  });
});

describe('what could not be read', () => {
  test('is named with its reason; what was not asked for is not', () => {
    const snapshot = makeSnapshot({
      listeners: unknown('timed-out', 'lsof: 5000 ms', at),
      supervisors: unknown('not-asked', '', at),
    });
    expect(deriveView(makePicture({ snapshot }), options).unknown).toEqual([
      { probe: 'listeners', label: 'Owner of the port', reason: 'The answer took too long. lsof: 5000 ms' },
    ]);
  });
});

describe('places', () => {
  test('no dashboard where no gateway answers', () => {
    for (const reach of [makeRefusedReach(), makeForeignReach()]) {
      const picture = makePicture({ snapshot: makeSnapshot({ reach: known(reach, at) }) });
      expect(deriveView(picture, options).dashboard).toBe(false);
    }
  });

  test("no dashboard of another computer at the tunnel's far end", () => {
    expect(deriveView(inState('port-taken'), options).dashboard).toBe(false);
  });

  test('an unreadable log is where the service writes it, a missing one nowhere', () => {
    expect(logPathWith(cannotRead())).toBe('/Users/alice/Library/Logs/openclaw/gateway.log');
    expect(logPathWith(absent(at))).toBeNull();
    expect(logPathWith(known(makeLog({ path: '/x.log' }), at))).toBe('/x.log');
  });
});

function logPathWith(log: Snapshot['log']): string | null {
  return deriveView(makePicture({ snapshot: makeSnapshot({ log }) }), options).logPath;
}
