import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'plist';
import { describe, expect, test, vi } from 'vitest';
import { printedValue } from '../../simulated-macos/small-jobs.ts';
import { readStatus } from '../clawtender.ts';
import { writeConfig } from '../config.ts';
import { createMacWithOpenClaw, type MacWithOpenClaw } from '../darwin/openclaw-on-mac.ts';
import { findListenerPid, until, untilReady, untilSilent } from '../gateways.ts';
import {
  ageConfig,
  type EveningMachine,
  expectPlan,
  expectServed,
  findIncident,
  readIfThere,
  repair,
  serveFromTerminal,
  undo,
} from './evening.ts';
import type { OpenClawVersion } from '../install.mjs';
import { writeLaunchAgent } from './service-files.ts';

type EveningMac = EveningMachine & MacWithOpenClaw;

async function createMac(version: OpenClawVersion, port: number): Promise<EveningMac> {
  const mac = await createMacWithOpenClaw(version, port);
  ageConfig(mac.home);
  // Where `npm install --global` links it.
  symlinkSync(mac.entryPath, path.join(path.dirname(mac.nodePath), 'openclaw'));
  return {
    ...mac,
    definitionPath: mac.plistPath,
    tmp: path.join(mac.root, 'tmp'),
    jobPid: async () => Number(printedValue((await mac.launchctl('print', mac.serviceTarget)).stdout, 'pid') ?? 0),
  };
}

async function onMac(version: OpenClawVersion, port: number, story: (mac: EveningMac) => Promise<void>): Promise<void> {
  const mac = await createMac(version, port);
  try {
    await story(mac);
  } finally {
    await mac.close();
  }
}

const enableAndLoad = ({ serviceTarget, domain, plistPath }: EveningMac) =>
  [
    ['enable-service', ['launchctl', 'enable', serviceTarget]],
    ['load-service', ['launchctl', 'bootstrap', domain, plistPath]],
    ['wait-until'],
  ] as const;

interface Job {
  readonly label: string;
  readonly path: string;
}

/** All that a repair may change, as launchd and the disk tell it: what stood before must stand after an undo. */
async function readStanding(mac: EveningMac, ...others: readonly Job[]) {
  const { stdout: overrides } = await mac.launchctl('print-disabled', mac.domain);
  const standing = async ({ label, path: file }: Job) => ({
    label,
    file: readIfThere(file),
    isLoaded: (await mac.launchctl('print', `${mac.domain}/${label}`)).exitCode === 0,
    isDisabled: overrides.includes(`"${label}" => disabled`),
  });
  return {
    config: readIfThere(path.join(mac.home, '.openclaw', 'openclaw.json')),
    jobs: await Promise.all([{ label: 'ai.openclaw.gateway', path: mac.plistPath }, ...others].map(standing)),
  };
}

const terminate = (pid: number) => ['terminate-process', ['kill', '-TERM', String(pid)]] as const;

/** What a service does that is loaded while a stray has its port, how it takes the place, and whether that is undone. */
const besideStray = {
  // It gives up after some seconds, disables itself and goes.
  '2026.9.6': {
    untilSettled: async (mac: EveningMac) => {
      const isParked = async () => {
        const { service } = await readStatus(mac.env);
        return service.enabled === false && service.loaded === false;
      };
      await until('the service has disabled itself', isParked);
    },
    takeOver: (mac: EveningMac) => [['wait-until'], ...enableAndLoad(mac)] as const,
    isUndoable: true,
  },
  // It waits for the lock, gives up, is started again, for ever.
  '2026.3.13': {
    untilSettled: async () => undefined,
    takeOver: ({ serviceTarget }: EveningMac) =>
      [['restart-loaded-service', ['launchctl', 'kickstart', '-k', serviceTarget]], ['wait-until']] as const,
    isUndoable: false,
  },
} as const;

/** A service of one's own making, from the days before: its own label, its own state, the same port. */
function writeOtherService(mac: EveningMac): { readonly label: string; readonly path: string } {
  const label = 'com.example.openclaw-old';
  const stateDir = path.join(mac.home, '.openclaw-old');
  const config = readFileSync(writeConfig(mac.home, { port: mac.port, stateDir: '.openclaw-old' }), 'utf8');
  writeFileSync(path.join(stateDir, 'openclaw.json'), config.replace('token-of-the-tests', 'token-of-old-days'));
  const file = path.join(mac.launchAgents, `${label}.plist`);
  const environment = {
    HOME: mac.home,
    PATH: `${path.dirname(mac.nodePath)}:/usr/bin:/bin`,
    OPENCLAW_STATE_DIR: stateDir,
    OPENCLAW_SERVICE_MARKER: 'openclaw',
    OPENCLAW_SERVICE_KIND: 'gateway',
    OPENCLAW_LAUNCHD_LABEL: label,
  };
  writeFileSync(
    file,
    build({
      Label: label,
      RunAtLoad: true,
      KeepAlive: true,
      ThrottleInterval: 1,
      ProgramArguments: [mac.nodePath, mac.entryPath, 'gateway', '--port', String(mac.port)],
      EnvironmentVariables: environment,
      StandardOutPath: path.join(stateDir, 'gateway.log'),
      StandardErrorPath: path.join(stateDir, 'gateway.log'),
    }),
  );
  return { label, path: file };
}

