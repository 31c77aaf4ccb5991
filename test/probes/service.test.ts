import { describe, expect, test } from 'vitest';
import type { ProgramResult } from '../../app/ports/programs.ts';
import { serviceProbe } from '../../app/probes/service.ts';
import { exited } from './fake-disk.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { linux, makeContext } from './make-context.ts';

const printLine = 'launchctl print gui/501/ai.openclaw.gateway';
const disabledLine = 'launchctl print-disabled gui/501';
const capture = (name: string) => readFixture(`launchctl/${name}`);
const running = exited(0, capture('print-gateway-running-first.txt'));
const notLoaded = exited(113, '', capture('print-notfound-113.stderr.txt'));
const enabled = exited(0, capture('print-disabled-macos26-1.txt'));
const parked = exited(0, capture('print-disabled-parked-gateway.txt'));
const unset = exited(0, '\n\tdisabled services = {\n\t}\n');

async function read(printed: ProgramResult, override: ProgramResult = enabled) {
  return serviceProbe.read(makeContext({ programs: { [printLine]: printed, [disabledLine]: override } }));
}

describe('launchd', () => {
  test('running: two calls, and evidence of each', async () => {
    const context = makeContext({ programs: { [printLine]: running, [disabledLine]: enabled } });
    const reading = await serviceProbe.read(context);
    expect(context.ran).toEqual([printLine, disabledLine]);
    expect(reading).toMatchObject({
      status: 'known',
      value: { manager: 'launchd', loaded: true, enabled: true, phase: 'running', pid: 77_529, runs: 1 },
    });
    const evidence = reading.status === 'known' ? reading.value.evidence : [];
    expect(evidence).toContainEqual({ command: printLine, line: 'state = running' });
    expect(evidence).toContainEqual({ command: disabledLine, line: '"ai.openclaw.gateway" => enabled' });
    expect(JSON.stringify(reading)).not.toMatch(/SSH_AUTH_SOCK|Listeners/);
  });

  test('not loaded, and disabled: the gateway that parked itself', async () => {
    expect(await read(notLoaded, parked)).toMatchObject({
      status: 'known',
      value: {
        loaded: false,
        enabled: false,
        phase: 'stopped',
        pid: null,
        runs: null,
        evidence: [
          { command: printLine, line: 'Could not find service "ai.openclaw.gateway" in domain for user gui: 501' },
          { command: disabledLine, line: '"ai.openclaw.gateway" => disabled' },
        ],
      },
    });
  });

  test('no override means enabled; an override that cannot be read is not known', async () => {
    const failed = exited(1, '', 'Could not print domain: 1: Operation not permitted');
    expect(await read(notLoaded, unset)).toMatchObject({ value: { loaded: false, enabled: true } });
    expect(await read(running, failed)).toMatchObject({ value: { loaded: true, enabled: null, pid: 77_529 } });
    expect(await read(running, { kind: 'timed-out', durationMs: 4000 })).toMatchObject({ value: { enabled: null } });
  });

  test('macOS 10.15 heads the print with the label alone', async () => {
    const text = capture('print-gateway-running-first.txt').replace('gui/501/', '');
    expect(await read(exited(0, text))).toMatchObject({ status: 'known', value: { phase: 'running' } });
  });

  test.each([
    ['nobody logged in', exited(112, '', capture('print-nodomain-112.stderr.txt')), 'no-login-session'],
    ['over ssh', exited(125, '', capture('kickstart-125.stderr.txt')), 'no-login-session'],
    ['another user', exited(1, '', capture('print-otheruser-1.stderr.txt')), 'not-permitted'],
    ['another job’s print', exited(0, capture('print-running-macos27-1-keepalive.txt')), 'not-understood'],
    ['another language', exited(0, 'gui/501/ai.openclaw.gateway = {\n\tZustand = läuft\n}\n'), 'not-understood'],
    ['an error in another language', exited(77, '', '找不到服务'), 'tool-failed'],
    ['nothing', exited(0, ''), 'not-understood'],
    ['no launchctl', { kind: 'missing', path: '/bin/launchctl' }, 'tool-missing'],
    ['a hanging launchctl', { kind: 'timed-out', durationMs: 4000 }, 'timed-out'],
    ['a flooding launchctl', { kind: 'flooded', durationMs: 900 }, 'too-large'],
    ['a killed launchctl', { kind: 'signalled', signal: 'SIGKILL', durationMs: 5 }, 'tool-failed'],
    ['a refused launchctl', { kind: 'failed', message: 'EACCES' }, 'tool-failed'],
  ] as const)('%s is unknown', async (_what, printed, code) => {
    expect(await read(printed)).toMatchObject({ status: 'unknown', reason: { code } });
  });

  test('what came instead is quoted short and without secrets', async () => {
    const reading = await read(exited(0, `OPENCLAW_GATEWAY_TOKEN=abcdef0123456789abcdef ${'x'.repeat(9999)}`));
    const detail = reading.status === 'unknown' ? reading.reason.detail : '';
    expect(detail).not.toContain('abcdef0123456789abcdef');
    expect(detail.length).toBeLessThan(300);
  });
});

describe('systemd', () => {
  const line = 'systemctl --user --no-pager show openclaw-gateway.service';
  const readLinux = (result: ProgramResult) =>
    serviceProbe.read(makeContext({ environment: linux, programs: { [line]: result } }));

  test('running: one call', async () => {
    const reading = await readLinux(exited(0, readFixture('systemd/show-running.txt')));
    expect(reading).toMatchObject({
      status: 'known',
      value: { manager: 'systemd', loaded: true, enabled: true, phase: 'running', pid: 4322, heldBack: null },
    });
    expect(JSON.stringify(reading)).toContain('ActiveState=active');
  });

  test('a unit that does not exist is an answer', async () => {
    expect(await readLinux(exited(0, readFixture('systemd/show-not-found.txt')))).toMatchObject({
      status: 'known',
      value: { loaded: false, phase: 'stopped' },
    });
  });

  test.each([
    ['no bus', exited(1, '', 'Failed to connect to bus: No medium found\n'), 'no-service-manager'],
    [
      'no session',
      exited(1, '', 'Failed to connect to user scope bus via local transport: $DBUS_SESSION_BUS_ADDRESS not defined'),
      'no-service-manager',
    ],
    ['a container', exited(1, '', 'System has not been booted with systemd as init system'), 'no-service-manager'],
    ['no systemctl', { kind: 'missing', path: '/usr/bin/systemctl' }, 'no-service-manager'],
    ['another language', exited(1, '', 'Verbindung fehlgeschlagen'), 'tool-failed'],
    ['nothing', exited(0, ''), 'not-understood'],
    ['a hanging systemctl', { kind: 'timed-out', durationMs: 4000 }, 'timed-out'],
  ] as const)('%s is unknown', async (_what, result, code) => {
    expect(await readLinux(result)).toMatchObject({ status: 'unknown', reason: { code } });
  });
});
