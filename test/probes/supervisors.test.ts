import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../app/core/model/reading.ts';
import type { ServiceState, Supervisor } from '../../app/core/model/service.ts';
import type { ProgramResult } from '../../app/ports/programs.ts';
import { supervisorsProbe } from '../../app/probes/supervisors.ts';
import type { FakeFile } from './fake-disk.ts';
import { exited } from './fake-disk.ts';
import { readFixture, readFixtureBytes } from '../fixtures/read-fixture.ts';
import { linux, mac, makeContext } from './make-context.ts';

const agents = '/Users/alice/Library/LaunchAgents';
const gateway = readFixture('plist/gateway-2026.9.6-installed.plist');
const own = { [`${agents}/ai.openclaw.gateway.plist`]: gateway };
const withLabel = (label: string) => gateway.replace('ai.openclaw.gateway</string>', `${label}</string>`);
const job = (label: string, ...args: readonly string[]) =>
  `<plist version="1.0"><dict><key>Label</key><string>${label}</string><key>ProgramArguments</key><array>${args
    .map((argument) => `<string>${argument}</string>`)
    .join('')}</array></dict></plist>`;

const quiet = { service: unknown('not-asked', 'not of interest here', 0) };

async function scan(
  files: Readonly<Record<string, FakeFile>>,
  programs: Readonly<Record<string, ProgramResult>> = {},
): Promise<{ readonly found: readonly Supervisor[]; readonly ran: readonly string[] }> {
  const context = makeContext({ files, programs });
  const reading = await supervisorsProbe.read(context, quiet);
  if (reading.status !== 'known') throw new Error(JSON.stringify(reading));
  return { found: reading.value, ran: context.ran };
}

describe('silent machines', () => {
  test('no folder at all', async () => {
    expect(await scan({})).toEqual({ found: [], ran: [] });
  });

  test('the usual one starts no program', async () => {
    const { found, ran } = await scan({
      ...own,
      [`${agents}/com.example.other.plist`]: job('com.example.other', '/usr/bin/true'),
      [`${agents}/ai.openclaw.mac.plist`]: job('ai.openclaw.mac', '/Applications/OpenClaw.app/Contents/MacOS/OpenClaw'),
      [`${agents}/ai.openclaw.node.plist`]: job(
        'ai.openclaw.node',
        '/n/node',
        '/o/openclaw/dist/index.js',
        'node',
        'run',
      ),
      '/Library/LaunchDaemons/com.example.plist': job('com.example', '/usr/sbin/x'),
    });
    expect(found.map(({ label, kind, isTarget, loaded }) => ({ label, kind, isTarget, loaded }))).toEqual([
      { label: 'ai.openclaw.gateway', kind: 'gateway', isTarget: true, loaded: null },
      { label: 'ai.openclaw.mac', kind: 'official-app', isTarget: false, loaded: null },
      { label: 'ai.openclaw.node', kind: 'node-host', isTarget: false, loaded: null },
    ]);
    expect(ran).toEqual([]);
  });

  test('broken, private, huge and foreign files are nobody’s supervisors', async () => {
    const { found } = await scan({
      [`${agents}/openclaw-broken.plist`]: '<plist><dict><key>openclaw',
      [`${agents}/openclaw-noise.plist`]: new Uint8Array([98, 112, 108, 105, 115, 116, 48, 48, 1, 2]),
      [`${agents}/openclaw-huge.plist`]: 'openclaw'.repeat(100_000),
      [`${agents}/openclaw-empty.plist`]: '',
      [`${agents}/openclaw.txt`]: gateway,
      '/Library/LaunchDaemons/private.plist': { kind: 'not-permitted' },
    });
    expect(found).toEqual([]);
  });
});

