import { expect, test } from 'vitest';
import type { ActionPlan } from '../../app/core/model/action.ts';
import { known } from '../../app/core/model/reading.ts';
import { performPlan } from '../../app/engine/perform.ts';
import { failure, success } from '../fakes/scripted-programs.ts';
import { macTarget, makeService, makeSnapshot, notLoaded, readAt, refusedReach } from '../fakes/snapshots.ts';
import { makeStepContext, runOut } from '../fakes/step-context.ts';

const { serviceTarget, domain, definitionPath } = macTarget;
const serves = {
  kind: 'wait-until',
  condition: { kind: 'gateway-serves', port: 18789, notPid: null },
  timeoutMs: 90_000,
} as const;
const start: ActionPlan = {
  kind: 'plan',
  action: 'start',
  reach: 'safe',
  question: null,
  goal: 'serving',
  steps: [
    { kind: 'enable-service', serviceTarget },
    { kind: 'load-service', domain, definitionPath, serviceTarget },
    serves,
  ],
};
const enable = `launchctl enable ${serviceTarget}`;
const bootstrap = `launchctl bootstrap ${domain} ${definitionPath}`;
const stopped = makeSnapshot({
  service: known(makeService(notLoaded), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
});

test('every step done and read again: reached', async () => {
  const context = makeStepContext({
    calls: [
      { line: enable, result: success },
      { line: bootstrap, result: success },
    ],
    look: () => makeSnapshot(),
  });
  const { steps, verdict } = await runOut(context.clock, performPlan(start, context));
  expect(steps.map((step) => step.outcome)).toEqual(['done', 'done', 'done']);
  expect(verdict).toEqual({ kind: 'reached' });
});

test('the first failure stops, the rest is not reached', async () => {
  const context = makeStepContext({
    calls: [{ line: enable, result: failure(1, 'Could not enable service: 1: Operation not permitted\n') }],
    look: () => stopped,
  });
  const { steps, verdict } = await performPlan(start, context);
  expect(steps.map((step) => step.outcome)).toEqual(['failed', 'not-reached', 'not-reached']);
  expect(steps[0]?.detail).toBe(`${enable}: Could not enable service: 1: Operation not permitted (exit code 1)`);
  expect(verdict.kind).toBe('not-reached');
});

test('an exit code of 0 proves nothing: the last step says why it is no success', async () => {
  const stop: ActionPlan = {
    ...start,
    action: 'stop',
    goal: 'not-running',
    steps: [{ kind: 'unload-service', serviceTarget }],
  };
  const context = makeStepContext({
    calls: [{ line: `launchctl bootout ${serviceTarget}`, result: success }],
    look: () => makeSnapshot(),
  });
  const { steps, verdict } = await runOut(context.clock, performPlan(stop, context));
  expect(steps).toMatchObject([{ outcome: 'failed', detail: 'the service is still loaded' }]);
  expect(verdict).toMatchObject({ kind: 'not-reached' });
});

test('one unlucky look after good steps is looked at again', async () => {
  const looks = [stopped, makeSnapshot()];
  const context = makeStepContext({
    calls: [{ line: enable, result: success }],
    look: () => looks.shift() ?? makeSnapshot(),
  });
  const enabling: ActionPlan = { ...start, steps: [{ kind: 'enable-service', serviceTarget }] };
  const { steps, verdict } = await runOut(context.clock, performPlan(enabling, context));
  expect(steps).toMatchObject([{ outcome: 'done' }]);
  expect(verdict).toEqual({ kind: 'reached' });
});

test('nor does a failing one: what is read afterwards decides', async () => {
  const context = makeStepContext({
    calls: [
      { line: enable, result: success },
      { line: bootstrap, result: failure(119, 'Bootstrap failed: 119: Service is disabled\n') },
    ],
    look: () => makeSnapshot(),
  });
  const { steps, verdict } = await performPlan(start, context);
  expect(steps.map((step) => step.outcome)).toEqual(['done', 'failed', 'not-reached']);
  expect(verdict).toEqual({ kind: 'reached' });
});

test('another process in the first step: nothing was changed', async () => {
  const process = { pid: 999, startedAt: readAt, uid: 501, commandLine: 'openclaw-gateway' };
  const plan: ActionPlan = {
    ...start,
    action: 'stop',
    goal: 'not-running',
    steps: [{ kind: 'terminate-process', process }],
  };
  const context = makeStepContext({
    look: () => makeSnapshot(),
    ports: {
      processes: {
        identify: async () => ({
          ...process,
          uid: 502,
          ppid: 1,
          name: 'vim',
          commandLine: 'vim',
          cpuPercent: null,
          memoryBytes: null,
        }),
      },
    },
  });
  expect(await performPlan(plan, context)).toMatchObject({ changedMeanwhile: true });
});
