import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { clawtender, readStatus } from '../clawtender.ts';
import { writeConfig } from '../config.ts';
import { findListenerPid, untilReady, untilSilent } from '../gateways.ts';
import type { OpenClawVersion } from '../install.mjs';
import { createLinuxWithOpenClaw, type LinuxWithOpenClaw } from '../linux/openclaw-on-linux.ts';
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
import { writeUnit } from './service-files.ts';

type EveningLinux = EveningMachine & LinuxWithOpenClaw;

async function createLinux(version: OpenClawVersion, port: number): Promise<EveningLinux> {
  const linux = await createLinuxWithOpenClaw(version, port);
  ageConfig(linux.home);
  return {
    ...linux,
    definitionPath: linux.unitPath,
    tmp: path.join(linux.home, 'tmp'),
    jobPid: async () => Number(await property(linux, 'MainPID')),
  };
}

async function property({ systemctl, unit }: LinuxWithOpenClaw, name: string, of = unit): Promise<string> {
  return (await systemctl('show', of, `--property=${name}`)).stdout.trim().slice(name.length + 1);
}

async function onLinux(
  version: OpenClawVersion,
  port: number,
  story: (linux: EveningLinux) => Promise<void>,
): Promise<void> {
  const linux = await createLinux(version, port);
  try {
    await story(linux);
  } finally {
    await linux.close();
  }
}

async function writeService(linux: EveningLinux): Promise<void> {
  writeUnit(linux);
  await linux.systemctl('daemon-reload');
  await linux.systemctl('enable', linux.unit);
}

interface Unit {
  readonly unit: string;
  readonly path: string;
}

/** All that a repair may change, as systemd and the disk tell it: what stood before must stand after an undo. */
async function readStanding(linux: EveningLinux, ...others: readonly Unit[]) {
  const standing = async ({ unit, path: file }: Unit) => ({
    unit,
    file: readIfThere(file),
    loadState: await property(linux, 'LoadState', unit),
    fileState: await property(linux, 'UnitFileState', unit),
    isAtRest: (await property(linux, 'ActiveState', unit)) === 'inactive',
  });
  return {
    config: readIfThere(path.join(linux.home, '.openclaw', 'openclaw.json')),
    units: await Promise.all([{ unit: linux.unit, path: linux.unitPath }, ...others].map(standing)),
  };
}

const user = ['systemctl', '--user', '--no-pager'] as const;
const start = ({ unit }: EveningLinux) => [['start-loaded-service', [...user, 'start', unit]], ['wait-until']] as const;
const terminate = (pid: number) => ['terminate-process', ['kill', '-TERM', String(pid)]] as const;

/** A unit of one's own making, from the days before: its own name, its own state, the same port. */
function writeOtherService(linux: EveningLinux): Unit {
  const unit = 'openclaw-old.service';
  const stateDir = path.join(linux.home, '.openclaw-old');
  const config = readFileSync(writeConfig(linux.home, { port: linux.port, stateDir: '.openclaw-old' }), 'utf8');
  writeFileSync(path.join(stateDir, 'openclaw.json'), config.replace('token-of-the-tests', 'token-of-old-days'));
  const lines = [
    '[Service]',
    `ExecStart=${linux.nodePath} ${linux.entryPath} gateway --port ${linux.port}`,
    'Restart=always',
    'RestartSec=5',
    `Environment=HOME=${linux.home} TMPDIR=${linux.tmp} OPENCLAW_STATE_DIR=${stateDir}`,
    `Environment=PATH=${path.dirname(linux.nodePath)}:/usr/bin:/bin`,
    `Environment=OPENCLAW_SERVICE_MARKER=openclaw OPENCLAW_SERVICE_KIND=gateway OPENCLAW_SYSTEMD_UNIT=${unit}`,
    '[Install]',
    'WantedBy=default.target',
  ];
  const file = path.join(linux.unitFolder, unit);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return { unit, path: file };
}

/** The plan of a service that was never set up. */
const register = ({ nodePath, entryPath }: EveningLinux) =>
  ({
    code: 'agent-not-loaded',
    rung: 'register',
    steps: [['keep-copy'], ['run-openclaw', [nodePath, entryPath, 'gateway', 'install', '--force']], ['wait-until']],
  }) as const;