describe('other gateways', () => {
  test('a daemon with the target’s own label is another supervisor', async () => {
    const { found, ran } = await scan(
      { ...own, '/Library/LaunchDaemons/ai.openclaw.gateway.plist': gateway },
      {
        'launchctl print system/ai.openclaw.gateway': exited(
          0,
          readFixture('launchctl/print-running-daemon-system-1.txt'),
        ),
      },
    );
    expect(found[1]).toMatchObject({ scope: 'daemon', kind: 'gateway', isTarget: false, loaded: true, pid: 10_526 });
    expect(ran).toEqual(['launchctl print system/ai.openclaw.gateway']);
  });

  test('a legacy agent that is not loaded', async () => {
    const { found } = await scan(
      {
        [`${agents}/com.clawdbot.gateway.plist`]: job(
          'com.clawdbot.gateway',
          '/n/node',
          '/l/clawdbot/dist/entry.js',
          'gateway',
        ),
      },
      {
        'launchctl print gui/501/com.clawdbot.gateway': exited(113, '', 'Could not find service "x" in domain'),
      },
    );
    expect(found).toMatchObject([{ legacy: true, kind: 'gateway', loaded: false, pid: null, scope: 'user-agent' }]);
  });

  test('another profile, read from a binary list and its env file', async () => {
    const binary = readFixtureBytes('plist/gateway-unicode-home-binary.plist');
    const { found } = await scan(
      {
        [`${agents}/x.plist`]: binary,
        '/Users/爱丽丝 Li/.openclaw/service-env/ai.openclaw.gateway.env':
          "export OPENCLAW_PROFILE='work'\nexport OPENCLAW_STATE_DIR='/Users/爱丽丝 Li/.openclaw-work'\n",
      },
      { 'launchctl print gui/501/ai.openclaw.gateway': { kind: 'timed-out', durationMs: 4000 } },
    );
    expect(found).toMatchObject([
      { profile: 'work', port: 18_789, stateDir: '/Users/爱丽丝 Li/.openclaw-work', loaded: null, isTarget: false },
    ]);
  });

  test.each([
    ['no session', exited(125, '', 'Domain does not support specified action')],
    ['another language', exited(0, 'Zustand = läuft')],
    ['no launchctl', { kind: 'missing', path: '/bin/launchctl' }],
  ] as const)('%s: whether it is loaded is not known', async (_what, answer) => {
    const files = { [`${agents}/ai.openclaw.work.plist`]: withLabel('ai.openclaw.work') };
    const { found } = await scan(files, { 'launchctl print gui/501/ai.openclaw.work': answer });
    expect(found).toMatchObject([{ label: 'ai.openclaw.work', profile: 'work', loaded: null, pid: null }]);
  });

  test('a token among the arguments stays behind', async () => {
    const command = ['/n/node', '/o/openclaw/dist/index.js', 'gateway', '--token', 'hunter2hunter2', '--port', '5'];
    const { found } = await scan(
      { [`${agents}/com.example.plist`]: job('com.example', ...command) },
      { 'launchctl print gui/501/com.example': exited(113, '') },
    );
    expect(found).toMatchObject([{ port: 5 }]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});

describe('watchdogs', () => {
  const kick = 'launchctl kickstart -k gui/501/ai.openclaw.gateway';
  const script = '/Users/alice/bin/openclaw-watch.sh';
  const agent = job('com.alice.openclaw-watch', '/bin/bash', script).replace(
    '</dict>',
    '<key>StartInterval</key><integer>60</integer></dict>',
  );
  const path = `${agents}/com.alice.openclaw-watch.plist`;
  const loaded = {
    'launchctl print gui/501/com.alice.openclaw-watch': exited(113, '', 'Could not find service "x" in domain'),
  };

  test.each([
    ['a script that only looks', { [script]: '#!/bin/bash\nopenclaw gateway status\n' }],
    ['a program', { [script]: new Uint8Array([127, 69, 76, 70, 0, 1]) }],
    ['a script that is gone', {}],
    ['a script that may not be read', { [script]: { kind: 'not-permitted' } }],
  ] as const)('%s is none, and nobody is asked', async (_what, files) => {
    const { found, ran } = await scan({ ...own, ...files, [path]: agent });
    expect(found.map(({ watchdog }) => watchdog)).toEqual([null, null]);
    expect(ran).toEqual([]);
  });

  test('a script that restarts the gateway, and how often', async () => {
    const { found } = await scan({ [script]: `#!/bin/bash\n${kick}\n`, [path]: agent }, loaded);
    expect(found).toMatchObject([
      { kind: 'other', loaded: false, watchdog: { line: kick, scriptPath: script, everySeconds: 60 } },
    ]);
  });

  test('a command that does so itself', async () => {
    const { found } = await scan(
      { [path]: job('com.alice.openclaw-watch', '/bin/sh', '-c', 'openclaw gateway restart') },
      loaded,
    );
    expect(found).toMatchObject([
      { watchdog: { line: '/bin/sh -c openclaw gateway restart', scriptPath: null, everySeconds: null } },
    ]);
  });
});

const list = (...rows: readonly string[]) => exited(0, `PID\tStatus\tLabel\n${rows.join('\n')}\n`);
async function scanBounced(runs: number, answer: ProgramResult, files: Readonly<Record<string, FakeFile>> = own) {
  const context = makeContext({ files, programs: { 'launchctl list': answer } });
  const reading = await supervisorsProbe.read(context, { service: known({ runs } as ServiceState, 0) });
  return { found: reading.status === 'known' ? reading.value : [], ran: context.ran };
}

describe('update jobs without a file', () => {
  test('nobody asks about a gateway that was started a few times', async () => {
    expect((await scanBounced(9, list('-\t127\topenclaw-update-1'))).ran).toEqual([]);
  });

  test.each([
    ['there is none', list('812\t0\tai.openclaw.gateway')],
    ['the list is not understood', exited(0, 'launchctl: denied')],
    ['launchctl fails', exited(1, '')],
    ['launchctl hangs', { kind: 'timed-out', durationMs: 4000 }],
  ] as const)('none is found: %s', async (_why, answer) => {
    const { found, ran } = await scanBounced(59, answer);
    expect(found).toHaveLength(1);
    expect(ran).toEqual(['launchctl list']);
  });

  test('one with a file is no submitted one', async () => {
    const path = `${agents}/ai.openclaw.update.plist`;
    const files = { ...own, [path]: job('ai.openclaw.update', '/usr/bin/true') };
    const { found } = await scanBounced(59, list('-\t0\tai.openclaw.update'), files);
    expect(found.filter(({ submitted }) => submitted !== null)).toEqual([]);
  });

  test('one that was left over', async () => {
    const { found } = await scanBounced(59, list('-\t127\topenclaw-update-1', '77\t0\tcom.example.update'));
    expect(found.slice(1)).toMatchObject([
      { label: 'openclaw-update-1', kind: 'other', path: '', loaded: true, pid: null, submitted: { lastStatus: 127 } },
    ]);
  });
});

test('a folder that may not be read leaves it unknown whether there is a second gateway', async () => {
  const context = makeContext({ files: { ...own, '/Library/LaunchAgents': { kind: 'not-permitted' } } });
  expect(await supervisorsProbe.read(context, quiet)).toMatchObject({
    status: 'unknown',
    reason: { code: 'not-permitted', detail: '/Library/LaunchAgents' },
  });
});

test('a simulated Mac is not shown the real /Library', async () => {
  const environment = { ...mac, home: '/sandbox/Users/alice', systemRoot: '/sandbox' };
  const files = {
    '/Library/LaunchDaemons/ai.openclaw.gateway.plist': gateway,
    '/sandbox/Library/LaunchAgents/ai.openclaw.work.plist': withLabel('ai.openclaw.work'),
  };
  const programs = { 'launchctl print gui/501/ai.openclaw.work': exited(113, '') };
  const reading = await supervisorsProbe.read(makeContext({ environment, files, programs }), quiet);
  expect(reading).toMatchObject({ value: [{ label: 'ai.openclaw.work', scope: 'global-agent' }] });
});

describe('systemd', () => {
  const unit = readFixture('systemd/openclaw-gateway-2026.3.13.service');
  const units = '/home/alice/.config/systemd/user';

  test('user and system unit of one name are two supervisors', async () => {
    const line = 'systemctl --system --no-pager show openclaw-gateway.service';
    const context = makeContext({
      environment: linux,
      files: {
        [`${units}/openclaw-gateway.service`]: unit,
        [`${units}/other.service`]: '[Service]\nExecStart=/usr/bin/true\n',
        '/etc/systemd/user/openclaw-gateway.service': unit,
        '/etc/systemd/system/openclaw-gateway.service': unit,
        '/usr/lib/systemd/system/ssh.service': unit,
      },
      programs: { [line]: exited(0, readFixture('systemd/show-running.txt')) },
    });
    const reading = await supervisorsProbe.read(context, quiet);
    expect(reading).toMatchObject({
      value: [
        { path: `${units}/openclaw-gateway.service`, scope: 'systemd-user', isTarget: true, loaded: null },
        { scope: 'systemd-system', isTarget: false, loaded: true, pid: 4322, port: 18_789 },
      ],
    });
    expect(context.ran).toHaveLength(1);
  });

  test('a unit that neither runs nor starts at log-in is not in the way', async () => {
    const line = 'systemctl --user --no-pager show openclaw-gateway-work.service';
    const context = makeContext({
      environment: linux,
      files: { [`${units}/openclaw-gateway-work.service`]: unit },
      programs: { [line]: exited(0, readFixture('systemd/show-never-started.txt')) },
    });
    expect(await supervisorsProbe.read(context, quiet)).toMatchObject({
      value: [{ profile: 'work', loaded: false }],
    });
  });

  test('no bus: not known', async () => {
    const context = makeContext({
      environment: linux,
      files: { [`${units}/clawdbot-gateway.service`]: unit },
      programs: {
        'systemctl --user --no-pager show clawdbot-gateway.service': exited(
          1,
          '',
          'Failed to connect to bus: No medium found',
        ),
      },
    });
    expect(await supervisorsProbe.read(context, quiet)).toMatchObject({ value: [{ legacy: true, loaded: null }] });
  });
});
