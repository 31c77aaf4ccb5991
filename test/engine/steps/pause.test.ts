import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../app/core/model/reading.ts';
import { performPause } from '../../../app/engine/steps/pause.ts';
import { deviceId, makeFileDevices, makeRequest } from '../../core/make-access.ts';
import { makeProcess, makeReach, makeSnapshot, readAt, refusedReach } from '../../fakes/snapshots.ts';
import { makeStepContext, runOut } from '../../fakes/step-context.ts';

const wait = { kind: 'wait', waitMs: 60_000 } as const;
const npm = known([makeProcess({ pid: 9, role: 'maintenance', name: 'npm' })], readAt);
const notReady = makeReach({
  ready: { kind: 'json', httpStatus: 503, body: { ready: false, failing: ['db'], uptimeMs: 1 }, durationMs: 1 },
});

describe('only time ends', () => {
  test.each(['settled', 'breaker-window-over'] as const)('%s, without a look', async (until) => {
    const context = makeStepContext({});
    expect(await runOut(context.clock, performPause({ ...wait, until }, context))).toMatchObject({ outcome: 'done' });
    expect(context.clock.now() - context.startedAt).toBeGreaterThanOrEqual(60_000);
  });
});

describe('a wait ends early', () => {
  test('when the gateway is ready, not when it only answers', async () => {
    const context = makeStepContext({
      look: (elapsedMs) => makeSnapshot({ reach: known(elapsedMs < 20_000 ? notReady : makeReach(), readAt) }),
    });
    const pause = performPause({ ...wait, until: 'gateway-ready' }, context);
    expect(await runOut(context.clock, pause)).toMatchObject({ outcome: 'done' });
    expect(context.clock.now() - context.startedAt).toBeLessThan(30_000);
  });

  test('when the update is over', async () => {
    const context = makeStepContext({
      look: (elapsedMs) => makeSnapshot({ processes: elapsedMs < 20_000 ? npm : known([], readAt) }),
    });
    const pause = performPause({ ...wait, until: 'maintenance-over' }, context);
    expect(await runOut(context.clock, pause)).toMatchObject({ outcome: 'done' });
    expect(context.clock.now() - context.startedAt).toBeLessThan(30_000);
  });
});

describe('a request for pairing', () => {
  const own = makeRequest({ deviceId, at: readAt - 10_000 });
  const waiting = makeSnapshot({ devices: known(makeFileDevices({ pending: [own] }), readAt) });
  const decided = makeSnapshot({ devices: known(makeFileDevices(), readAt) });

  test('is waited for until it is over', async () => {
    const context = makeStepContext({ look: (elapsedMs) => (elapsedMs < 20_000 ? waiting : decided) });
    const pause = performPause({ ...wait, until: 'request-over' }, context);
    expect(await runOut(context.clock, pause)).toMatchObject({ outcome: 'done' });
    expect(context.clock.now() - context.startedAt).toBeLessThan(30_000);
  });

  test('is not over because it cannot be seen', async () => {
    const blind = makeSnapshot({ devices: unknown('not-permitted', 'pending.json', readAt) });
    const context = makeStepContext({ look: () => blind });
    const pause = performPause({ ...wait, until: 'request-over' }, context);
    expect(await runOut(context.clock, pause)).toMatchObject({ outcome: 'timed-out' });
  });
});

describe('a wait times out', () => {
  test.each([
    ['gateway-ready', makeSnapshot({ reach: known(refusedReach, readAt) })],
    ['maintenance-over', makeSnapshot({ processes: npm })],
    ['maintenance-over', makeSnapshot({ processes: unknown('timed-out', 'ps', readAt) })],
  ] as const)('%s', async (until, snapshot) => {
    const context = makeStepContext({ look: () => snapshot });
    expect(await runOut(context.clock, performPause({ ...wait, until }, context))).toMatchObject({
      outcome: 'timed-out',
      detail: 'not so within 60 s',
    });
  });
});
