import { expect, test } from 'vitest';
import { systemdSteps } from '../../../app/engine/steps/systemd.ts';
import { failure, success } from '../../fakes/scripted-programs.ts';
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
