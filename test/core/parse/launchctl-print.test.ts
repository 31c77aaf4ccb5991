import { describe, expect, test } from 'vitest';
import type { LaunchdJob } from '../../../app/core/parse/launchctl-print.ts';
import { parseLaunchctlPrint } from '../../../app/core/parse/launchctl-print.ts';
import { listFixtures, readFixture } from '../../fixtures/read-fixture.ts';

/** Some captures are only the lines that matter; launchctl prints them below the job's header. */
function readPrint(name: string): string {
  const text = readFixture(`launchctl/${name}`);
  return text.startsWith('\t') ? `gui/501/com.example.job = {\n${text.trimEnd()}\n}\n` : text;
}

const print = (...lines: readonly string[]) => `gui/501/x = {\n${lines.map((line) => `\t${line}`).join('\n')}\n}\n`;

const never = { kind: 'never' } as const;
const code = (number: number, name: string | null = null) => ({ kind: 'code', code: number, name }) as const;

/** Of this job a person wrote down no state: without it nothing is claimed. */
const stateless = 'print-crashcount-dyld-lines.txt';

const expected: Record<string, Partial<LaunchdJob>> = {
  'print-crashloop-exconfig-macos26-1.txt': {
    phase: 'waiting',
    pid: null,
    runs: 22_138,
    lastExit: code(78, 'EX_CONFIG'),
    throttleSeconds: 30,
    loadedFrom: null,
  },
  'print-gateway-installed-by-2026.9.6.txt': {
    name: 'gui/501/ai.openclaw.gateway',
    phase: 'running',
    pid: 4322,
    runs: 1,
    lastExit: never,
    loadedFrom: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
    throttleSeconds: 10,
    exitTimeoutSeconds: 20,
  },
  'print-gateway-running-after-crash.txt': { phase: 'running', pid: 78_001, runs: 4, lastExit: code(1) },
  'print-gateway-running-after-kill.txt': {
    phase: 'running',
    runs: 5,
    lastExit: { kind: 'signal', signal: 9, name: 'Killed' },
  },
  'print-gateway-running-first.txt': { phase: 'running', pid: 77_529, runs: 1, lastExit: never, heldBack: null },
  'print-gateway-sigtermed.txt': { phase: 'stopping', rawPhase: 'SIGTERMed', pid: 77_529 },
  'print-gateway-spawnscheduled.txt': { phase: 'waiting', pid: null, runs: 37, lastExit: code(78, 'EX_CONFIG') },
  'print-gateway-xpcproxy.txt': { phase: 'starting', pid: 78_300, lastExit: code(0) },
  'print-neverrun-macos27-1-calendar.txt': { phase: 'stopped', pid: null, runs: 0, lastExit: never },
  'print-notrunning-exit0-2026-03-1.txt': { phase: 'stopped', runs: 2, lastExit: code(0) },
  'print-notrunning-exit3-1.txt': { phase: 'stopped', runs: 1, lastExit: code(3) },
  'print-notrunning-macos27-1-exit1-watchpaths.txt': { phase: 'stopped', runs: 4, lastExit: code(1) },
  'print-notrunning-macos27-2-exit0-interval.txt': { phase: 'stopped', runs: 18, lastExit: code(0) },
  'print-penaltybox-macos26-lines.txt': {
    phase: 'waiting',
    heldBack: 'penalty-box',
    lastExit: code(78, 'EX_CONFIG'),
    runs: null,
  },
  'print-pended-speculative-1-lines.txt': { phase: 'stopped', pended: 'speculative', runs: 0, lastExit: null },
  'print-running-crashloop-macos27-lines.txt': { phase: 'running', runs: 38_771, pid: 60_560, lastExit: code(1) },
  'print-running-daemon-system-1.txt': { name: 'system/org.example.iron-link.daemon', phase: 'running', pid: 10_526 },
  'print-running-macos1015-legacyformat-1.txt': {
    name: 'com.microsoft.VSCodeInsiders.ShipIt',
    phase: 'running',
    pid: 3087,
    runs: 1,
    throttleSeconds: 2,
    lastExit: never,
    heldBack: null,
    loadedFrom: null,
  },
  'print-running-macos26-1-bun-keepalive.txt': { phase: 'running', pid: 3246, lastExit: never },
  'print-running-macos26-2-inefficient-restarted.txt': { phase: 'running', runs: 2, lastExit: code(0) },
  'print-running-macos27-1-keepalive.txt': { phase: 'running', pid: 1076, runs: 1, lastExit: never },
  'print-sigtermed-macos26-1-lines.txt': { phase: 'stopping', pid: 4242, runs: null, lastExit: null },
  'print-xpcproxy-macos26-1.txt': { phase: 'starting', pid: null, lastExit: never },
};

