import { expect, test } from 'vitest';
import { systemdSteps, tellingUnitFiles } from '../../../app/engine/steps/systemd.ts';
import type { StepOutcome } from '../../../app/engine/steps/step.ts';
import { failure, type ScriptedCall, success } from '../../fakes/scripted-programs.ts';
import { makeStepContext } from '../../fakes/step-context.ts';

const serviceTarget = 'openclaw-gateway.service';
const call = (verb: string) => `systemctl --user --no-pager ${verb}`;
const refused = failure(
  1,
  'Job for openclaw-gateway.service failed because start of the service was attempted too often.\n',
);

test('restart goes through the manager', async () => {
  const context = makeStepContext({ calls: [{ line: call(`restart --no-block ${serviceTarget}`), result: success }] });
  const step = { kind: 'restart-loaded-service', serviceTarget } as const;
  expect(await systemdSteps['restart-loaded-service'](step, context)).toMatchObject({ outcome: 'done' });
});

test('stop does not wait for its end here', async () => {
  const context = makeStepContext({ calls: [{ line: call(`stop --no-block ${serviceTarget}`), result: success }] });
  const step = { kind: 'unload-service', serviceTarget } as const;
  expect(await systemdSteps['unload-service'](step, context)).toMatchObject({ outcome: 'done' });
});

test('a unit that ended too often is forgiven once', async () => {
  const context = makeStepContext({
    calls: [
      { line: call(`start ${serviceTarget}`), result: refused },
      { line: call(`reset-failed ${serviceTarget}`), result: success },
      { line: call(`start ${serviceTarget}`), result: success },
    ],
  });
  const step = { kind: 'start-loaded-service', serviceTarget } as const;
  expect(await systemdSteps['start-loaded-service'](step, context)).toMatchObject({ outcome: 'done' });
  expect(context.programs.left()).toEqual([]);
});

test('a second refusal is the answer', async () => {
  const context = makeStepContext({
    calls: [
      { line: call(`start ${serviceTarget}`), result: refused },
      { line: call(`reset-failed ${serviceTarget}`), result: success },
      { line: call(`start ${serviceTarget}`), result: refused },
    ],
  });
  const step = { kind: 'start-loaded-service', serviceTarget } as const;
  expect(await systemdSteps['start-loaded-service'](step, context)).toEqual({
    outcome: 'failed',
    detail: `${call(`start ${serviceTarget}`)}: Job for openclaw-gateway.service failed because start of the service was attempted too often. (exit code 1)`,
  });
});

test('a unit that is new on disk is read before it is started', async () => {
  const context = makeStepContext({
    calls: [
      { line: call('daemon-reload'), result: success },
      { line: call(`start ${serviceTarget}`), result: success },
    ],
  });
  const step = {
    kind: 'load-service',
    domain: 'user',
    definitionPath: '/home/alice/u.service',
    serviceTarget,
  } as const;
  expect(await systemdSteps['load-service'](step, context)).toMatchObject({ outcome: 'done' });
});

const unitPath = '/home/alice/.config/systemd/user/openclaw-gateway.service';
const reload = (result = success) => [{ line: call('daemon-reload'), result }];
const moved = { outcome: 'done', detail: null } as const;

/** Moves a file aside with that outcome, under the calls of that script. */
async function moveAside(path: string, outcome: StepOutcome, calls: readonly ScriptedCall[]) {
  const context = { ...makeStepContext({ calls }), runId: 'm1-2', itemId: 'm1-2-3', profile: null, keptCopy: null };
  const steps = tellingUnitFiles({
    'restore-copy': async () => outcome,
    'restore-version': async () => outcome,
    'move-aside': async () => outcome,
    'put-back': async () => outcome,
  });
  const told = await steps['move-aside']({ kind: 'move-aside', path, why: 'second-supervisor' }, context);
  expect(context.programs.left()).toEqual([]);
  return told;
}

test('systemd is told of a unit whose file went, and of no other file', async () => {
  expect(await moveAside(unitPath, moved, reload())).toEqual(moved);
  expect(await moveAside('/home/alice/.openclaw/openclaw.json', moved, [])).toEqual(moved);
});

test('a file that did not move is nothing to tell', async () => {
  const outcome = { outcome: 'failed', detail: 'read-only' } as const;
  expect(await moveAside(unitPath, outcome, [])).toEqual(outcome);
});

test('what systemd says to it is kept; the file has moved all the same', async () => {
  const told = await moveAside(unitPath, moved, reload(failure(1, 'Failed to reload daemon: Access denied')));
  expect(told).toMatchObject({ outcome: 'done', detail: expect.stringContaining('Access denied') });
});
