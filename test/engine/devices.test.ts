import { describe, expect, it } from 'vitest';
import type { ConfigContent } from '../../app/core/model/config-file.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { readDevicesOnDemand } from '../../app/engine/devices.ts';
import type { ColumnRead, Databases } from '../../app/ports/databases.ts';
import type { ProgramResult } from '../../app/ports/programs.ts';
import { makeFileDevices } from '../core/make-access.ts';
import { makeDevices } from '../core/make-stores.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeScriptedPrograms } from '../fakes/scripted-programs.ts';
import { macTarget, makeConfig, makeDefinition, makeInstall, makeSnapshot, readAt } from '../fakes/snapshots.ts';
import { readFixture } from '../fixtures/read-fixture.ts';

const line = '/opt/homebrew/bin/node /opt/homebrew/lib/node_modules/openclaw/dist/index.js devices list --json';

function exited(exitCode: number, stdout: string, stderr = ''): ProgramResult {
  return { kind: 'exited', exitCode, stdout, stderr, durationMs: 2_000 };
}

const ownId = '2f9cf3e379d9bfc50c3b806488bfb9a6b76009fa09446b9892879a3d80fd6ce5';
let selected: string[] = [];

async function ask(
  result: ProgramResult | null,
  change: Partial<Snapshot> = {},
  { asked = line, database = { kind: 'read', values: [ownId] } }: { asked?: string; database?: ColumnRead } = {},
) {
  const programs = makeScriptedPrograms(result === null ? [] : [{ line: asked, result }]);
  selected = [];
  const databases: Databases = {
    async readColumn(path, select) {
      selected.push(`${path}: ${select}`);
      return database;
    },
  };
  const reading = await readDevicesOnDemand(makeStrictPorts({ programs, databases }), makeSnapshot(change));
  expect(programs.left()).toEqual([]);
  return reading;
}

it('asks the gateway through the service’s own program', async () => {
  expect(await ask(exited(0, readFixture('devices/list-2026.9.6-node.json')))).toMatchObject({
    status: 'known',
    value: { paired: [{ name: 'Kitchen Mac' }], pending: [] },
  });
});

describe('which device is this computer', () => {
  const empty = exited(0, '{"paired":[],"pending":[]}');
  const identity = makeFileDevices().identity;

  it.each<[string, ColumnRead]>([
    ['there is no database', { kind: 'missing' }],
    ['it cannot be read', { kind: 'failed', message: 'sqlite3: missing' }],
    ['it has no identity (a command line with the shared token needs none)', { kind: 'read', values: [] }],
    ['what is there is no id', { kind: 'read', values: ['-----BEGIN PRIVATE KEY-----'] }],
  ])('is not known: %s', async (_name, database) => {
    expect(await ask(empty, {}, { database })).toMatchObject({ status: 'known', value: { ownDeviceId: null } });
  });

  it('nobody is asked when the list cannot be told', async () => {
    await ask(exited(1, '', 'gateway closed'));
    expect(selected).toEqual([]);
  });

  it('stands in the database of the state folder, and nothing else is read there', async () => {
    expect(await ask(empty)).toMatchObject({ value: { ownDeviceId: ownId } });
    expect(selected).toEqual([
      "/Users/alice/.openclaw/state/openclaw.sqlite: SELECT device_id FROM device_identities WHERE identity_key = 'primary'",
    ]);
  });

  it('stands in its file as long as that was not taken over', async () => {
    const devices = known(makeDevices({ identity }), readAt);
    expect(await ask(empty, { devices }, { database: { kind: 'read', values: [] } })).toMatchObject({
      value: { ownDeviceId: identity?.deviceId },
    });
    expect(await ask(empty, { devices })).toMatchObject({ value: { ownDeviceId: ownId } });
  });

  it('stands in the file alone before 2026.8.1', async () => {
    const devices = known(makeFileDevices({ paired: null }), readAt);
    expect(await ask(empty, { devices })).toMatchObject({ value: { ownDeviceId: identity?.deviceId } });
    expect(selected).toEqual([]);
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
  expect(await ask(exited(0, '{"paired":[],"pending":[]}'), change, { asked: ofProfile })).toMatchObject({
    status: 'known',
  });
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
