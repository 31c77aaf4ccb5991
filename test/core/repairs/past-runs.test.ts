import { expect, test } from 'vitest';
import type { RepairPlan, Run } from '../../../app/core/model/repair.ts';
import { deriveActionOf, deriveTried } from '../../../app/core/repairs/past-runs.ts';
import { makeStrayMac } from '../make-machine.ts';
import { at, hours, minutes } from '../make-moment.ts';
import { offerFor } from './offers.ts';

const offer = offerFor('port-stray', { name: 'a stray', snapshot: makeStrayMac() });
if (offer.kind !== 'repair') throw new Error('no plan');
const plan: RepairPlan = offer;
const [step] = plan.steps;
if (step?.kind !== 'terminate-process') throw new Error('no process is ended');

function makeRun(change: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    plan,
    profile: null,
    startedAt: at - 5 * minutes,
    finishedAt: at - 4 * minutes,
    stateBefore: 'unmanaged',
    stateAfter: 'unmanaged',
    verdict: 'not-fixed',
    steps: [{ step: step!, outcome: 'timed-out', detail: null, inverse: null }],
    undoneBy: null,
    undoes: null,
    ...change,
  };
}

test('a rung that did not help was tried, and the process that did not end was asked to', () => {
  expect(deriveTried(plan.findingId, [makeRun()], at)).toEqual({ tried: ['stop-stray'], askedToEnd: [step.process] });
  expect(deriveTried(plan.findingId, [makeRun({ verdict: 'worse' })], at).tried).toEqual(['stop-stray']);
});

test.each<{ name: string; run: Run }>([
  { name: 'an hour ago', run: makeRun({ startedAt: at - hours }) },
  { name: 'it was fixed', run: makeRun({ verdict: 'fixed', steps: [] }) },
  { name: 'it was stale: nothing was done', run: makeRun({ verdict: 'stale', steps: [] }) },
  { name: 'it is still running', run: makeRun({ verdict: null, steps: [] }) },
  { name: 'it took another one back', run: makeRun({ undoes: 'run-0', steps: [] }) },
  { name: 'it was for another finding', run: makeRun({ plan: { ...plan, findingId: 'port-stray:19001' }, steps: [] }) },
])('was not tried: $name', ({ run }) => {
  expect(deriveTried(plan.findingId, [run], at)).toEqual({ tried: [], askedToEnd: [] });
});

test('a process that ended, or was not reached, may not be killed', () => {
  for (const outcome of ['done', 'already', 'failed', 'not-reached'] as const) {
    const run = makeRun({ steps: [{ step: step!, outcome, detail: null, inverse: null }] });
    expect(deriveTried(plan.findingId, [run], at).askedToEnd).toEqual([]);
  }
});

const serviceTarget = 'gui/501/ai.openclaw.gateway';
const ended = (kind: 'unload-service' | 'restart-loaded-service', outcome: 'done' | 'failed' | 'already') =>
  [{ step: { kind, serviceTarget }, outcome, detail: null, inverse: null }] as const;
const stopping: RepairPlan = { ...plan, verify: { ...plan.verify, goal: 'not-running' } };

test.each([
  { name: 'a restart', run: makeRun({ steps: ended('restart-loaded-service', 'done') }), action: 'restart' },
  { name: 'a restart that failed', run: makeRun({ steps: ended('restart-loaded-service', 'failed') }), action: null },
  {
    name: 'an unloading that is the end',
    run: makeRun({ plan: stopping, steps: ended('unload-service', 'done') }),
    action: 'stop',
  },
  { name: 'an unloading on the way', run: makeRun({ steps: ended('unload-service', 'done') }), action: null },
  {
    name: 'nothing to unload',
    run: makeRun({ plan: stopping, steps: ended('unload-service', 'already') }),
    action: null,
  },
])('counts as an action: $name', ({ run, action }) => {
  expect(deriveActionOf(run)).toBe(action);
});
