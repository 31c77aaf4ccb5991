import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedValue } from '../../simulated-macos/small-jobs.ts';
import { clawtender, codesOf, followStatus, readStatus } from '../clawtender.ts';
import { findListenerPid, until, untilReady, untilSilent } from '../gateways.ts';
import type { ForegroundGateway } from '../gateways.ts';
import { createMacWithOpenClaw } from './openclaw-on-mac.ts';
import type { MacWithOpenClaw } from './openclaw-on-mac.ts';

/** How the gateway leaves when its configuration is broken: launchd starts it again for ever, in both cases. */
const brokenConfigExit = { '2026.9.6': '78', '2026.3.13': '1' } as const;

/** What a service does that is loaded while a stray has its port, and what must be said of it meanwhile. */
const besideStray = { '2026.9.6': expectParking, '2026.3.13': expectEndlessLoop } as const;

/** It gives up after some seconds, disables itself and goes; the stray serves on. */
async function expectParking(mac: MacWithOpenClaw, strayPid: number): Promise<void> {
  const seen: string[] = [];
  const isParked = async () => {
    const { state, service } = await readStatus(mac.env);
    seen.push(state);
    return service.enabled === false && service.loaded === false;
  };
  await until('the service has disabled itself', isParked);
  expect(seen.filter((state) => !['conflict', 'unmanaged', 'stopping'].includes(state))).toEqual([]);
  expect(await readStatus(mac.env)).toMatchObject({ state: 'unmanaged', gateway: { pid: strayPid } });
}

/** It waits for the lock, exits 1, is started again, for ever; the official command line calls it all green. */
async function expectEndlessLoop(mac: MacWithOpenClaw, strayPid: number): Promise<void> {
  const { report } = await followStatus(mac.env, 'conflict');
  expect(report.gateway?.pid).toBe(strayPid);
  const official = await mac.openclaw('gateway', 'status', '--json');
  expect(official.json).toMatchObject({ service: { loaded: true }, rpc: { ok: true } });
  expect((await readStatus(mac.env)).state).toBe('conflict');
  await mac.launchctl('bootout', mac.serviceTarget);
}

describe.each([
  { version: '2026.9.6', port: 29061 },
  { version: '2026.3.13', port: 29071 },
] as const)('what goes wrong with OpenClaw $version on the simulated Mac', ({ version, port }) => {
  let mac: MacWithOpenClaw;
  let stray: ForegroundGateway;
  let strayPid: number;
  const configFile = () => path.join(mac.home, '.openclaw', 'openclaw.json');
  const load = async () => {
    await mac.launchctl('enable', mac.serviceTarget);
    return mac.launchctl('bootstrap', mac.domain, mac.plistPath);
  };
  const unload = async () => {
    await mac.launchctl('bootout', mac.serviceTarget);
    await untilSilent(port);
  };

  beforeAll(async () => {
    mac = await createMacWithOpenClaw(version, port);
    await mac.openclaw('gateway', 'install', '--force', '--json');
    await untilReady(port);
    await unload();
  });
  afterAll(() => mac.close());

  test('a stray serves while the service is not loaded', async () => {
    stray = mac.startForeground();
    await untilReady(port);
    strayPid = (await findListenerPid(port)) ?? 0;
    const report = await readStatus(mac.env);
    expect(report).toMatchObject({
      state: 'unmanaged',
      gateway: { pid: strayPid, port },
      service: { installed: true, loaded: false },
    });
    const restarted = await clawtender(mac.env, 'start', '--json', '--yes');
    expect(JSON.parse(restarted.stdout)).toMatchObject({ outcome: 'refused' });
    expect(await findListenerPid(port)).toBe(strayPid);
  });

  test('the service is loaded beside the stray', async () => {
    await load();
    await besideStray[version](mac, strayPid);
    expect(await findListenerPid(port)).toBe(strayPid);
  });

  test('stop ends the stray, start brings the service back', async () => {
    const stopped = await clawtender(mac.env, 'stop', '--json', '--yes');
    expect(JSON.parse(stopped.stdout)).toMatchObject({ outcome: 'succeeded' });
    await stray.exited;
    const started = await clawtender(mac.env, 'start', '--json', '--yes');
    expect(JSON.parse(started.stdout)).toMatchObject({ outcome: 'succeeded' });
    const { report } = await followStatus(mac.env, 'healthy');
    expect(report.service).toMatchObject({ loaded: true, enabled: true });
  });

  test('another program takes the port', async () => {
    await unload();
    const server = http.createServer((_request, response) => response.end('<!doctype html><title>mine</title>'));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    try {
      await load();
      const { report } = await followStatus(mac.env, 'port-taken', 60_000);
      expect(report.gateway?.pid ?? null).not.toBe(process.pid);
    } finally {
      server.close();
      await mac.launchctl('bootout', mac.serviceTarget);
      await untilSilent(port);
    }
  });

  test('a broken configuration: the service exits and is started again and again', async () => {
    const good = readFileSync(configFile(), 'utf8');
    writeFileSync(configFile(), good.replace('"gateway": {', '"gateway": '));
    await followStatus(mac.env, 'stopped', 60_000);
    await load();
    const { report, seen } = await followStatus(mac.env, 'crash-looping');
    expect(seen).not.toContain('healthy');
    const { stdout } = await mac.launchctl('print', mac.serviceTarget);
    expect(printedValue(stdout, 'last exit code')).toMatch(new RegExp(`^${brokenConfigExit[version]}\\b`));
    expect(report.config).toMatchObject({ exists: true, valid: false, error: { line: expect.any(Number) } });
    expect(codesOf(report)).toContain('config-syntax');
    const refused = await clawtender(mac.env, 'restart', '--json', '--yes');
    expect(JSON.parse(refused.stdout)).toMatchObject({ outcome: 'refused', refusal: 'config-broken' });
    writeFileSync(configFile(), good);
    const { report: mended } = await followStatus(mac.env, 'healthy');
    expect(mended.config.valid).toBe(true);
  });
});
