import http from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { codesOf, readStatus } from '../clawtender.ts';
import { writeConfig } from '../config.ts';
import { findListenerPid, startGateway, untilReady } from '../gateways.ts';
import { createHome } from '../homes.ts';
import type { Home } from '../homes.ts';
import { openClawNode, openClawPackage, openClawVersions } from '../install.mjs';

let home: Home | undefined;
afterEach(() => home?.close());

describe.each(openClawVersions)('OpenClaw %s', (version) => {
  const entry = path.join(openClawPackage(version), 'openclaw.mjs');

  test('a gateway of another profile on another port is that profile’s alone', async () => {
    const port = version === '2026.9.6' ? 28961 : 28971;
    home = createHome(version);
    writeConfig(home.path, { port: port + 100 });
    writeConfig(home.path, { port, stateDir: '.openclaw-work' });
    const args = ['--profile', 'work', 'gateway', 'run'];
    startGateway({ node: openClawNode, entry, env: home.env, args });
    await untilReady(port);

    const ofWork = await readStatus(home.env, '--profile', 'work');
    const pid = await findListenerPid(port);
    expect(ofWork).toMatchObject({ state: 'unmanaged', gateway: { pid, port, profile: 'work' } });
    const ofDefault = await readStatus(home.env);
    expect(ofDefault).toMatchObject({ state: 'not-installed', gateway: null });
    expect(codesOf(ofDefault)).toEqual([]);
  });
});

test('the default port needs no configuration', async () => {
  expect(await findListenerPid(18789), 'this test needs port 18789 for itself').toBeNull();
  home = createHome('2026.3.13');
  const entry = path.join(openClawPackage('2026.3.13'), 'openclaw.mjs');
  const args = ['gateway', 'run', '--allow-unconfigured', '--token', 'token-of-the-tests-0123456789'];
  startGateway({ node: openClawNode, entry, env: home.env, args });
  await untilReady(18789);
  expect(await readStatus(home.env)).toMatchObject({
    state: 'unmanaged',
    gateway: { pid: await findListenerPid(18789), port: 18789 },
    config: { exists: false },
  });
});

test('another program on the port is no gateway, whatever it answers', async () => {
  const port = 28981;
  home = createHome('2026.9.6');
  writeConfig(home.path, { port });
  const server = http.createServer((_request, response) => response.end('<!doctype html><title>mine</title>'));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    const report = await readStatus(home.env);
    expect(['port-taken', 'not-installed']).toContain(report.state);
    expect(report.gateway).toBeNull();
  } finally {
    server.close();
  }
});