// Three starts of a gateway and two installations, beside those of another evening.
vi.setConfig({ testTimeout: 900_000 });

// A gateway takes the second and third port after its own as well.
describe.concurrent.each([
  { version: '2026.9.6', port: 29101 },
  { version: '2026.3.13', port: 29121 },
] as const)('the evenings of a person with OpenClaw $version under systemd', ({ version, port }) => {
  test('the service runs, and a stray has its port', () =>
    onLinux(version, port, async (linux) => {
      await writeService(linux);
      const { stray, pid } = await serveFromTerminal(linux);
      await linux.systemctl('start', linux.unit);

      const found = await findIncident(linux, 'port-stray');
      expect(found.gateway?.pid).toBe(pid);
      expect(await findListenerPid(port)).toBe(pid);
      await repair(linux, 'wholly');
      await stray.exited;
      await expectServed(linux);
    }));

  test('the service is at rest, its unit is there, a stray has the port', () =>
    onLinux(version, port + 5, async (linux) => {
      await writeService(linux);
      const { stray, pid } = await serveFromTerminal(linux);
      const before = await readStanding(linux);

      const found = await findIncident(linux, 'port-stray');
      expect(found).toMatchObject({ state: 'unmanaged', gateway: { pid } });
      const steps = [terminate(pid), ...start(linux)] as const;
      await expectPlan(linux, { code: 'port-stray', rung: 'stop-stray', steps });
      expect(await findListenerPid(linux.port)).toBe(pid);

      const run = await repair(linux);
      await stray.exited;
      await expectServed(linux);

      await undo(linux, run);
      await untilSilent(linux.port);
      expect(await readStanding(linux)).toEqual(before);

      const again = await serveFromTerminal(linux);
      await findIncident(linux, 'port-stray');
      await repair(linux);
      await again.stray.exited;
      await expectServed(linux);
    }));

  test('two services take turns', () =>
    onLinux(version, port + 15, async (linux) => {
      await writeService(linux);
      await linux.systemctl('start', linux.unit);
      await untilReady(linux.port);
      const other = writeOtherService(linux);
      await linux.systemctl('enable', other.unit);
      await linux.systemctl('start', other.unit);
      const before = await readStanding(linux, other);

      await findIncident(linux, 'dup-supervisor');
      const run = await repair(linux);
      expect(existsSync(other.path)).toBe(false);
      expect(await property(linux, 'MainPID', other.unit)).toBe('0');
      await expectServed(linux);

      await undo(linux, run);
      expect(await readStanding(linux, other)).toEqual(before);

      await findIncident(linux, 'dup-supervisor');
      await repair(linux);
      await expectServed(linux);
    }));
});

describe.concurrent('installed by npm, and never registered', () => {
  test('OpenClaw 2026.3.13', () =>
    onLinux('2026.3.13', 29131, async (linux) => {
      await findIncident(linux, 'agent-not-loaded');
      await expectPlan(linux, register(linux));
      const before = await readStanding(linux);
      expect(before).toMatchObject({ units: [{ file: null, loadState: 'not-found' }] });

      const run = await repair(linux);
      await expectServed(linux);

      await undo(linux, run);
      await untilSilent(linux.port);
      expect(await readStanding(linux)).toEqual(before);

      await findIncident(linux, 'agent-not-loaded');
      await expectPlan(linux, register(linux));
      await repair(linux);
      await expectServed(linux);
    }));

  // Its installation asks the user's message bus as well, which is not simulated: so it is refused.
  test('OpenClaw 2026.9.6, whose own command refuses', () =>
    onLinux('2026.9.6', 29111, async (linux) => {
      const before = await findIncident(linux, 'agent-not-loaded');
      await expectPlan(linux, register(linux));
      const { exitCode, stdout } = await clawtender(linux.env, 'repair', '--yes', '--json');
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        run: {
          verdict: 'not-fixed',
          steps: [
            { kind: 'keep-copy', outcome: 'done' },
            { kind: 'run-openclaw', outcome: 'failed' },
          ],
        },
      });
      expect(existsSync(linux.unitPath)).toBe(false);
      expect(await readStatus(linux.env)).toMatchObject({ state: before.state, gateway: null });
    }));
});
