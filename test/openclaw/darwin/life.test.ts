import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedValue } from '../../simulated-macos/small-jobs.ts';
import { clawtender, codesOf, followStatus, readStatus } from '../clawtender.ts';
import { findListenerPid, until, untilReady, untilSilent } from '../gateways.ts';
import { createMacWithOpenClaw } from './openclaw-on-mac.ts';
import type { MacWithOpenClaw } from './openclaw-on-mac.ts';

/** The real command line refuses to stop a gateway without a terminal unless forced; the older has no such option. */
const stopArguments = { '2026.9.6': ['--force'], '2026.3.13': [] } as const;
/** `gateway start` of a service that is not loaded: the older answers ok and does nothing. */
const startAnswers = {
  '2026.9.6': { says: { ok: true, result: 'started' }, state: 'healthy', loaded: true },
  '2026.3.13': { says: { ok: true, result: 'not-loaded' }, state: 'stopped', loaded: false },
} as const;

/** What may be seen while a gateway comes up; anything else would be a lie. */
const onTheWayUp = new Set(['starting', 'degraded', 'stopped', 'stopping', 'unknown', 'healthy']);

describe.each([
  { version: '2026.9.6', port: 29041 },
  { version: '2026.3.13', port: 29051 },
] as const)('OpenClaw $version installs, starts and stops its gateway on the simulated Mac', ({ version, port }) => {
  let mac: MacWithOpenClaw;
  const jobPid = async () => {
    const { stdout } = await mac.launchctl('print', mac.serviceTarget);
    return Number(printedValue(stdout, 'pid') ?? 0);
  };
  /** Clawtender ends with success when the gateway answers; the word is healthy once it is ready. */
  const expectServed = async (pid: number) => {
    const { report, seen } = await followStatus(mac.env, 'healthy');
    expect(seen.filter((state) => !onTheWayUp.has(state))).toEqual([]);
    expect(report).toMatchObject({
      state: 'healthy',
      gateway: { port, version, supervisor: 'launchd', label: 'ai.openclaw.gateway' },
      service: { installed: true, loaded: true, enabled: true, pid, definitionPath: mac.plistPath },
    });
    expect(report.gateway?.pid).toBe(await findListenerPid(port));
    expect(codesOf(report)).toEqual([]);
  };
  const gatewayServes = async (otherThan = 0) => {
    await until('a new process of the job', async () => ![0, otherThan].includes(await jobPid()));
    await untilReady(port);
    return jobPid();
  };

  beforeAll(async () => {
    mac = await createMacWithOpenClaw(version, port);
  });
  afterAll(() => mac.close());

  test('before the installation', async () => {
    expect(await readStatus(mac.env)).toMatchObject({ state: 'not-installed', service: { installed: false } });
  });

  test('openclaw gateway install', async () => {
    const installed = await mac.openclaw('gateway', 'install', '--force', '--json');
    expect(installed.json).toMatchObject({ ok: true, result: 'installed' });
    expect(readFileSync(mac.plistPath, 'utf8')).toContain('<string>ai.openclaw.gateway</string>');
    const { seen } = await followStatus(mac.env, 'healthy');
    expect(seen.filter((state) => !onTheWayUp.has(state))).toEqual([]);
    await expectServed(await jobPid());
    expect((await clawtender(mac.env, 'status')).exitCode).toBe(0);
  });

  test('openclaw gateway restart', async () => {
    const before = await jobPid();
    const restarted = await mac.openclaw('gateway', 'restart', '--json');
    expect(restarted.json).toMatchObject({ ok: true, result: 'restarted' });
    const pid = await gatewayServes(before);
    await expectServed(pid);
  });

  test('clawtender restart', async () => {
    const before = await jobPid();
    const { exitCode, stdout } = await clawtender(mac.env, 'restart', '--json', '--yes');
    expect(JSON.parse(stdout)).toMatchObject({ action: 'restart', outcome: 'succeeded' });
    expect(exitCode).toBe(0);
    const pid = await jobPid();
    expect(pid).not.toBe(before);
    await expectServed(pid);
  });

  test('a kill, and launchd brings it back', async () => {
    const before = await jobPid();
    process.kill(before, 'SIGKILL');
    const during = await readStatus(mac.env);
    expect(during.state).not.toBe('healthy');
    const pid = await gatewayServes(before);
    await expectServed(pid);
    expect((await readStatus(mac.env)).service.lastExit).toContain('9');
  });

  test('openclaw gateway stop', async () => {
    const stopped = await mac.openclaw('gateway', 'stop', ...stopArguments[version], '--json');
    expect(stopped.json).toMatchObject({ ok: true, result: 'stopped' });
    await untilSilent(port);
    const { report } = await followStatus(mac.env, 'stopped', 30_000);
    expect(report).toMatchObject({ gateway: null, service: { installed: true, loaded: false, pid: null } });
    expect((await clawtender(mac.env, 'status')).exitCode).toBe(1);
  });

  test('openclaw gateway start, which may lie', async () => {
    const started = await mac.openclaw('gateway', 'start', '--json');
    const { says, state, loaded } = startAnswers[version];
    expect(started.json).toMatchObject(says);
    const { report } = await followStatus(mac.env, state);
    expect(report.service.loaded).toBe(loaded);
  });

  test('clawtender stop leaves the definition alone', async () => {
    const definition = readFileSync(mac.plistPath, 'utf8');
    await mac.launchctl('bootstrap', mac.domain, mac.plistPath);
    await gatewayServes();
    const { exitCode, stdout } = await clawtender(mac.env, 'stop', '--json', '--yes');
    expect(JSON.parse(stdout)).toMatchObject({ action: 'stop', outcome: 'succeeded' });
    expect(exitCode).toBe(0);
    expect(await findListenerPid(port)).toBeNull();
    expect(readFileSync(mac.plistPath, 'utf8')).toBe(definition);
    const report = await readStatus(mac.env);
    expect(report).toMatchObject({ state: 'stopped', gateway: null });
    expect(codesOf(report)).toEqual([]);
  });

  test('a disabled service is told, asked about, and started after a yes', async () => {
    await mac.launchctl('disable', mac.serviceTarget);
    expect(await readStatus(mac.env)).toMatchObject({ service: { enabled: false, loaded: false } });
    const asked = await clawtender(mac.env, 'start', '--json');
    expect(JSON.parse(asked.stdout)).toMatchObject({
      outcome: 'needs-confirmation',
      question: { code: 'enable-disabled' },
    });
    expect((await mac.launchctl('print', mac.serviceTarget)).exitCode).toBe(113);
    const started = await clawtender(mac.env, 'start', '--json', '--yes');
    expect(JSON.parse(started.stdout)).toMatchObject({ action: 'start', outcome: 'succeeded' });
    await expectServed(await gatewayServes());
  });

  test('a logout and a login', async () => {
    await mac.logOut();
    await untilSilent(port);
    const away = await readStatus(mac.env);
    expect(away.state).not.toBe('healthy');
    expect(away.gateway).toBeNull();
    await mac.logIn();
    await expectServed(await gatewayServes());
  });

  test('openclaw gateway uninstall', async () => {
    const uninstalled = await mac.openclaw('gateway', 'uninstall', '--json');
    expect(uninstalled.json).toMatchObject({ ok: true });
    await untilSilent(port);
    expect(existsSync(mac.plistPath)).toBe(false);
    expect(await readStatus(mac.env)).toMatchObject({ state: 'not-installed', service: { installed: false } });
  });
});
