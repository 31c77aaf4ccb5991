import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SecretMark } from '../../app/core/model/setting.ts';
import { readManagerVariables } from '../../app/core/parse/manager-environment.ts';
import { parseSystemctlShow } from '../../app/core/parse/systemctl-show.ts';
import { showEnvironment, showUnit } from '../../app/platform/linux/systemctl.ts';
import { createSimulatedSystemd, type SimulatedSystemd } from './create.mjs';

const unit = 'openclaw-gateway.service';
let systemd: SimulatedSystemd | undefined;
afterEach(() => systemd?.close());

/** A machine with one unit that runs this shell script. */
async function createWith(script: string, ...settings: string[]): Promise<SimulatedSystemd> {
  systemd = await createSimulatedSystemd();
  const lines = [
    '[Unit]',
    'Description=OpenClaw Gateway',
    ...settings.filter((line) => line.startsWith('StartLimit')),
    '[Service]',
    `ExecStart=/bin/sh -c "${script}"`,
    'Restart=always',
    ...settings.filter((line) => !line.startsWith('StartLimit')),
    '[Install]',
    'WantedBy=default.target',
  ];
  writeFileSync(path.join(systemd.unitFolder, unit), `${lines.join('\n')}\n`);
  return systemd;
}

/** As Clawtender asks and reads. */
async function read({ systemctl }: SimulatedSystemd, name = unit) {
  const { exitCode, stdout, stderr } = await systemctl(...showUnit(name).args.slice(1));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return parseSystemctlShow(stdout);
}

async function readUntil(machine: SimulatedSystemd, rawPhase: string) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const job = await read(machine);
    if (job?.rawPhase === rawPhase) return job;
    if (Date.now() > deadline) throw new Error(`Never ${rawPhase}, but ${job?.rawPhase}`);
  }
}

test('a unit that is unknown, at rest, running, stopped', async () => {
  const machine = await createWith('exec sleep 60', 'RestartSec=5');
  expect(await read(machine, 'other.service')).toMatchObject({ loaded: false, enabled: null, loadedFrom: null });
  expect(await read(machine)).toMatchObject({
    loaded: true,
    enabled: false,
    phase: 'stopped',
    runs: 0,
    lastExit: { kind: 'never' },
    throttleSeconds: 5,
  });
  expect((await machine.systemctl('start', unit)).exitCode).toBe(0);
  const running = await read(machine);
  expect(running).toMatchObject({ phase: 'running', runs: 1, lastExit: null, pid: expect.any(Number) });
  expect((await machine.systemctl('stop', unit)).exitCode).toBe(0);
  expect(await read(machine)).toMatchObject({ rawPhase: 'inactive/dead', pid: null, lastExit: { signal: 15 } });
});

test('enable and disable, and what is-enabled says', async () => {
  const machine = await createWith('exec sleep 60');
  expect(await machine.systemctl('is-enabled', unit)).toMatchObject({ exitCode: 1, stdout: 'disabled\n' });
  await machine.systemctl('enable', unit);
  expect(await machine.systemctl('is-enabled', unit)).toMatchObject({ exitCode: 0, stdout: 'enabled\n' });
  await machine.systemctl('disable', unit);
  expect((await read(machine))?.enabled).toBe(false);
});

test('what fails is started again after RestartSec, until the limit', async () => {
  const limits = ['StartLimitBurst=3', 'StartLimitIntervalSec=60', 'RestartSec=0.2', 'RestartPreventExitStatus=78'];
  const machine = await createWith('exit 1', ...limits);
  await machine.systemctl('start', unit);
  const failed = await readUntil(machine, 'failed/failed');
  expect(failed).toMatchObject({ pended: 'start-limit-hit', runs: 4, lastExit: { kind: 'code', code: 1 } });
  expect((await machine.systemctl('start', unit)).exitCode).toBe(1);
  await machine.systemctl('reset-failed', unit);
  expect((await machine.systemctl('start', unit)).exitCode).toBe(0);
});

test('a status that prevents the restart', async () => {
  const machine = await createWith('exit 78', 'RestartSec=0.2', 'RestartPreventExitStatus=78');
  await machine.systemctl('start', unit);
  expect(await readUntil(machine, 'failed/failed')).toMatchObject({ pended: null, runs: 1, lastExit: { code: 78 } });
});

test('a kill, and it comes back; a restart gives it another process', async () => {
  const machine = await createWith('exec sleep 60', 'RestartSec=2');
  await machine.systemctl('start', unit);
  const first = (await read(machine))?.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await readUntil(machine, 'activating/auto-restart');
  const second = await readUntil(machine, 'active/running');
  expect(second).toMatchObject({ runs: 2 });
  await machine.systemctl('restart', unit);
  const third = await read(machine);
  expect(third).toMatchObject({ phase: 'running', runs: 1 });
  expect(new Set([first, second?.pid, third?.pid]).size).toBe(3);
});

test('what it does not know fails loudly', async () => {
  const machine = await createWith('exit 0', 'MemoryMax=1G');
  expect((await machine.systemctl('start', unit)).exitCode).toBe(70);
  expect((await machine.systemctl('mask', unit)).exitCode).toBe(64);
});

test('what is set for all services is told, handed to what starts next, and taken back', async () => {
  const machine = await createWith('env > $HOME/seen; exec sleep 60');
  await machine.systemctl('set-environment', "OPENCLAW_GATEWAY_TOKEN=it's one", 'A=1');
  const readVariables = async () => {
    const { exitCode, stdout } = await machine.systemctl(...showEnvironment().args.slice(1));
    expect(exitCode).toBe(0);
    return readManagerVariables(stdout, (secret) => new SecretMark(secret, 'ordinary'));
  };
  expect(await readVariables()).toMatchObject({
    names: expect.arrayContaining(['A', 'HOME', 'OPENCLAW_GATEWAY_TOKEN']),
    token: { mark: "it's one" },
  });
  await machine.systemctl('start', unit);
  const seen = path.join(machine.home, 'seen');
  await expect
    .poll(() => existsSync(seen) && readFileSync(seen, 'utf8'))
    .toContain("OPENCLAW_GATEWAY_TOKEN=it's one\n");
  await machine.systemctl('unset-environment', 'OPENCLAW_GATEWAY_TOKEN');
  expect(await readVariables()).toMatchObject({ token: null });
});
