import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { eventually, isRunning, printedValue, scripts, writeAgent } from './small-jobs.ts';

const label = 'com.example.job';
let mac: SimulatedMac;
let target: string;

beforeEach(async () => {
  mac = await createSimulatedMac();
  target = `${mac.domain}/${label}`;
});
afterEach(() => mac.close());

const printed = async (key: string) => printedValue((await mac.launchctl('print', target)).stdout, key);
const load = (script: string, keys = {}) =>
  mac.launchctl('bootstrap', mac.domain, writeAgent(mac, label, script, keys));
const runs = async () => Number(await printed('runs'));

/** Loads a job and waits until it has set its signal traps. */
async function loadReady(script: string, keys = {}): Promise<void> {
  const log = path.join(mac.home, 'ready.log');
  await load(script, { ...keys, StandardOutPath: log });
  await eventually(
    () => readFileSync(log, 'utf8'),
    (text) => text === 'ready\n',
  );
}

describe('bootstrap', () => {
  test('runs the job, with its log folder, umask and environment', async () => {
    const log = path.join(mac.home, 'Library', 'Logs', 'new folder', 'job.log');
    const answer = await load(`echo "$GREETING from $HOME"; ${scripts.runs}`, {
      StandardOutPath: log,
      Umask: 63,
      EnvironmentVariables: { GREETING: 'hello' },
    });
    expect(answer).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await printed('state')).toBe('running');
    expect(await printed('last exit code')).toBe('(never exited)');
    expect(isRunning(Number(await printed('pid')))).toBe(true);
    await eventually(
      () => readFileSync(log, 'utf8'),
      (text) => text === `hello from ${mac.home}\n`,
    );
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  test('answers 5 with two lines for a job that is loaded already', async () => {
    await load(scripts.runs);
    expect(await load(scripts.runs)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: 'Bootstrap failed: 5: Input/output error\nTry re-running the command as root for richer errors.\n',
    });
    mac.setQuirks({ launchctl: { alreadyLoadedCode: 37 } });
    const answer = await load(scripts.runs);
    expect(answer).toMatchObject({ exitCode: 37, stderr: 'Bootstrap failed: 37: Operation already in progress\n' });
  });

  test('refuses what launchd refuses', async () => {
    const file = writeAgent(mac, label, scripts.runs);
    const bootstrap = async (name: string) => (await mac.launchctl('bootstrap', mac.domain, name)).exitCode;
    expect(await bootstrap(`${file}.missing`)).toBe(108);
    chmodSync(file, 0o666);
    expect(await bootstrap(file)).toBe(122);
    chmodSync(file, 0o644);
    writeFileSync(file, 'not a plist');
    expect(await bootstrap(file)).toBe(109);
    expect((await mac.launchctl('bootstrap', mac.domain)).exitCode).toBe(64);
    expect((await mac.launchctl('bootstrap', 'gui/99999', file)).exitCode).toBe(125);
  });

  test('fails loudly on a plist key that it would not obey', async () => {
    const answer = await load(scripts.runs, { WatchPaths: ['/etc'] });
    expect(answer.exitCode).toBe(70);
    expect(answer.stderr).toContain('WatchPaths');
  });
});

describe('bootout', () => {
  test('answers at once, keeps the label until the process has died, and bootstrap fails meanwhile', async () => {
    await loadReady(scripts.drains, { KeepAlive: true });
    const pid = Number(await printed('pid'));
    expect((await mac.launchctl('bootout', target)).exitCode).toBe(0);
    expect(await printed('state')).toBe('SIGTERMed');
    expect(await printed('pid')).toBe(String(pid));
    expect((await load(scripts.drains)).exitCode).toBe(5);
    await eventually(
      () => mac.launchctl('print', target),
      ({ exitCode }) => exitCode === 113,
    );
    expect(isRunning(pid)).toBe(false);
    expect((await load(scripts.runs)).exitCode).toBe(0);
  });

  test('kills after ExitTimeOut', async () => {
    await loadReady(scripts.ignoresTerm, { ExitTimeOut: 1 });
    const pid = Number(await printed('pid'));
    await mac.launchctl('bootout', target);
    await eventually(
      () => printed('state'),
      (state) => state === null,
    );
    expect(isRunning(pid)).toBe(false);
  });

  test('of nothing is 3 by label and 5 by path', async () => {
    expect(await mac.launchctl('bootout', target)).toMatchObject({
      exitCode: 3,
      stderr: 'Boot-out failed: 3: No such process\n',
    });
    const byPath = await mac.launchctl('bootout', mac.domain, writeAgent(mac, label, scripts.runs));
    expect(byPath.exitCode).toBe(5);
    const unload = await mac.launchctl('unload', path.join(mac.launchAgents, `${label}.plist`));
    expect(unload).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Unload failed: 5') });
  });
});

