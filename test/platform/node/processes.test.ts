import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { totalmem } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createProcesses } from '../../../app/platform/node/processes.ts';
import { createPrograms } from '../../../app/platform/node/run-program.ts';
import { createToolPath } from '../../../app/platform/node/tools.ts';
import { realOs } from '../../../app/platform/node/switches.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

function makeProcesses(standInFolder: string | null = null) {
  const toolPath = createToolPath({ realOs: realOs(), standInFolder });
  return createProcesses({ toolPath, programs: createPrograms({ toolPath, variables: process.env }) });
}

/** Processes whose `ps` is this shell script. */
async function makeProcessesWith(script: string) {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'ps'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'ps'), 0o755);
  return makeProcesses(folder);
}

async function startSleeper() {
  const child = spawn('/bin/sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error('sleep did not start');
  return { child, pid: child.pid };
}

it('lists this process among all, with what proves its identity', async () => {
  const path = process.env['PATH'];
  const processes = makeProcesses();
  const own = (await processes.list()).find(({ pid }) => pid === process.pid);
  const identified = await processes.identify(process.pid);
  expect(process.env['PATH']).toBe(path);
  expect(own).toMatchObject({ ppid: process.ppid, uid: process.getuid?.() });
  expect(own?.startedAt).toBe(identified?.startedAt);
  expect(identified).toMatchObject({ pid: process.pid, ppid: process.ppid, uid: process.getuid?.() });
});

it('does not wait for a list that nobody wants any more', async () => {
  const abort = new AbortController();
  const list = makeProcesses().list(abort.signal);
  abort.abort();
  await expect(list).rejects.toThrow('aborted');
});

describe('a list', () => {
  it('is of the stand-in, and suspicious of zeros', async () => {
    const processes = await makeProcessesWith(`case "$2" in
      *comm=) echo '    0     0     0  0.0  0.0 Fri Nov  6 09:28:44 2026 kernel_task'
              echo '77529     0   501 99.4 10.0 Fri Nov  6 09:28:44 2026 node' ;;
      *) echo '    0 kernel_task'; echo '77529 openclaw-gateway' ;;
    esac`);
    expect(await processes.list()).toEqual([
      {
        pid: 77529,
        ppid: null,
        uid: 501,
        startedAt: new Date('Fri Nov  6 09:28:44 2026').getTime(),
        name: 'node',
        commandLine: 'openclaw-gateway',
        cpuPercent: 99.4,
        memoryBytes: Math.round(totalmem() / 10),
      },
    ]);
  });

  it('has no start time in another language rather than a wrong one', async () => {
    const processes = await makeProcessesWith(`case "$2" in
      *comm=) echo '77529     1   501  0.0  0.1 三  9月/16 22:56:52 2026 node' ;;
      *) echo '77529 openclaw-gateway' ;;
    esac`);
    expect(await processes.list()).toMatchObject([{ pid: 77529, startedAt: null }]);
  });

  it('fails when ps fails', async () => {
    const processes = await makeProcessesWith('exit 2');
    await expect(processes.list()).rejects.toThrow('Command failed');
  });
});

describe('identity', () => {
  it('of nobody is null', async () => {
    const processes = await makeProcessesWith('exit 1');
    expect(await processes.identify(77529)).toBeNull();
  });

  it('is asked for in one call, in plain words and a plain zone', async () => {
    const processes = await makeProcessesWith(
      'echo "77529     0   501 Fri Nov  6 09:28:44 2026     /opt/bin/node $* $LC_ALL $TZ"',
    );
    expect(await processes.identify(77529)).toEqual({
      pid: 77529,
      ppid: null,
      uid: 501,
      startedAt: Date.UTC(2026, 10, 6, 9, 28, 44),
      name: 'node',
      commandLine: '/opt/bin/node -ww -o pid=,ppid=,uid=,lstart=,command= -p 77529 C UTC',
      cpuPercent: null,
      memoryBytes: null,
    });
  });

  it.each([
    ['another language', 'echo "77529 1 501 Fr 6 Nov 09:28:44 2026 openclaw-gateway"'],
    ['another pid', 'echo "1 0 0 Fri Nov  6 09:28:44 2026 launchd"'],
    ['an error', 'exit 2'],
    ['silence', 'exit 0'],
  ])('is unknown after %s, which is not the same as gone', async (_name, script) => {
    const processes = await makeProcessesWith(script);
    await expect(processes.identify(77529)).rejects.toThrow('ps -ww');
  });
});

it('knows the living from the dead', async () => {
  const { child, pid } = await startSleeper();
  const processes = makeProcesses();
  expect(processes.isAlive(pid)).toBe(true);
  const line = processes.follow(pid);
  expect(line.isAlive()).toBe(true);
  expect(processes.isAlive(1)).toBe(true);
  const exit = once(child, 'exit');
  expect(processes.terminate(pid)).toBe(true);
  expect(await exit).toEqual([null, 'SIGTERM']);
  expect(processes.isAlive(pid)).toBe(false);
  expect(line.isAlive()).toBe(false);
  line.close();
  expect(processes.follow(pid).isAlive()).toBe(false);
  expect(processes.terminate(pid)).toBe(false);
});

it.runIf(process.platform === 'linux')('takes a process that nobody reaps for dead', async () => {
  // The shell starts a child and becomes a program that never waits for it.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  await expect.poll(() => makeProcesses().isAlive(pid), { timeout: 10_000 }).toBe(false);
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill();
});

it.each([0, 1, -1, 1.5, Number.NaN])('ends no %d', (pid) => {
  expect(() => makeProcesses().terminate(pid)).toThrow(RangeError);
});

it.each([0, -1, 1.5, Number.NaN])('finds no %d alive', (pid) => {
  expect(makeProcesses().isAlive(pid)).toBe(false);
  expect(makeProcesses().follow(pid).isAlive()).toBe(false);
});
