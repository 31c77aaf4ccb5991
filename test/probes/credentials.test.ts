import { describe, expect, it } from 'vitest';
import type { Credentials, PlaceKind } from '../../app/core/model/credentials.ts';
import { unknown } from '../../app/core/model/reading.ts';
import type { ProgramResult } from '../../app/ports/programs.ts';
import { credentialsProbe } from '../../app/probes/credentials.ts';
import { definitionProbe } from '../../app/probes/definition.ts';
import { fakeSecrets } from '../fakes/fake-secrets.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { exited } from './fake-disk.ts';
import { linux, makeContext } from './make-context.ts';

type Machine = Parameters<typeof makeContext>[0];

const plistPath = '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist';
const envPath = '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env';
const dotenv = '/Users/alice/.openclaw/.env';
const gatewayEnv = '/Users/alice/.config/openclaw/gateway.env';
const unitPath = '/home/alice/.config/systemd/user/openclaw-gateway.service';
const token = fakeSecrets.mark('t1');

async function read(machine: Machine, isQuick = true) {
  const context = makeContext(machine);
  const definition = await definitionProbe.read(context, undefined);
  const reading = await credentialsProbe.read(context, { definition, isQuick });
  expect(reading.status).toBe('known');
  const { places } = (reading as { value: Credentials }).value;
  const placeOf = (kind: PlaceKind) => places.find((place) => place.kind === kind);
  return { places, placeOf, ran: context.ran, text: JSON.stringify(reading) };
}

function readLinux(files: NonNullable<Machine['files']>, programs: Machine['programs'] = {}, isQuick = true) {
  return read({ environment: linux, files, programs }, isQuick);
}

async function readLaunchdSession(tokenAnswer: ProgramResult, passwordAnswer: ProgramResult = exited(0, '')) {
  const programs = {
    'launchctl getenv OPENCLAW_GATEWAY_TOKEN': tokenAnswer,
    'launchctl getenv OPENCLAW_GATEWAY_PASSWORD': passwordAnswer,
  };
  return (await read({ programs }, false)).placeOf('login-session');
}

it('a machine without any has no places', async () => {
  expect((await read({})).places).toEqual([]);
});

describe('a LaunchAgent', () => {
  const installed = {
    [plistPath]: readFixture('plist/gateway-2026.9.6-installed.plist'),
    [envPath]: `${readFixture('plist/gateway-2026.9.6.env')}export OPENCLAW_GATEWAY_TOKEN='t1'\n`,
  };

  it('and the file of its wrapper are two places', async () => {
    const { places, text } = await read({ files: installed });
    expect(places).toMatchObject([
      { kind: 'service', path: plistPath, names: [], token: null, password: null, fileMode: 0o644 },
      { kind: 'service-file', path: envPath, token, password: null, fileMode: 0o644 },
    ]);
    expect(places[1]?.names).toContain('NODE_EXTRA_CA_CERTS');
    expect(text).not.toContain('t1');
  });

  it('that holds the token itself, as old ones do', async () => {
    const plist = readFixture('plist/gateway-2026.3.8.plist').replace(
      /<key>EnvironmentVariables<\/key>\s*<dict>/,
      (found) => `${found}<key>OPENCLAW_GATEWAY_TOKEN</key><string>t1</string>`,
    );
    expect((await read({ files: { [plistPath]: plist } })).placeOf('service')).toMatchObject({
      path: plistPath,
      token,
    });
  });

  it('that cannot be read is a place of which nothing is known', async () => {
    const nothing = { names: null, token: null, password: null, proxies: [] };
    expect((await read({ files: { [plistPath]: { kind: 'not-permitted' } } })).places).toMatchObject([
      { kind: 'service', path: plistPath, ...nothing },
    ]);
    const files = { ...installed, [envPath]: { kind: 'not-permitted' } } as const;
    expect((await read({ files })).placeOf('service-file')).toMatchObject({ path: envPath, ...nothing });
    const { [envPath]: _gone, ...rest } = installed;
    expect((await read({ files: rest })).placeOf('service-file')).toBeUndefined();
  });

  it('that broke between two looks', async () => {
    const context = makeContext({ files: installed });
    const definition = await definitionProbe.read(context, undefined);
    const later = makeContext({ files: { [plistPath]: 'half' } });
    expect(await credentialsProbe.read(later, { definition, isQuick: true })).toMatchObject({
      value: { places: [{ kind: 'service', names: null }] },
    });
  });
});

