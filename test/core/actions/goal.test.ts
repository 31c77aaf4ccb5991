import { describe, expect, test } from 'vitest';
import { type GoalQuestion, judgeGoal } from '../../../app/core/actions/goal.ts';
import { absent, known, unknown } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import {
  makeListener,
  makeProcess,
  makeReach,
  makeService,
  makeSnapshot,
  noServiceManager,
  notLoaded,
  readAt,
  refusedReach,
} from '../../fakes/snapshots.ts';

const serving: GoalQuestion = { goal: 'serving', notPid: 4000, startedAt: readAt - 20_000 };
const notRunning: GoalQuestion = { goal: 'not-running', notPid: null, startedAt: readAt - 20_000 };
const atRest: Partial<Snapshot> = {
  service: known(makeService(notLoaded), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};
const stray: Partial<Snapshot> = {
  listeners: known([makeListener({ pid: 999 })], readAt),
  processes: known([makeProcess(), makeProcess({ pid: 999, role: 'gateway-title' })], readAt),
};
const unseen = unknown('tool-missing', 'lsof', readAt);

describe('serving', () => {
  test.each([
    { what: 'the old process still answers', change: {}, notPid: 4242, hopeless: false },
    { what: 'launchctl failed', change: { service: unknown('timed-out', '', readAt) }, hopeless: false },
    { what: 'it is not loaded any more', change: { service: known(makeService(notLoaded), readAt) }, hopeless: true },
    {
      what: 'no process yet',
      change: { ...atRest, service: known(makeService({ pid: null, phase: 'waiting' }), readAt) },
      hopeless: false,
    },
    {
      what: 'it runs and does not answer',
      change: { reach: known(refusedReach, readAt), listeners: known([], readAt) },
      hopeless: false,
    },
    { what: 'a stray answers in its place', change: stray, hopeless: true },
    { what: 'an old answer, listeners unseen', change: { listeners: unseen }, hopeless: false },
  ] as const)('not reached: $what', ({ change, hopeless, ...question }) => {
    const verdict = judgeGoal({ ...serving, ...question }, makeSnapshot(change));
    expect(verdict).toMatchObject({ kind: 'not-reached', hopeless });
  });

  test('reached: a new process of the service has the port and answers', () => {
    expect(judgeGoal(serving, makeSnapshot())).toEqual({ kind: 'reached' });
  });

  test('reached without lsof when the answer is younger than the action', () => {
    const ready = {
      kind: 'json',
      httpStatus: 200,
      body: { ready: true, failing: [], uptimeMs: 5000 },
      durationMs: 1,
    } as const;
    const change = { listeners: unseen, reach: known(makeReach({ ready }), readAt) };
    expect(judgeGoal(serving, makeSnapshot(change))).toEqual({ kind: 'reached' });
  });
});

describe('not running', () => {
  test.each([
    {
      what: 'it is still loaded',
      change: { ...atRest, service: known(makeService({ pid: null, phase: 'stopped' }), readAt) },
    },
    {
      what: 'its process still drains',
      change: { ...atRest, service: known(makeService({ ...notLoaded, pid: 4242 }), readAt) },
    },
    { what: 'a stray still serves', change: { ...stray, service: known(makeService(notLoaded), readAt) } },
    { what: 'launchctl failed', change: { ...atRest, service: unknown('timed-out', '', readAt) } },
    { what: 'the port could not be asked', change: { ...atRest, reach: unknown('probe-crashed', '', readAt) } },
  ] as const)('not reached: $what', ({ change }) => {
    expect(judgeGoal(notRunning, makeSnapshot(change)).kind).toBe('not-reached');
  });

  test.each([
    { what: 'unloaded, no process, port free', change: atRest },
    { what: 'no service manager at all', change: { ...atRest, service: noServiceManager, definition: absent(readAt) } },
  ] as const)('reached: $what', ({ change }) => {
    expect(judgeGoal(notRunning, makeSnapshot(change))).toEqual({ kind: 'reached' });
  });
});
