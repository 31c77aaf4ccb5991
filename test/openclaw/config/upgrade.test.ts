import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Version } from '../../../app/core/model/history.ts';
import { valueOf } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { writeConfig } from '../config.ts';
import { findListenerPid, startGateway, untilReady, untilSilent } from '../gateways.ts';
import { createHome, type Home, shareCompiled } from '../homes.ts';
import { openClawNode, openClawPackage, type OpenClawVersion } from '../install.mjs';
import { runOpenClaw } from '../run-openclaw.ts';
import { createEngineOn, foundInTheLongRun } from './config-mac.ts';

const port = 28851;
let home: Home;
beforeAll(() => {
  home = createHome('2026.3.13');
  // With the Node that runs it, as a package manager puts both into one folder.
  symlinkSync(openClawNode, path.join(home.path, '.local', 'bin', 'node'));
  writeConfig(home.path, { port });
});
afterAll(() => home.close());

const entryOf = (version: OpenClawVersion) => path.join(openClawPackage(version), 'openclaw.mjs');
const inState = (name: string) => path.join(home.path, '.openclaw', name);

async function start(version: OpenClawVersion): Promise<void> {
  startGateway({ node: openClawNode, entry: entryOf(version), env: home.env });
  await untilReady(port);
}

async function stop(): Promise<void> {
  process.kill((await findListenerPid(port)) ?? 0, 'SIGTERM');
  await untilSilent(port);
}

/** As `npm install --global` replaces it. */
function install(version: OpenClawVersion): void {
  const command = path.join(home.path, '.local', 'bin', 'openclaw');
  rmSync(command);
  symlinkSync(entryOf(version), command);
  const tmp = path.join(home.path, 'tmp');
  for (const name of ['jiti', 'node-compile-cache']) rmSync(path.join(tmp, name));
  shareCompiled(tmp, version);
}

function newestOf(snapshot: Snapshot): Version | undefined {
  return valueOf(snapshot.history)?.versions.find(({ file }) => file === inState('openclaw.json'));
}

// On Linux: the simulated Mac lacks the file operation with which 2026.9.6 takes the identity over on a real one.
test('2026.3.13 becomes 2026.9.6 in place: who wrote what, and where the devices went', async () => {
  const engine = createEngineOn(home.env);
  const openclaw = (version: OpenClawVersion, ...args: string[]) =>
    runOpenClaw(openClawNode, [entryOf(version), ...args], home.env);
  await start('2026.3.13');
  expect((await openclaw('2026.3.13', 'devices', 'list', '--json')).exitCode).toBe(0);
  await engine.look();
  expect((await openclaw('2026.3.13', 'config', 'set', 'agents.defaults.timeoutSeconds', '300')).exitCode).toBe(0);
  const before = (await engine.look()).snapshot;
  expect(valueOf(before.devices)).toMatchObject({ store: 'files', paired: [{ clientId: 'cli' }] });
  expect(newestOf(before)).toMatchObject({ by: { kind: 'openclaw', command: 'config set' } });
  await stop();

  install('2026.9.6');
  const between = (await engine.look()).snapshot;
  expect(valueOf(between.install)?.version).toBe('2026.9.6');
  // Nothing was taken over yet: the files are still there, but the new gateway will not use them.
  expect(valueOf(between.devices)).toMatchObject({ store: 'database', identity: { keysFit: true }, paired: null });

  await start('2026.9.6');
  const { snapshot: after, status } = await engine.look();
  expect(status.state).toBe('unmanaged');
  expect(valueOf(after.devices)).toMatchObject({ store: 'database', identity: null, cache: null, broken: [] });
  expect(existsSync(inState('devices/paired.json.migrated'))).toBe(true);
  const migrated = newestOf(after);
  expect(migrated?.by.kind).toBe('openclaw');
  expect(migrated?.changed.map((change) => change.path)).toContain('meta.lastTouchedAt');
  expect(JSON.parse(readFileSync(inState('openclaw.json'), 'utf8'))).toMatchObject({
    agents: { defaults: { timeoutSeconds: 300 } },
  });
  expect(foundInTheLongRun({ snapshot: after })).toEqual([]);
  expect(await engine.askDevices()).toMatchObject({ status: 'known', value: { paired: [{ clientId: 'cli' }] } });
  expect((await openclaw('2026.9.6', 'config', 'validate', '--json')).json).toMatchObject({ valid: true });
});