describe('a systemd unit', () => {
  const unit = readFixture('systemd/openclaw-gateway-2026.9.6.service');
  const dropIn = `${unitPath}.d/override.conf`;

  it('with drop-ins is one place, whose path is the file that sets the token', async () => {
    const files = { [unitPath]: unit, [dropIn]: '[Service]\nEnvironment="OPENCLAW_GATEWAY_TOKEN=t1" X=1\n' };
    const { placeOf } = await readLinux(files);
    expect(placeOf('service')).toMatchObject({ path: dropIn, token });
    expect(placeOf('service')?.names).toEqual(expect.arrayContaining(['OPENCLAW_GATEWAY_TOKEN', 'X', 'HOME']));
    expect((await readLinux({ [unitPath]: unit })).placeOf('service')).toMatchObject({ path: unitPath, token: null });
  });

  it('names files', async () => {
    const files = {
      [unitPath]: unit,
      [dropIn]: '[Service]\nEnvironmentFile=-%h/gateway.conf\n',
      '/home/alice/gateway.conf': { text: 'OPENCLAW_GATEWAY_PASSWORD=t1\n', mode: 0o644 },
    };
    expect((await readLinux(files)).placeOf('service-file')).toMatchObject({
      path: '/home/alice/gateway.conf',
      names: ['OPENCLAW_GATEWAY_PASSWORD'],
      password: token,
      fileMode: 0o644,
    });
  });

  it('the login session is asked once, at a full look', async () => {
    const output = "HOME=/home/alice\nOPENCLAW_GATEWAY_TOKEN=$'t\\'1'\nhttps_proxy=http://me:t1@127.0.0.1:7890\n";
    const programs = { 'systemctl --user --no-pager show-environment': exited(0, output) };
    const { placeOf, ran, text } = await readLinux({}, programs, false);
    expect(placeOf('login-session')).toEqual({
      kind: 'login-session',
      path: null,
      names: ['HOME', 'OPENCLAW_GATEWAY_TOKEN', 'https_proxy'],
      token: fakeSecrets.mark("t'1"),
      password: null,
      proxies: [{ name: 'https_proxy', value: 'http://***@127.0.0.1:7890' }],
      fileMode: null,
    });
    expect(ran).toHaveLength(1);
    expect(text).not.toContain('t1');
    expect((await readLinux({}, programs, true)).ran).toEqual([]);
  });

  it('a machine without systemd has no such session', async () => {
    const result = { kind: 'missing', path: '/usr/bin/systemctl' } as const;
    const programs = { 'systemctl --user --no-pager show-environment': result };
    expect((await readLinux({}, programs, false)).places).toEqual([]);
  });

  it.each([
    { kind: 'timed-out', durationMs: 4_000 },
    exited(1, '', 'Failed to connect to bus: No medium found'),
  ] as const)('a session that does not answer is not known', async (result) => {
    const programs = { 'systemctl --user --no-pager show-environment': result };
    expect((await readLinux({}, programs, false)).placeOf('login-session')).toMatchObject({ names: null, token: null });
  });
});

describe('launchd’s session', () => {
  it('tells what is set, and that nothing is', async () => {
    expect(await readLaunchdSession(exited(0, 't1\n'))).toMatchObject({
      names: ['OPENCLAW_GATEWAY_TOKEN'],
      token,
      password: null,
    });
    expect(await readLaunchdSession(exited(0, ''))).toMatchObject({ names: [], token: null });
    expect(await readLaunchdSession(exited(1, ''))).toMatchObject({ names: [], token: null });
  });

  it('that does not answer is not known', async () => {
    expect(await readLaunchdSession(exited(1, '', 'Could not find domain'))).toMatchObject({ names: null });
    expect(await readLaunchdSession(exited(0, ''), { kind: 'missing', path: '/bin/launchctl' })).toMatchObject({
      names: null,
    });
  });
});

