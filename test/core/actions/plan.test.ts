import { describe, expect, test } from 'vitest';
import { deriveAvailable } from '../../../app/core/actions/available.ts';
import { emptyHistory, type PlanHistory, planAction } from '../../../app/core/actions/plan.ts';
import type { ActionKind, ActionPlan, Step } from '../../../app/core/model/action.ts';
import { actionKinds } from '../../../app/core/model/action.ts';
import { absent, known, unknown } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { ConfigIssue } from '../../../app/core/model/validation.ts';
import {
  linuxEnvironment,
  linuxTarget,
  makeListener,
  makeProcess,
  makeService,
  makeSnapshot,
  makeStatus,
  noServiceManager,
  notLoaded,
  readAt,
  refusedReach,
} from '../../fakes/snapshots.ts';

const serviceTarget = 'gui/501/ai.openclaw.gateway';
const history: PlanHistory = { ...emptyHistory, now: readAt };
const atRest: Partial<Snapshot> = {
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};
const stray = makeProcess({ pid: 999, ppid: 600, commandLine: 'openclaw-gateway', role: 'gateway-title' });

function plan(action: ActionKind, change: Partial<Snapshot>, past = history, confirmed = false): ActionPlan {
  const result = planAction(action, makeSnapshot(change), makeStatus(), past, { confirmed });
  if (result.kind === 'refusal') throw new Error(`refused: ${result.code}`);
  return result;
}

const kinds = (steps: readonly Step[]) =>
  steps.map((step) => (step.kind === 'wait-until' ? `until ${step.condition.kind}` : step.kind));

describe('restart', () => {
  test('running and loaded: kickstart -k, then a new pid that serves', () => {
    expect(plan('restart', {})).toEqual({
      kind: 'plan',
      action: 'restart',
      reach: 'interrupts',
      question: null,
      goal: 'serving',
      steps: [
        { kind: 'restart-loaded-service', serviceTarget },
        {
          kind: 'wait-until',
          condition: { kind: 'gateway-serves', port: 18789, notPid: 4242 },
          timeoutMs: 90_000,
        },
      ],
    });
  });

  test('running and deaf: restarted too, nothing is interrupted', () => {
    const deaf: Partial<Snapshot> = {
      reach: known({ ...refusedReach, tcp: 'open', health: { kind: 'no-answer', why: 'timed-out' } }, readAt),
    };
    expect(plan('restart', deaf)).toMatchObject({ reach: 'safe', steps: [{ kind: 'restart-loaded-service' }, {}] });
  });

  test('who listens cannot be seen: our own service is restarted all the same', () => {
    expect(kinds(plan('restart', { listeners: absent(readAt) }).steps)).toContain('restart-loaded-service');
  });

  test('the listener may be a child of the service process', () => {
    const change: Partial<Snapshot> = {
      listeners: known([makeListener({ pid: 4243 })], readAt),
      processes: known([makeProcess(), makeProcess({ pid: 4243, ppid: 4242, role: 'gateway-title' })], readAt),
    };
    expect(kinds(plan('restart', change).steps)).toEqual(['restart-loaded-service', 'until gateway-serves']);
  });

  test('a running job that is switched off is asked about and switched on first', () => {
    const disabled = { service: known(makeService({ enabled: false }), readAt) };
    const { steps, question } = plan('restart', disabled);
    expect(kinds(steps)).toEqual(['enable-service', 'restart-loaded-service', 'until gateway-serves']);
    expect(question).toEqual({ code: 'enable-disabled', label: 'ai.openclaw.gateway' });
  });

  test.each([
    { ago: 599_999, minutesAgo: 10 },
    { ago: 20_000, minutesAgo: 1 },
    { ago: -5_000, minutesAgo: 1 },
  ])('a second one after $ago ms is asked about', ({ ago, minutesAgo }) => {
    const past = { ...history, lastForcedRestartAt: readAt - ago };
    expect(plan('restart', {}, past).question).toEqual({ code: 'restart-again-soon', minutesAgo });
    expect(plan('restart', {}, past, true).question).toBeNull();
  });

  test('ten minutes later it is not asked about', () => {
    expect(plan('restart', {}, { ...history, lastForcedRestartAt: readAt - 600_000 }).question).toBeNull();
  });

  describe('with a configuration that OpenClaw would not take', () => {
    const issue: ConfigIssue = {
      path: 'gateway.port',
      setting: ['gateway', 'port'],
      kind: 'wrong-type',
      message: 'expected a number',
      file: '/Users/alice/.openclaw/openclaw.json',
      line: 4,
      column: 11,
    };
    const rejected = (schemaVersion: string | null) => ({
      validation: known({ schemaVersion, issues: [issue] }, readAt),
    });

    test('a gateway that serves is asked about first, and restarted by who says yes', () => {
      expect(plan('restart', rejected('2026.9.6')).question).toEqual({
        code: 'restart-rejected-config',
        path: issue.file,
        line: 4,
        setting: 'gateway.port',
        version: '2026.9.6',
      });
      expect(plan('restart', rejected('2026.9.6'), history, true).question).toBeNull();
    });

    test.each([
      ['judged by the schema of another release', rejected('2026.3.13')],
      ['judged by no schema', rejected(null)],
      ['not read', { validation: unknown('timed-out', '', readAt) }],
      ['under a gateway that does not answer', { ...rejected('2026.9.6'), ...atRest }],
    ])('%s: not asked about', (_case, change) => {
      expect(plan('restart', change).question).toBeNull();
    });
  });

  test('what does not run is started', () => {
    const waiting = { ...atRest, service: known(makeService({ phase: 'waiting', pid: null }), readAt) };
    expect(kinds(plan('restart', waiting).steps)).toEqual(['start-loaded-service', 'until gateway-serves']);
  });
});

