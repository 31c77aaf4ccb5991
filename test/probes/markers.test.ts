import { describe, expect, it } from 'vitest';
import { absent, known, type Reading } from '../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../app/core/model/service.ts';
import type { Environment } from '../../app/core/model/target.ts';
import { markersProbe } from '../../app/probes/markers.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import type { FakeFile } from './fake-disk.ts';
import { mac, makeContext } from './make-context.ts';

const state = '/Users/alice/.openclaw';

interface Machine {
  readonly files?: Readonly<Record<string, FakeFile>>;
  readonly environment?: Environment;
  readonly profile?: string;
  readonly definition?: Reading<ServiceDefinition>;
}

async function read({ definition = absent(1), ...machine }: Machine) {
  return markersProbe.read(makeContext(machine), { definition });
}

async function value(machine: Machine) {
  const reading = await read(machine);
  if (reading.status !== 'known') throw new Error(JSON.stringify(reading));
  return reading.value;
}

it('on an empty machine nothing is set', async () => {
  expect(await value({})).toEqual({
    launchAgentDisabled: false,
    nixMode: false,
    externalSupervisor: false,
    lock: null,
    lastLifecycle: null,
    otherStateDirs: [],
    foreignFiles: [],
    session: null,
  });
});

describe('hands off', () => {
  it('because of the file that the official app writes, also for another profile', async () => {
    const files = { [`${state}/disable-launchagent`]: '' };
    expect(await value({ files })).toMatchObject({ launchAgentDisabled: true });
    expect(await value({ files, profile: 'work' })).toMatchObject({ launchAgentDisabled: true });
  });

  it.each([
    [{ OPENCLAW_NIX_MODE: '1' }, { nixMode: true, externalSupervisor: false }],
    [{ OPENCLAW_NIX_MODE: '0' }, { nixMode: false, externalSupervisor: false }],
    [{ OPENCLAW_SUPERVISOR_MODE: 'external' }, { nixMode: false, externalSupervisor: true }],
    [{ OPENCLAW_SERVICE_REPAIR_POLICY: 'external' }, { nixMode: false, externalSupervisor: true }],
  ])('because of the environment: %j', async (variables, expected) => {
    expect(await value({ environment: { ...mac, variables } })).toMatchObject(expected);
  });
});

describe('the lock', () => {
  const lock = readFixture('machine/lock-2026.9.6.json');
  const old = readFixture('machine/lock-2026.3.13.json');
  const temporary = '/var/folders/x/T';
  const environment = { ...mac, temporaryFolder: temporary };

  it.each([
    [
      'another profile’s',
      { [`${temporary}/openclaw-501/gateway.1a2b3c4d.lock`]: old.replace('.openclaw/', '.openclaw-b/') },
    ],
    ['another user’s', { '/tmp/openclaw-502/gateway.1a2b3c4d.lock': old }],
    ['an empty coordinator', { [`${state}/tmp/openclaw-501/gateway.state.lock.sqlite`]: lock }],
    ['not the gateway’s', { [`${state}/tmp/openclaw-501/device-identity.8647fb4c.lock`]: lock }],
    ['half-written', { [`${state}/tmp/openclaw-501/gateway.state.lock`]: '{"pid": 98' }],
    ['in a temporary folder that is hidden', { [`${temporary}/openclaw-501`]: { kind: 'not-permitted' } as const }],
  ])('is not one that is %s', async (_name, files) => {
    expect(await value({ files, environment })).toMatchObject({ lock: null });
  });

  it('of 2026.9.6 is in the state folder', async () => {
    const path = `${state}/tmp/openclaw-501/gateway.state.lock`;
    expect(await value({ files: { [path]: lock } })).toMatchObject({ lock: { path, pid: 9851, port: 18789 } });
  });

  it.each([temporary, '/tmp'])('of 2026.3.13 is in %s', async (folder) => {
    const path = `${folder}/openclaw-501/gateway.1a2b3c4d.lock`;
    expect(await value({ files: { [path]: old }, environment })).toMatchObject({ lock: { path, pid: 20629 } });
  });

  it('is looked for where the service keeps its state', async () => {
    const service = { environment: { stateDir: '/Volumes/claw', configPath: null } } as ServiceDefinition;
    const files = { '/Volumes/claw/tmp/openclaw-501/gateway.state.lock': lock };
    expect(await value({ files, definition: known(service, 1) })).toMatchObject({ lock: { pid: 9851 } });
  });
});

it('reads the newest entry of the restart log', async () => {
  const files = { [`${state}/logs/gateway-restart.log`]: readFixture('machine/gateway-restart-2026.9.6.log') };
  expect(await value({ files })).toMatchObject({ lastLifecycle: { action: 'stop', source: 'cli', failed: false } });
});

it('names the other state folders that hold a configuration', async () => {
  const files = {
    [`${state}/openclaw.json`]: '{}',
    '/Users/alice/.openclaw-work/openclaw.json': '{}',
    '/Users/alice/.clawdbot/clawdbot.json': '{}',
    '/Users/alice/.openclaw-empty/logs/a': '',
    '/Users/alice/.openclawish/openclaw.json': '{}',
    '/Users/alice/openclaw/openclaw.json': '{}',
  };
  const { otherStateDirs } = await value({ files });
  expect(otherStateDirs.map(({ path }) => path)).toEqual(['/Users/alice/.clawdbot', '/Users/alice/.openclaw-work']);
});

it.each([`${state}/disable-launchagent`, `${state}/tmp/openclaw-501`, `${state}/logs/gateway-restart.log`])(
  'is unknown when %s is hidden',
  async (path) => {
    const files = { [path]: { kind: 'not-permitted' } } as const;
    expect(await read({ files })).toMatchObject({ status: 'unknown', reason: { code: 'not-permitted', detail: path } });
  },
);
