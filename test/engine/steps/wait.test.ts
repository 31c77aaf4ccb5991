import { describe, expect, test } from 'vitest';
import { known, type Reading, unknown } from '../../../app/core/model/reading.ts';
import type { ServiceState } from '../../../app/core/model/service.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { performWait } from '../../../app/engine/steps/wait.ts';
import {
  makeListener,
  makeProcess,
  makeService,
  makeSnapshot,
  notLoaded,
  readAt,
  refusedReach,
} from '../../fakes/snapshots.ts';
import { makeStepContext, runOut } from '../../fakes/step-context.ts';

const serviceTarget = 'gui/501/ai.openclaw.gateway';
const reading = (change: Partial<ServiceState>): Reading<ServiceState> => known(makeService(change), readAt);

describe('until the service is gone', () => {
  const wait = {
    kind: 'wait-until',
    condition: { kind: 'service-gone', serviceTarget, pid: 4242 },
    timeoutMs: 30_000,
  } as const;

  async function start(service: (elapsedMs: number) => Reading<ServiceState>, aliveMs: number) {
    const isAlive = () => context.clock.now() - context.startedAt < aliveMs;
    const context = makeStepContext({ service, ports: { processes: { isAlive } } });
    const outcome = await runOut(context.clock, performWait(wait, context));
    return { ...outcome, elapsedMs: context.clock.now() - context.startedAt };
  }

  test('both print and the pid must say so', async () => {
    const { outcome, elapsedMs } = await start((ms) => reading(ms < 2_000 ? { phase: 'stopping' } : notLoaded), 7_000);
    expect(outcome).toBe('done');
    expect(elapsedMs).toBeGreaterThanOrEqual(7_000);
  });

  test('a failed reading proves nothing', async () => {
    const blind = unknown('timed-out', 'launchctl print: no answer', readAt);
    const { outcome, elapsedMs } = await start((ms) => (ms < 4_000 ? blind : reading(notLoaded)), 0);
    expect(outcome).toBe('done');
    expect(elapsedMs).toBeGreaterThanOrEqual(4_000);
  });

  test('it takes too long: what is left is named', async () => {
    expect(await start(() => reading({ phase: 'stopping', rawPhase: 'SIGTERMed' }), 0)).toMatchObject({
      outcome: 'timed-out',
      detail: 'the service manager still lists it: SIGTERMed',
    });
  });

  test('a systemd unit stays listed and is at rest', async () => {
    const atRest = reading({ manager: 'systemd', phase: 'stopped', rawPhase: 'inactive', pid: null });
    expect(await start(() => atRest, 0)).toMatchObject({ outcome: 'done' });
  });
});

describe('until the port is free', () => {
  const wait = { kind: 'wait-until', condition: { kind: 'port-free', port: 18789 }, timeoutMs: 20_000 } as const;

  test('only a refusal is free', async () => {
    const answers = ['open', 'timed-out', 'failed', 'refused'] as const;
    let asked = 0;
    const context = makeStepContext({ ports: { http: { connect: async () => answers[asked++] ?? 'refused' } } });
    expect(await runOut(context.clock, performWait(wait, context))).toMatchObject({ outcome: 'done' });
    expect(asked).toBe(4);
  });

  test('it stays open', async () => {
    const context = makeStepContext({ ports: { http: { connect: async () => 'open' } } });
    expect(await runOut(context.clock, performWait(wait, context))).toEqual({
      outcome: 'timed-out',
      detail: '127.0.0.1:18789 is not free: open',
    });
  });
});

describe('until the new gateway serves', () => {
  const wait = {
    kind: 'wait-until',
    condition: { kind: 'gateway-serves', port: 18789, notPid: 4000 },
    timeoutMs: 90_000,
  } as const;
  const silent = { listeners: known([], readAt), reach: known(refusedReach, readAt) };
  const old = makeSnapshot({
    service: reading({ pid: 4000 }),
    listeners: known([makeListener({ pid: 4000 })], readAt),
    processes: known([makeProcess({ pid: 4000 })], readAt),
  });
  const starting = makeSnapshot({ ...silent, service: reading({ runs: 2 }) });

  async function start(look: (elapsedMs: number) => Snapshot) {
    const context = makeStepContext({ look });
    const outcome = await runOut(context.clock, performWait(wait, context));
    return { outcome, elapsedMs: context.clock.now() - context.startedAt };
  }

  test('the old one answering is no success; the new one is', async () => {
    const { outcome, elapsedMs } = await start((ms) => (ms < 1_500 ? old : ms < 12_000 ? starting : makeSnapshot()));
    expect(outcome).toEqual({ outcome: 'done', detail: null });
    expect(elapsedMs).toBeLessThan(13_500);
  });

  test('a slow start is waited for as long as its process lives, then it is said to be slow', async () => {
    const { outcome, elapsedMs } = await start(() => starting);
    expect(outcome).toEqual({ outcome: 'timed-out', detail: 'pid 4242 runs; /healthz does not answer yet' });
    expect(elapsedMs).toBeGreaterThanOrEqual(90_000);
  });

  test('one that ends again and again is not waited for', async () => {
    const { outcome, elapsedMs } = await start((ms) => {
      const lastExit = { kind: 'code', code: 78, name: 'EX_CONFIG' } as const;
      const runs = 2 + Math.floor(ms / 10_000);
      return makeSnapshot({ ...silent, service: reading({ runs, lastExit, phase: 'running' }) });
    });
    expect(outcome).toEqual({ outcome: 'failed', detail: 'it ended 2 times (running, last exit code 78)' });
    expect(elapsedMs).toBeLessThan(25_000);
  });

  test('no process for longer than the throttle is a standstill', async () => {
    const idle = makeSnapshot({
      ...silent,
      service: reading({ pid: null, phase: 'stopped', rawPhase: 'not running' }),
    });
    const { outcome, elapsedMs } = await start(() => idle);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      detail: expect.stringMatching(/^no process for \d+ s \(not running\)$/),
    });
    expect(elapsedMs).toBeLessThan(30_000);
  });

  test('the old process on the port beside the new one of the service is a moment, not a stray', async () => {
    const torn = makeSnapshot({
      service: reading({ runs: 2 }),
      listeners: known([makeListener({ pid: 4000 })], readAt),
      processes: known([makeProcess({ pid: 4000 }), makeProcess()], readAt),
    });
    const { outcome } = await start((ms) => (ms < 1_500 ? torn : makeSnapshot()));
    expect(outcome).toEqual({ outcome: 'done', detail: null });
  });

  test('a stray that stays is hopeless', async () => {
    const stray = makeSnapshot({
      service: reading({ runs: 2 }),
      listeners: known([makeListener({ pid: 4001 })], readAt),
      processes: known([makeProcess({ pid: 4001 }), makeProcess()], readAt),
    });
    const { outcome, elapsedMs } = await start(() => stray);
    expect(outcome).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('another gateway') });
    expect(elapsedMs).toBeLessThan(10_000);
  });

  test('a job that unloads itself (2026.9 parks) is hopeless', async () => {
    const { outcome, elapsedMs } = await start(() => makeSnapshot({ ...silent, service: reading(notLoaded) }));
    expect(outcome).toEqual({ outcome: 'failed', detail: 'the service is not loaded any more' });
    expect(elapsedMs).toBeLessThan(10_000);
  });
});