describe('start', () => {
  test('not loaded: enable and bootstrap', () => {
    const change = { ...atRest, service: known(makeService(notLoaded), readAt) };
    expect(plan('start', change)).toMatchObject({
      reach: 'safe',
      question: null,
      goal: 'serving',
      steps: [
        { kind: 'enable-service', serviceTarget },
        {
          kind: 'load-service',
          domain: 'gui/501',
          definitionPath: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
          serviceTarget,
        },
        { kind: 'wait-until', condition: { kind: 'gateway-serves', port: 18789, notPid: null } },
      ],
    });
  });

  test('disabled: asked first', () => {
    const change = { ...atRest, service: known(makeService({ ...notLoaded, enabled: false }), readAt) };
    expect(plan('start', change).question).toEqual({ code: 'enable-disabled', label: 'ai.openclaw.gateway' });
    expect(plan('start', change, history, true).question).toBeNull();
  });

  test('an override that could not be read is left alone', () => {
    const change = { ...atRest, service: known(makeService({ ...notLoaded, enabled: null }), readAt) };
    expect(kinds(plan('start', change).steps)).toEqual(['load-service', 'until gateway-serves']);
  });

  test('loaded and not running: kickstart without -k', () => {
    const change = { ...atRest, service: known(makeService({ phase: 'stopped', pid: null }), readAt) };
    expect(kinds(plan('start', change).steps)).toEqual(['start-loaded-service', 'until gateway-serves']);
  });

  test('still dying: its end is waited for, then it is loaded again', () => {
    const change = { ...atRest, service: known(makeService({ phase: 'stopping' }), readAt) };
    const { steps } = plan('start', change);
    expect(kinds(steps)).toEqual(['until service-gone', 'enable-service', 'load-service', 'until gateway-serves']);
    expect(steps[0]).toMatchObject({ condition: { pid: 4242 }, timeoutMs: 30_000 });
  });

  test('systemd: a disabled unit can be started, it is neither asked about nor enabled', () => {
    const service = makeService({ manager: 'systemd', enabled: false, phase: 'stopped', pid: null });
    const change = { ...atRest, environment: linuxEnvironment, target: linuxTarget, service: known(service, readAt) };
    const { steps, question } = plan('start', change);
    expect(kinds(steps)).toEqual(['start-loaded-service', 'until gateway-serves']);
    expect(question).toBeNull();
  });
});

