import { describe, expect, test } from 'vitest';
import { performTerminate } from '../../../app/engine/steps/terminate.ts';
import type { Processes, RawProcess } from '../../../app/ports/processes.ts';
import { makeStepContext, runOut } from '../../fakes/step-context.ts';

const startedAt = Date.parse('2026-11-20T11:00:00Z');
const meant = { pid: 999, startedAt, uid: 501, commandLine: 'openclaw-gateway' };
const step = { kind: 'terminate-process', process: meant } as const;
const raw: RawProcess = { ...meant, ppid: 600, name: 'openclaw-gateway', cpuPercent: null, memoryBytes: null };

function makeContext(processes: Partial<Processes>) {
  return makeStepContext({ ports: { processes } });
}

describe('nothing is signalled', () => {
  test.each([
    { what: 'the pid began at another time', now: { startedAt: startedAt + 2_000 } },
    { what: 'its start time is not told', now: { startedAt: null } },
    { what: 'it belongs to another user', now: { uid: 0 } },
    { what: 'its owner is not told', now: { uid: null } },
    { what: 'it is another program', now: { commandLine: '/usr/bin/vim notes.txt' } },
  ])('$what', async ({ now }) => {
    const context = makeContext({ identify: async () => ({ ...raw, ...now }) });
    expect(await performTerminate(step, context)).toEqual({
      outcome: 'failed',
      detail: 'pid 999 is another process now',
      changedMeanwhile: true,
    });
  });

  test('it is gone', async () => {
    const context = makeContext({ identify: async () => null });
    expect(await performTerminate(step, context)).toMatchObject({ outcome: 'already' });
  });

  test('ps does not tell', async () => {
    const context = makeContext({ identify: () => Promise.reject(new Error('ps -p 999: timed-out')) });
    expect(await performTerminate(step, context)).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('ps -p 999'),
    });
  });
});

describe('one SIGTERM, then patience', () => {
  test('until it is gone', async () => {
    const terminated: number[] = [];
    const context = makeContext({
      identify: async () => ({ ...raw, startedAt: startedAt + 1_000 }),
      terminate: (pid) => terminated.push(pid) > 0,
      isAlive: () => context.clock.now() - context.startedAt < 5_000,
    });
    expect(await runOut(context.clock, performTerminate(step, context))).toMatchObject({ outcome: 'done' });
    expect(terminated).toEqual([999]);
    expect(context.clock.now() - context.startedAt).toBeLessThan(5_500);
  });

  test('for thirty seconds, and never a second signal', async () => {
    const terminated: number[] = [];
    const context = makeContext({
      identify: async () => raw,
      terminate: (pid) => terminated.push(pid) > 0,
      isAlive: () => true,
    });
    expect(await runOut(context.clock, performTerminate(step, context))).toMatchObject({
      outcome: 'timed-out',
      detail: 'pid 999 still runs 30 s after SIGTERM',
    });
    expect(terminated).toEqual([999]);
  });

  test('it went between the check and the signal', async () => {
    const context = makeContext({ identify: async () => raw, terminate: () => false });
    expect(await performTerminate(step, context)).toMatchObject({ outcome: 'already' });
  });
});
