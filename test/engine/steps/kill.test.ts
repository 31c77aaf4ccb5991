import { describe, expect, test } from 'vitest';
import { performKill } from '../../../app/engine/steps/terminate.ts';
import type { Processes, RawProcess } from '../../../app/ports/processes.ts';
import { makeStepContext, runOut } from '../../fakes/step-context.ts';

const startedAt = Date.parse('2026-11-20T11:00:00Z');
const meant = { pid: 999, startedAt, uid: 501, commandLine: 'openclaw-gateway' };
const step = { kind: 'kill-process', process: meant } as const;
const raw: RawProcess = { ...meant, ppid: 600, name: 'openclaw-gateway', cpuPercent: null, memoryBytes: null };

function makeContext(processes: Partial<Processes>) {
  return makeStepContext({ ports: { processes } });
}

describe('nothing is signalled', () => {
  test.each([
    { what: 'the pid began at another time', now: { startedAt: startedAt + 2_000 } },
    { what: 'it belongs to another user', now: { uid: 0 } },
    { what: 'it is another program', now: { commandLine: '/usr/bin/vim notes.txt' } },
  ])('$what', async ({ now }) => {
    const context = makeContext({ identify: async () => ({ ...raw, ...now }) });
    expect(await performKill(step, context)).toMatchObject({ outcome: 'failed', changedMeanwhile: true });
  });

  test('it is gone', async () => {
    const context = makeContext({ identify: async () => null });
    expect(await performKill(step, context)).toMatchObject({ outcome: 'already' });
  });

  test('ps does not tell', async () => {
    const context = makeContext({ identify: () => Promise.reject(new Error('ps -p 999: timed-out')) });
    expect(await performKill(step, context)).toMatchObject({ outcome: 'failed' });
  });
});

test('one SIGKILL, never a SIGTERM beside it, then the proof that it is gone', async () => {
  const killed: number[] = [];
  const context = makeContext({
    identify: async () => raw,
    kill: (pid) => killed.push(pid) > 0,
    isAlive: () => context.clock.now() - context.startedAt < 1_000,
  });
  expect(await runOut(context.clock, performKill(step, context))).toMatchObject({ outcome: 'done' });
  expect(killed).toEqual([999]);
});

test('what hangs in the system is reported', async () => {
  const context = makeContext({ identify: async () => raw, kill: () => true, isAlive: () => true });
  expect(await runOut(context.clock, performKill(step, context))).toMatchObject({
    outcome: 'timed-out',
    detail: 'pid 999 still runs 10 s after SIGKILL',
  });
});