describe('stop', () => {
  test('the service: bootout, then its end and a free port', () => {
    expect(plan('stop', {})).toMatchObject({
      reach: 'interrupts',
      question: null,
      goal: 'not-running',
      steps: [
        { kind: 'unload-service', serviceTarget },
        { condition: { kind: 'service-gone', serviceTarget, pid: 4242 }, timeoutMs: 30_000 },
        { condition: { kind: 'port-free', port: 18789 }, timeoutMs: 20_000 },
      ],
    });
  });

  test('a broken config or a missing node keep nobody from stopping a loop', () => {
    const looping = { ...atRest, service: known(makeService({ phase: 'waiting', pid: null, runs: 40 }), readAt) };
    expect(kinds(plan('stop', looping).steps)).toEqual(['unload-service', 'until service-gone']);
  });

  test('a gateway that nobody manages: by its identity, after the question', () => {
    const change: Partial<Snapshot> = {
      service: known(makeService(notLoaded), readAt),
      listeners: known([makeListener({ pid: 999 })], readAt),
      processes: known([stray], readAt),
    };
    const expected = { code: 'stop-unmanaged', pid: 999, commandLine: 'openclaw-gateway' };
    expect(plan('stop', change).question).toEqual(expected);
    expect(plan('stop', change).steps).toEqual([
      {
        kind: 'terminate-process',
        process: { pid: 999, startedAt: readAt - 600_000, uid: 501, commandLine: 'openclaw-gateway' },
      },
      { kind: 'wait-until', condition: { kind: 'port-free', port: 18789 }, timeoutMs: 20_000 },
    ]);
  });

  test('the same without any service manager', () => {
    const change: Partial<Snapshot> = {
      service: noServiceManager,
      definition: absent(readAt),
      listeners: known([makeListener({ pid: 999 })], readAt),
      processes: known([stray], readAt),
    };
    expect(kinds(plan('stop', change).steps)).toEqual(['terminate-process', 'until port-free']);
  });

  test('service and stray: first what would come back, then the stray', () => {
    const change: Partial<Snapshot> = {
      listeners: known([makeListener({ pid: 999 })], readAt),
      processes: known([makeProcess(), stray], readAt),
    };
    expect(kinds(plan('stop', change).steps)).toEqual([
      'unload-service',
      'until service-gone',
      'terminate-process',
      'until port-free',
    ]);
  });

  test('another program on the port does not become free by stopping the service', () => {
    const change: Partial<Snapshot> = {
      listeners: known([makeListener({ pid: 777, command: 'python3' })], readAt),
      processes: known([makeProcess(), makeProcess({ pid: 777, role: 'other', name: 'python3' })], readAt),
      reach: known(
        {
          ...refusedReach,
          tcp: 'open',
          health: { kind: 'other', httpStatus: 404, contentType: null, controlUi: false },
        },
        readAt,
      ),
    };
    expect(kinds(plan('stop', change).steps)).toEqual(['unload-service', 'until service-gone']);
  });

  test('a systemd unit at rest is stopped already', () => {
    const service = makeService({ manager: 'systemd', phase: 'stopped', pid: null });
    const snapshot = makeSnapshot({ ...atRest, service: known(service, readAt) });
    expect(planAction('stop', snapshot, makeStatus(), history, { confirmed: false })).toMatchObject({
      code: 'already-stopped',
    });
  });
});

test.each([
  { what: 'running', service: makeService() },
  { what: 'not loaded', service: makeService(notLoaded) },
  { what: 'waiting', service: makeService({ phase: 'waiting', pid: null }) },
])('no plan unloads a service that is to serve afterwards: $what', ({ service }) => {
  const snapshot = makeSnapshot({ ...atRest, service: known(service, readAt) });
  const plans = actionKinds.map((action) => planAction(action, snapshot, makeStatus(), history, { confirmed: true }));
  const serving = plans.flatMap((each) => (each.kind === 'plan' && each.goal === 'serving' ? [each] : []));
  expect(serving.length).toBeGreaterThan(0);
  expect(serving.flatMap((each) => kinds(each.steps))).not.toContain('unload-service');
});

describe('what is offered', () => {
  test('running: restart and stop', () => {
    expect(deriveAvailable(makeSnapshot(), makeStatus(), history)).toEqual([
      { action: 'stop', question: null },
      { action: 'restart', question: null },
    ]);
  });

  test('stopped: start alone, a restart would be the same', () => {
    const snapshot = makeSnapshot({ ...atRest, service: known(makeService(notLoaded), readAt) });
    expect(deriveAvailable(snapshot, makeStatus(), history)).toEqual([{ action: 'start', question: null }]);
  });

  test('nothing while an action runs', () => {
    const busy: PlanHistory = { ...history, activity: { action: 'restart', startedAt: readAt } };
    expect(deriveAvailable(makeSnapshot(), makeStatus(), busy)).toEqual([]);
  });
});
