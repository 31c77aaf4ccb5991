import { describe, expect, test } from 'vitest';
import type { RepairStep } from '../../../app/core/model/repair.ts';
import { performRepairStep } from '../../../app/engine/repair/performers.ts';
import { failure, type ScriptedCall, success } from '../../fakes/scripted-programs.ts';
import { linuxEnvironment, macEnvironment } from '../../fakes/snapshots.ts';
import { makeStepContext } from '../../fakes/step-context.ts';

const nodePath = '/opt/homebrew/bin/node';
const entryPath = '/opt/homebrew/lib/node_modules/openclaw/dist/index.js';
const device = (command: 'approve' | 'reject' | 'remove', id: string): RepairStep => ({
  kind: 'manage-device',
  command,
  id,
  nodePath,
  entryPath,
});
const variable = (name: string): RepairStep => ({ kind: 'unset-login-variable', name });

async function perform(step: RepairStep, calls: readonly ScriptedCall[], at: object = {}) {
  const context = makeStepContext({ calls, basis: { environment: macEnvironment, ...at } });
  const run = { runId: 'm1-2', itemId: 'm1-2-0', profile: null, keptCopy: null };
  const outcome = await performRepairStep(step, { ...context, ...run });
  expect(context.programs.left()).toEqual([]);
  return outcome;
}

describe('OpenClaw decides about one device', () => {
  test.each(['approve', 'reject', 'remove'] as const)('%s, by its id', async (command) => {
    const line = `${nodePath} ${entryPath} devices ${command} 0a1b-2c3d`;
    expect(await perform(device(command, '0a1b-2c3d'), [{ line, result: success }])).toEqual({
      outcome: 'done',
      detail: null,
    });
  });

  test('what it complains about is kept', async () => {
    const line = `${nodePath} ${entryPath} devices remove ec4c`;
    expect(await perform(device('remove', 'ec4c'), [{ line, result: failure(1, 'unknown deviceId') }])).toEqual({
      outcome: 'failed',
      detail: expect.stringContaining('unknown deviceId'),
    });
    const late = { kind: 'timed-out', durationMs: 60_000 } as const;
    expect(await perform(device('remove', 'ec4c'), [{ line, result: late }])).toMatchObject({ outcome: 'timed-out' });
  });

  test.each(['', '--all', 'a b', '../x', '-'])('never without an id: %j', async (id) => {
    expect(await perform(device('approve', id), [])).toMatchObject({ outcome: 'failed' });
  });
});

describe('the login session forgets a variable', () => {
  const name = 'OPENCLAW_GATEWAY_TOKEN';

  test('on macOS', async () => {
    const calls = [{ line: `launchctl unsetenv ${name}`, result: success }];
    expect(await perform(variable(name), calls)).toMatchObject({ outcome: 'done' });
  });

  test('on Linux', async () => {
    const calls = [{ line: `systemctl --user --no-pager unset-environment ${name}`, result: success }];
    expect(await perform(variable(name), calls, { environment: linuxEnvironment })).toMatchObject({ outcome: 'done' });
  });

  test('or says why not', async () => {
    const calls = [{ line: `launchctl unsetenv ${name}`, result: failure(1, 'Could not unset') }];
    expect(await perform(variable(name), calls)).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('not unset (exit code 1)'),
    });
    expect(await perform(variable('-x'), [])).toMatchObject({ outcome: 'failed' });
  });
});
