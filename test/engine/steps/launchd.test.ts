import { describe, expect, test } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import { launchdSteps } from '../../../app/engine/steps/launchd.ts';
import type { ProgramResult } from '../../../app/ports/programs.ts';
import { failure, success } from '../../fakes/scripted-programs.ts';
import { makeService, notLoaded, readAt } from '../../fakes/snapshots.ts';
import { makeStepContext, runOut } from '../../fakes/step-context.ts';

const serviceTarget = 'gui/501/ai.openclaw.gateway';
const definitionPath = '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist';
const load = { kind: 'load-service', domain: 'gui/501', definitionPath, serviceTarget } as const;
const bootstrap = `launchctl bootstrap gui/501 ${definitionPath}`;

const busy = failure(
  5,
  'Bootstrap failed: 5: Input/output error\nTry re-running the command as root for richer errors.\n',
);
const inProgress = failure(37, 'Bootstrap failed: 37: Operation already in progress\n');
const gone = known(makeService(notLoaded), readAt);
const dying = known(makeService({ phase: 'stopping', rawPhase: 'SIGTERMed' }), readAt);

describe('loading', () => {
  test('one accepted bootstrap is all', async () => {
    const context = makeStepContext({ calls: [{ line: bootstrap, result: success }] });
    expect(await launchdSteps['load-service'](load, context)).toEqual({ outcome: 'done', detail: null });
    expect(context.programs.left()).toEqual([]);
  });

  test.each([
    { code: 5, busyAnswer: busy },
    { code: 37, busyAnswer: inProgress },
  ])('$code after a bootout: not again before print forgets it and the pid is gone', async ({ busyAnswer }) => {
    const context = makeStepContext({
      calls: [
        { line: bootstrap, result: busyAnswer },
        { line: bootstrap, result: busyAnswer },
        { line: bootstrap, result: success },
      ],
      basis: { service: dying },
      service: (elapsedMs) => (elapsedMs < 9_000 ? dying : gone),
      ports: { processes: { isAlive: () => context.clock.now() - context.startedAt < 12_000 } },
    });
    const running = launchdSteps['load-service'](load, context);
    await context.clock.advance(11_900);
    expect(context.programs.left()).toHaveLength(2);
    expect(await runOut(context.clock, running)).toEqual({ outcome: 'done', detail: null });
    expect(context.clock.now() - context.startedAt).toBeLessThan(14_000);
  });

  test('5 for longer than a teardown takes is a failure with the line that says it', async () => {
    const context = makeStepContext({
      calls: Array.from({ length: 80 }, () => ({ line: bootstrap, result: busy })),
      basis: { service: dying },
      service: () => gone,
      ports: { processes: { isAlive: () => false } },
    });
    const outcome = await runOut(context.clock, launchdSteps['load-service'](load, context));
    expect(outcome).toEqual({
      outcome: 'failed',
      detail: `${bootstrap}: Bootstrap failed: 5: Input/output error (exit code 5)`,
    });
    expect(context.clock.now() - context.startedAt).toBeGreaterThanOrEqual(29_000);
    expect(context.clock.now() - context.startedAt).toBeLessThanOrEqual(30_500);
  });

  test('5 without a teardown in sight is given up soon: it has many causes that waiting does not cure', async () => {
    const context = makeStepContext({
      calls: Array.from({ length: 20 }, () => ({ line: bootstrap, result: busy })),
      basis: { service: gone },
      service: () => gone,
    });
    expect(await runOut(context.clock, launchdSteps['load-service'](load, context))).toMatchObject({
      outcome: 'failed',
    });
    expect(context.clock.now() - context.startedAt).toBeLessThanOrEqual(3_500);
  });

  test('5 because somebody else loaded it meanwhile is "already"', async () => {
    const context = makeStepContext({
      calls: [{ line: bootstrap, result: busy }],
      basis: { service: gone },
      service: () => known(makeService(), readAt),
    });
    expect(await launchdSteps['load-service'](load, context)).toMatchObject({ outcome: 'already' });
  });

  test.each([
    { what: 'disabled', answer: failure(119, 'Bootstrap failed: 119: Service is disabled\n') },
    {
      what: 'no graphical session',
      answer: failure(125, 'Bootstrap failed: 125: Domain does not support specified action\n'),
    },
    { what: 'a hanging launchctl', answer: { kind: 'timed-out', durationMs: 15_000 } satisfies ProgramResult },
  ])('is not repeated: $what', async ({ answer }) => {
    const context = makeStepContext({ calls: [{ line: bootstrap, result: answer }] });
    expect(await launchdSteps['load-service'](load, context)).toMatchObject({ outcome: 'failed' });
  });
});

const steps = {
  enable: { kind: 'enable-service', serviceTarget },
  start: { kind: 'start-loaded-service', serviceTarget },
  restart: { kind: 'restart-loaded-service', serviceTarget },
  unload: { kind: 'unload-service', serviceTarget },
} as const;

describe('one call each', () => {
  test.each([
    { name: 'enable', line: `launchctl enable ${serviceTarget}` },
    { name: 'start', line: `launchctl kickstart ${serviceTarget}` },
    { name: 'restart', line: `launchctl kickstart -k ${serviceTarget}` },
    { name: 'unload', line: `launchctl bootout ${serviceTarget}` },
  ] as const)('$name', async ({ name, line }) => {
    const context = makeStepContext({ calls: [{ line, result: success }] });
    const step = steps[name];
    const perform = launchdSteps[step.kind] as (step: unknown, context: unknown) => Promise<unknown>;
    expect(await perform(step, context)).toEqual({ outcome: 'done', detail: null });
    expect(context.programs.left()).toEqual([]);
  });

  test.each([
    { stderr: 'Boot-out failed: 3: No such process\n', code: 3, outcome: 'already' },
    { stderr: 'Boot-out failed: 36: Operation now in progress\n', code: 36, outcome: 'already' },
    { stderr: 'Boot-out failed: 125: Domain does not support specified action\n', code: 125, outcome: 'failed' },
  ])('bootout answers $code: $outcome', async ({ stderr, code, outcome }) => {
    const context = makeStepContext({
      calls: [{ line: `launchctl bootout ${serviceTarget}`, result: failure(code, stderr) }],
    });
    expect(await launchdSteps['unload-service'](steps.unload, context)).toMatchObject({ outcome });
  });

  test.each([
    { code: 37, stderr: '', outcome: 'already' },
    {
      code: 113,
      stderr: 'Could not find service "ai.openclaw.gateway" in domain for user gui: 501\n',
      outcome: 'failed',
    },
  ])('kickstart -k answers $code: $outcome', async ({ code, stderr, outcome }) => {
    const context = makeStepContext({
      calls: [{ line: `launchctl kickstart -k ${serviceTarget}`, result: failure(code, stderr) }],
    });
    expect(await launchdSteps['restart-loaded-service'](steps.restart, context)).toMatchObject({ outcome });
  });
});
