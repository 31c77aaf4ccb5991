import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { betweenLooks, clawtender, codesOf, followStatus, readStatus, startWatch } from '../clawtender.ts';
import { writeConfig } from '../config.ts';
import { askGateway, findListenerPid, startGateway, until, untilReady, untilSilent } from '../gateways.ts';
import type { ForegroundGateway } from '../gateways.ts';
import { createHome } from '../homes.ts';
import type { Home } from '../homes.ts';
import { openClawNode, openClawPackage } from '../install.mjs';

/** How a gateway that is started a second time gives up. */
const secondGatewayExits = { '2026.9.6': 78, '2026.3.13': 1 } as const;
describe.each([
  { version: '2026.9.6', port: 28941 },
  { version: '2026.3.13', port: 28951 },
] as const)('a gateway of OpenClaw $version in a terminal', ({ version, port }) => {
  let home: Home;
  let gateway: ForegroundGateway;
  let pid: number | null;
  const start = () =>
    startGateway({ node: openClawNode, entry: path.join(openClawPackage(version), 'openclaw.mjs'), env: home.env });

  beforeAll(() => {
    home = createHome(version);
    writeConfig(home.path, { port });
  });
  afterAll(() => home.close());

  test('before it: no service, nothing runs', async () => {
    const report = await readStatus(home.env);
    expect(report).toMatchObject({ state: 'not-installed', gateway: null, service: { installed: false } });
    expect(report.config).toMatchObject({ exists: true, valid: true });
  });

  test('starting: never called well before it says that it is ready', async () => {
    gateway = start();
    const seen = [];
    while ((await askGateway(port, '/readyz')) !== 200) {
      seen.push((await readStatus(home.env)).state);
      await betweenLooks();
    }
    // The last look may have ended after the gateway became ready.
    const early = seen.slice(0, -1);
    expect(early.filter((state) => !['not-installed', 'starting', 'unknown'].includes(state))).toEqual([]);
  });

  test('serving: unmanaged, with the right process, port and version', async () => {
    await untilReady(port);
    pid = await findListenerPid(port);
    const report = await readStatus(home.env);
    expect(report).toMatchObject({
      state: 'unmanaged',
      gateway: { pid, port, version, supervisor: 'none', label: null, profile: null },
      service: { installed: false },
    });
    expect(Date.now() - Date.parse(report.gateway?.startedAt ?? '')).toBeLessThan(240_000);
    expect(codesOf(report)).toEqual([]);
  });

  test('a second one on the port gives up, and nothing changes for the first', async () => {
    const second = start();
    const reports = [];
    while (!second.hasExited()) {
      reports.push(await readStatus(home.env));
      await betweenLooks();
    }
    expect(await second.exited).toBe(secondGatewayExits[version]);
    expect(new Set(reports.map((report) => report.gateway?.pid))).toEqual(new Set([pid]));
    // On a busy machine it may not answer in time; while it is young that is no more than "starting".
    expect(reports.filter(({ state }) => !['unmanaged', 'starting', 'unknown'].includes(state))).toEqual([]);
    expect(await readStatus(home.env)).toMatchObject({ state: 'unmanaged', gateway: { pid } });
  });

  test('its configuration breaks: it still runs, and the place is told', async () => {
    const file = path.join(home.path, '.openclaw', 'openclaw.json');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('"gateway": {', '"gateway": '));
    const report = await readStatus(home.env);
    writeFileSync(file, good);
    expect(report).toMatchObject({ state: 'unmanaged', gateway: { pid } });
    expect(report.config).toMatchObject({ valid: false, error: { line: expect.any(Number) } });
    expect(codesOf(report)).toContain('config-syntax');
  });

  test('frozen: starting at most while it is young, unresponsive to who saw it live; then well again', async () => {
    const watch = startWatch(home.env);
    await watch.next('unmanaged');
    process.kill(pid ?? 0, 'SIGSTOP');
    try {
      expect(['starting', 'unresponsive']).toContain((await readStatus(home.env)).state);
      expect((await watch.next('unresponsive', 150_000)).gateway?.pid).toBe(pid);
    } finally {
      process.kill(pid ?? 0, 'SIGCONT');
    }
    await watch.next('unmanaged');
    watch.close();
  });

  test('killed: gone at once', async () => {
    const watch = startWatch(home.env);
    await watch.next('unmanaged');
    const killedAt = Date.now();
    process.kill(pid ?? 0, 'SIGKILL');
    const report = await watch.next('not-installed');
    watch.close();
    expect(Date.parse(report.at) - killedAt).toBeLessThan(5000);
    expect(report.gateway).toBeNull();
    await gateway.exited;
  });

  test('stopped by Clawtender only after a yes, by its own pid', async () => {
    gateway = start();
    await untilReady(port);
    pid = await findListenerPid(port);
    const asked = await clawtender(home.env, 'stop', '--json');
    expect(asked.exitCode).not.toBe(0);
    expect(JSON.parse(asked.stdout)).toMatchObject({
      outcome: 'needs-confirmation',
      question: { code: 'stop-unmanaged', text: expect.stringContaining(String(pid)) },
    });
    expect(await findListenerPid(port)).toBe(pid);
    const stopped = await clawtender(home.env, 'stop', '--json', '--yes');
    expect(JSON.parse(stopped.stdout)).toMatchObject({ outcome: 'succeeded' });
    expect(stopped.exitCode).toBe(0);
    await untilSilent(port);
    const { report } = await followStatus(home.env, 'not-installed', 10_000);
    expect(report.gateway).toBeNull();
    await until('the launcher ends too', () => gateway.hasExited());
  });
});