// Three starts of a gateway and two installations, beside those of another evening.
vi.setConfig({ testTimeout: 900_000 });

// A gateway takes the second and third port after its own as well.
describe.concurrent.each([
  { version: '2026.9.6', port: 29001 },
  { version: '2026.3.13', port: 29021 },
] as const)('the evenings of a person with OpenClaw $version on the simulated Mac', ({ version, port }) => {
  test('the service is loaded, and a stray has its port', () =>
    onMac(version, port, async (mac) => {
      writeLaunchAgent(mac);
      const { stray, pid } = await serveFromTerminal(mac);
      await mac.launchctl('enable', mac.serviceTarget);
      await mac.launchctl('bootstrap', mac.domain, mac.plistPath);

      const found = await findIncident(mac, 'port-stray');
      expect(found.gateway?.pid).toBe(pid);
      const { untilSettled, takeOver, isUndoable } = besideStray[version];
      await untilSettled(mac);
      const before = await readStanding(mac);
      await findIncident(mac, 'port-stray');
      const steps = [terminate(pid), ...takeOver(mac)] as const;
      await expectPlan(mac, { code: 'port-stray', rung: 'stop-stray', steps });
      expect(await findListenerPid(port)).toBe(pid);

      const run = await repair(mac, 'wholly');
      await stray.exited;
      await expectServed(mac);

      expect(run.undoable).toBe(isUndoable);
      if (isUndoable) await undo(mac, run);
      expect(await readStanding(mac)).toEqual(before);
      if (isUndoable) await repair(mac);
      await expectServed(mac);
    }));

  test('the service is not loaded, its plist is there, a stray has the port', () =>
    onMac(version, port + 5, async (mac) => {
      writeLaunchAgent(mac);
      const { stray, pid } = await serveFromTerminal(mac);
      const before = await readStanding(mac);

      const found = await findIncident(mac, 'port-stray');
      expect(found).toMatchObject({ state: 'unmanaged', gateway: { pid } });
      const steps = [terminate(pid), ['wait-until'], ...enableAndLoad(mac)] as const;
      await expectPlan(mac, { code: 'port-stray', rung: 'stop-stray', steps });
      expect(await findListenerPid(mac.port)).toBe(pid);

      const run = await repair(mac);
      await stray.exited;
      await expectServed(mac);
      expect(run.undoable).toBe(true);

      await undo(mac, run);
      await untilSilent(mac.port);
      expect(await readStanding(mac)).toEqual(before);

      await findIncident(mac, 'agent-not-loaded');
      await expectPlan(mac, { code: 'agent-not-loaded', rung: 'load', steps: enableAndLoad(mac) });
      await repair(mac);
      await expectServed(mac);
    }));

  test('installed by npm, and never registered', () =>
    onMac(version, port + 10, async (mac) => {
      await findIncident(mac, 'agent-not-loaded');
      const install = [mac.nodePath, mac.entryPath, 'gateway', 'install', '--force'];
      const steps = [['keep-copy'], ['run-openclaw', install], ['wait-until']] as const;
      const plan = { code: 'agent-not-loaded', rung: 'register', steps } as const;
      await expectPlan(mac, plan);
      const before = await readStanding(mac);
      expect(before).toMatchObject({ jobs: [{ file: null, isLoaded: false }] });

      const run = await repair(mac);
      await expectServed(mac);
      expect(existsSync(mac.plistPath)).toBe(true);

      await undo(mac, run);
      await untilSilent(mac.port);
      expect(await readStanding(mac)).toEqual(before);

      await findIncident(mac, 'agent-not-loaded');
      await expectPlan(mac, plan);
      await repair(mac);
      await expectServed(mac);
    }));

  test('two services take turns', () =>
    onMac(version, port + 15, async (mac) => {
      writeLaunchAgent(mac);
      await mac.launchctl('bootstrap', mac.domain, mac.plistPath);
      await untilReady(mac.port);
      const other = writeOtherService(mac);
      await mac.launchctl('bootstrap', mac.domain, other.path);
      const before = await readStanding(mac, other);

      await findIncident(mac, 'dup-supervisor');
      const run = await repair(mac);
      expect(await readStanding(mac, other)).toMatchObject({
        jobs: [{ isLoaded: true }, { file: null, isLoaded: false }],
      });
      await expectServed(mac);

      await undo(mac, run);
      expect(await readStanding(mac, other)).toEqual(before);

      await findIncident(mac, 'dup-supervisor');
      await repair(mac);
      await expectServed(mac);
      // What fails while the port changes hands: the one that is left knows the token and the devices of the CLI.
      expect(await mac.openclaw('devices', 'clear', '--yes')).toMatchObject({ exitCode: 0 });
    }));
});