describe('captured prints', () => {
  const captures = listFixtures('launchctl').filter((name) => /^print-(?!disabled|domain)(?!.*stderr)/.test(name));

  test('each is expected', () => {
    expect(captures).toEqual([stateless, ...Object.keys(expected)].sort());
  });

  test.each(Object.entries(expected))('%s', (name, job) => {
    expect(parseLaunchctlPrint(readPrint(name))).toMatchObject(job);
  });

  test('a print without a state is not understood', () => {
    expect(parseLaunchctlPrint(readPrint(stateless))).toBeNull();
  });

  test('a kernel reason stands in for the exit code', () => {
    const text = readPrint(stateless).replace('{\n', '{\n\tstate = not running\n');
    expect(parseLaunchctlPrint(text)?.lastExit).toEqual({ kind: 'reason', reason: 'OS_REASON_DYLD' });
  });

  test.each(captures)('%s: no environment value and no argument is kept', (name) => {
    const kept = JSON.stringify(parseLaunchctlPrint(readPrint(name)));
    expect(kept).not.toMatch(/SSH_AUTH_SOCK|Listeners|XPC_SERVICE_NAME|usr\/bin|--port|index\.js/);
  });
});

describe('what must not mislead', () => {
  test('nested blocks do not speak for the job', () => {
    const text = print(
      'state = not running',
      'resource coalition = {',
      '\tstate = running',
      '\tpid = 99',
      '}',
      'runs = 3',
    );
    expect(parseLaunchctlPrint(text)).toMatchObject({ phase: 'stopped', pid: null, runs: 3 });
  });

  test('arguments may look like anything', () => {
    const text = print('arguments = {', '\tstate = running', '\tpid = 1 = {', '\t', '\t}', '}', 'state = not running');
    expect(parseLaunchctlPrint(text)).toMatchObject({ phase: 'stopped', pid: null });
  });

  test('"suspended" is not "pended"', () => {
    const parsed = parseLaunchctlPrint(print('state = running', 'pid = 5', 'started suspended = 0'));
    expect(parsed).toMatchObject({ phase: 'running', pended: null });
  });

  test('running without a process is not understood as running', () => {
    expect(parseLaunchctlPrint(print('state = running', 'pid = 0'))).toMatchObject({ phase: 'unknown', pid: null });
  });

  test.each(['', 'toString', 'constructor', 'läuft', 'trampoline', 'languishing'])('state %j is unknown', (state) => {
    expect(parseLaunchctlPrint(print(`state = ${state}`))?.phase).toBe('unknown');
  });

  test('exponential throttling', () => {
    const text = print('state = spawn scheduled', 'properties = keepalive | exponential throttling');
    expect(parseLaunchctlPrint(text)?.heldBack).toBe('exponential-throttling');
  });

  test('the properties block of macOS 10.15', () => {
    const text = print('state = spawn scheduled', 'properties = {', '\tkeepalive = 1', '\tpenalty box = 1', '}');
    expect(parseLaunchctlPrint(text)?.heldBack).toBe('penalty-box');
    expect(parseLaunchctlPrint(text.replace('penalty box = 1', 'penalty box = 0'))?.heldBack).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['a domain', readFixture('launchctl/print-domain-gui.txt')],
    ['an error', readFixture('launchctl/print-notfound-113.stderr.txt')],
    ['another language', 'gui/501/x = {\n\tZustand = läuft\n\tPID = 5\n}\n'],
    ['half a print', readFixture('launchctl/print-gateway-running-first.txt').slice(0, 900)],
    ['JSON', '{"state":"running","pid":5}'],
    ['bytes', '\u0000\uFFFD\u0001'],
    ['no indentation', 'gui/501/x = {\nstate = running\npid = 5\n}\n'],
  ])('%s is not understood', (_what, text) => {
    expect(parseLaunchctlPrint(text)).toBeNull();
  });
});
