import { describe, expect, it } from 'vitest';
import type { ConfigContent } from '../../app/core/model/config-file.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { readDevicesOnDemand } from '../../app/engine/devices.ts';
import type { ProgramResult } from '../../app/ports/programs.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeScriptedPrograms } from '../fakes/scripted-programs.ts';
import { macTarget, makeConfig, makeDefinition, makeInstall, makeSnapshot, readAt } from '../fakes/snapshots.ts';
import { readFixture } from '../fixtures/read-fixture.ts';

const line = '/opt/homebrew/bin/node /opt/homebrew/lib/node_modules/openclaw/dist/index.js devices list --json';

function exited(exitCode: number, stdout: string, stderr = ''): ProgramResult {
  return { kind: 'exited', exitCode, stdout, stderr, durationMs: 2_000 };
}

async function ask(result: ProgramResult | null, change: Partial<Snapshot> = {}, asked = line) {
  const programs = makeScriptedPrograms(result === null ? [] : [{ line: asked, result }]);
  const reading = await readDevicesOnDemand(makeStrictPorts({ programs }), makeSnapshot(change));
  expect(programs.left()).toEqual([]);
  return reading;
}

it('asks the gateway through the service’s own program', async () => {
  expect(await ask(exited(0, readFixture('devices/list-2026.9.6-node.json')))).toMatchObject({
    status: 'known',
    value: { paired: [{ name: 'Kitchen Mac' }], pending: [] },
  });
});

it('says the profile by its flag', async () => {
  const target = { ...macTarget, profile: 'work', stateDir: '/Users/alice/.openclaw-work' };
  const configPath = `${target.stateDir}/openclaw.json`;
  const ofProfile = line.replace(' devices', ' --profile work devices');
  // By itself a profile has another port (2026.8.1 and later).
  const content = { ...(makeConfig().content as ConfigContent), port: 18_789 };
  const config = known(makeConfig({ path: configPath, content }), readAt);
  const change = { target: { ...target, configPath }, config };
  expect(await ask(exited(0, '{"paired":[],"pending":[]}'), change, ofProfile)).toMatchObject({ status: 'known' });
});

describe('without an answer it is unknown, with the complaint and no secret', () => {
  it.each([
    ['tool-failed', exited(1, '{"ok":false,"error":{"message":"token=geheim: pairing required"}}'), 'pairing required'],
    ['tool-failed', exited(1, '', 'Error: gateway closed (1006)\n    at x'), 'gateway closed (1006)'],
    ['not-understood', exited(0, 'No device pairing entries.'), 'No device pairing entries.'],
    ['timed-out', { kind: 'timed-out', durationMs: 60_000 }, '60000 ms'],
    ['tool-missing', { kind: 'missing', path: '/opt/homebrew/bin/node' }, '/opt/homebrew/bin/node'],
    ['tool-failed', { kind: 'signalled', signal: 'SIGKILL', durationMs: 5 }, 'SIGKILL'],
  ] as const)('%s: %j', async (code, result, told) => {
    const reading = await ask(result);
    expect(reading).toMatchObject({ status: 'unknown', reason: { code } });
    const text = JSON.stringify(reading);
    expect(text).toContain(told);
    expect(text).not.toContain('geheim');
  });

  it('nothing to ask with', async () => {
    const change = { definition: absent(readAt), install: known(makeInstall({ entryPath: null }), readAt) };
    expect(await ask(null, change)).toMatchObject({ status: 'unknown', reason: { code: 'tool-missing' } });
  });
});

describe('a command line would ask another gateway, so nothing is asked', () => {
  const definition = makeDefinition();
  const content = makeConfig().content as ConfigContent;
  const withEnvironment = (change: object) => ({
    definition: known({ ...definition, environment: { ...definition.environment, ...change } }, readAt),
  });

  it.each([
    ['state folder', withEnvironment({ stateDir: '/srv/state' })],
    ['configuration', withEnvironment({ configPath: '/srv/own.json' })],
    ['port', { port: { port: 19_000, source: 'service-arguments' } as const }],
    [
      'port, and the configuration cannot be read',
      { port: { port: 19_000, source: 'lock' } as const, config: unknown('not-permitted', '', readAt) },
    ],
    [
      'port, by the shell',
      {
        port: { port: 18_789, source: 'service-arguments' } as const,
        config: known(makeConfig({ content: { ...content, port: 19_000 } }), readAt),
      },
    ],
  ])('another %s', async (_what, change) => {
    expect(await ask(null, change)).toMatchObject({ status: 'unknown', reason: { code: 'not-asked' } });
  });
});