describe('.env files', () => {
  it('of the state folder and of 2026.9', async () => {
    const files = {
      [dotenv]: { text: 'OPENCLAW_GATEWAY_TOKEN=t1\nARK_KEY=t2 # mine\n', mode: 0o600 },
      [gatewayEnv]: 'OPENCLAW_GATEWAY_PASSWORD="t1"\n',
    };
    expect((await read({ files })).places).toMatchObject([
      { kind: 'state-dotenv', path: dotenv, names: ['ARK_KEY', 'OPENCLAW_GATEWAY_TOKEN'], token, fileMode: 0o600 },
      { kind: 'gateway-env', path: gatewayEnv, password: token },
    ]);
  });

  it('of the service and of the command line, where they differ', async () => {
    const files = {
      [plistPath]: readFixture('plist/gateway-2026.9.6-installed.plist'),
      [envPath]: "export OPENCLAW_STATE_DIR='/srv/openclaw'\n",
      '/srv/openclaw/.env': 'A=1',
      [dotenv]: 'B=1',
    };
    const dotenvs = (await read({ files })).places.filter(({ kind }) => kind === 'state-dotenv');
    expect(dotenvs).toMatchObject([{ path: '/srv/openclaw/.env' }, { path: dotenv }]);
  });

  it('is followed by the one of the folder that it names', async () => {
    const moved = '/Users/alice/claw/.env';
    const files = {
      [dotenv]: 'OPENCLAW_STATE_DIR=~/claw\nA=1',
      [gatewayEnv]: 'G=1',
      [moved]: 'OPENCLAW_GATEWAY_TOKEN=t1',
    };
    expect((await read({ files })).places).toMatchObject([
      { kind: 'state-dotenv', path: dotenv, names: ['A', 'OPENCLAW_STATE_DIR'], token: null },
      { kind: 'gateway-env', path: gatewayEnv },
      { kind: 'moved-dotenv', path: moved, token },
    ]);
    const backHere = { ...files, [dotenv]: 'OPENCLAW_STATE_DIR=~/.openclaw' };
    expect((await read({ files: backHere })).placeOf('moved-dotenv')).toBeUndefined();
  });

  it('a profile does not read the common one', async () => {
    expect((await read({ profile: 'work', files: { [gatewayEnv]: 'A=1', [dotenv]: 'A=1' } })).places).toEqual([]);
  });

  it('that may not be read is a place of which nothing is known', async () => {
    expect((await read({ files: { [dotenv]: { kind: 'not-permitted' } } })).places).toMatchObject([
      { kind: 'state-dotenv', path: dotenv, names: null, token: null },
    ]);
  });
});

describe('the shell', () => {
  it('tells names that concern OpenClaw, and no others', async () => {
    const shell = {
      HOME: '/Users/alice',
      OPENCLAW_GATEWAY_TOKEN: 't1',
      ARK_API_KEY: 't2',
      AWS_SESSION_TOKEN: 't3',
      SECRET_PROJECT: 't4',
      NO_PROXY: 'localhost,127.0.0.1',
      HTTP_PROXY: '',
      all_proxy: 'socks5://me:p@ss@10.0.0.1:1080',
    };
    const { placeOf, text } = await read({ shell });
    expect(placeOf('shell')).toEqual({
      kind: 'shell',
      path: null,
      names: ['ARK_API_KEY', 'AWS_SESSION_TOKEN', 'HTTP_PROXY', 'NO_PROXY', 'OPENCLAW_GATEWAY_TOKEN', 'all_proxy'],
      token,
      password: null,
      proxies: [
        { name: 'all_proxy', value: 'socks5://***@10.0.0.1:1080' },
        { name: 'NO_PROXY', value: 'localhost,127.0.0.1' },
      ],
      fileMode: null,
    });
    expect(text).not.toMatch(/t[1-4]|p@ss/);
  });

  it('that started an app is none of ours', async () => {
    expect((await read({})).placeOf('shell')).toBeUndefined();
  });
});

it('a token that only names another variable is left out', async () => {
  const files = { [dotenv]: 'OPENCLAW_GATEWAY_TOKEN=${MY_TOKEN}\n' };
  expect((await read({ files })).placeOf('state-dotenv')).toMatchObject({
    names: ['OPENCLAW_GATEWAY_TOKEN'],
    token: null,
  });
});

it('an unknown definition is a place of which nothing is known', async () => {
  const reading = await credentialsProbe.read(makeContext({}), {
    definition: unknown('not-permitted', 'x', 0),
    isQuick: true,
  });
  expect(reading).toMatchObject({ value: { places: [{ kind: 'service', path: plistPath, names: null }] } });
});