describe('keeping alive', () => {
  test('starts a killed job again and tells by which signal it died', async () => {
    await load(scripts.runs, { KeepAlive: true, ThrottleInterval: 0 });
    process.kill(Number(await printed('pid')), 'SIGKILL');
    await eventually(runs, (count) => count === 2);
    expect(await printed('last terminating signal')).toBe('Killed: 9');
    expect(await printed('last exit code')).toBeNull();
    expect(await printed('immediate reason')).toBe('inefficient');
  });

  test('waits for ThrottleInterval between two starts', async () => {
    await load(scripts.fails, { KeepAlive: true, ThrottleInterval: 1 });
    await eventually(
      () => printed('state'),
      (state) => state === 'spawn scheduled',
    );
    expect(await printed('last exit code')).toBe('3');
    expect(await printed('pid')).toBeNull();
    expect(await runs()).toBe(1);
    await eventually(runs, (count) => count === 2);
  });

  test('leaves a job that may end on its own', async () => {
    await load(scripts.fails);
    await eventually(
      () => printed('state'),
      (state) => state === 'not running',
    );
    expect(await runs()).toBe(1);
  });

  test('obeys SuccessfulExit', async () => {
    await load('exit 0', { KeepAlive: { SuccessfulExit: false }, ThrottleInterval: 0 });
    await eventually(
      () => printed('last exit code'),
      (code) => code === '0',
    );
    expect(await runs()).toBe(1);
    expect(await printed('state')).toBe('not running');
  });

  test('puts a job whose program is missing into the penalty box, where kickstart hangs', async () => {
    const file = writeAgent(mac, label, '', { ProgramArguments: ['/missing/node', 'gateway'], KeepAlive: true });
    expect((await mac.launchctl('bootstrap', mac.domain, file)).exitCode).toBe(0);
    expect(await printed('state')).toBe('spawn scheduled');
    expect(await printed('last exit code')).toBe('78: EX_CONFIG');
    expect(await printed('properties')).toContain('penalty box');
    const kicked = mac.launchctl('kickstart', target).then(
      () => 'answered',
      () => 'closed',
    );
    const waited = new Promise((resolve) => setTimeout(() => resolve('hangs'), 300));
    expect(await Promise.race([kicked, waited])).toBe('hangs');
    expect((await mac.launchctl('bootout', target)).exitCode).toBe(0);
    expect((await mac.launchctl('print', target)).exitCode).toBe(113);
  });
});

describe('kickstart', () => {
  test('-k replaces the process and -p tells the new pid', async () => {
    await load(scripts.runs);
    const before = await printed('pid');
    const { exitCode, stdout } = await mac.launchctl('kickstart', '-kp', target);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`${await printed('pid')}\n`);
    expect(await printed('pid')).not.toBe(before);
    expect(await printed('last terminating signal')).toBe('Terminated: 15');
    expect(await printed('immediate reason')).toBe('non-ipc demand');
  });

  test('without -k leaves a running job alone, silently, with 37', async () => {
    await load(scripts.runs);
    expect(await mac.launchctl('kickstart', target)).toEqual({ exitCode: 37, stdout: '', stderr: '' });
    expect(await runs()).toBe(1);
  });

  test('of a job that is not loaded is 113', async () => {
    expect(await mac.launchctl('kickstart', '-k', target)).toMatchObject({
      exitCode: 113,
      stderr: `Could not find service "${label}" in domain for user ${mac.domain.replace('/', ': ')}\n`,
    });
  });
});

describe('overrides and sessions', () => {
  test('a disabled job cannot be loaded until it is enabled; a running one stays', async () => {
    await load(scripts.runs);
    await mac.launchctl('disable', target);
    expect(await printed('state')).toBe('running');
    await mac.launchctl('bootout', target);
    await eventually(
      () => mac.launchctl('print', target),
      ({ exitCode }) => exitCode === 113,
    );
    expect((await load(scripts.runs)).exitCode).toBe(5);
    mac.setQuirks({ launchctl: { disabledCode: 119 } });
    expect((await load(scripts.runs)).stderr).toBe('Bootstrap failed: 119: Service is disabled\n');
    await mac.launchctl('enable', target);
    expect((await load(scripts.runs)).exitCode).toBe(0);
  });

  test('a logout ends the agents, a login starts those that are not disabled', async () => {
    await load(scripts.runs);
    const other = writeAgent(mac, 'com.example.disabled', scripts.runs);
    await mac.launchctl('bootstrap', mac.domain, other);
    await mac.launchctl('disable', `${mac.domain}/com.example.disabled`);
    const pid = Number(await printed('pid'));
    await mac.logOut();
    await eventually(
      () => isRunning(pid),
      (alive) => !alive,
    );
    const gone = await mac.launchctl('print', target);
    expect(gone).toMatchObject({
      exitCode: 112,
      stderr: expect.stringContaining('Could not find domain for user gui'),
    });
    await mac.logIn();
    expect(await printed('state')).toBe('running');
    expect((await mac.launchctl('print', `${mac.domain}/com.example.disabled`)).exitCode).toBe(113);
  });
});

test('closing ends every process, even one that left its process group, and removes the folder', async () => {
  const short = await createSimulatedMac();
  const note = path.join(short.home, 'pid');
  const file = writeAgent(short, label, `setsid sleep 600 & echo $! > ${note}; ${scripts.ignoresTerm}`);
  await short.launchctl('bootstrap', short.domain, file);
  await eventually(() => existsSync(note) && readFileSync(note, 'utf8') !== '', Boolean);
  const stray = Number(readFileSync(note, 'utf8'));
  const pid = Number(printedValue((await short.launchctl('print', `${short.domain}/${label}`)).stdout, 'pid'));
  await short.close();
  expect([isRunning(stray), isRunning(pid), existsSync(short.root)]).toEqual([false, false, false]);
});
