import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createMacWithOpenClaw, type MacWithOpenClaw } from '../openclaw/darwin/openclaw-on-mac.ts';
import { followStatus } from '../openclaw/clawtender.ts';
import { recordFigure } from './figures.ts';

/** Linux counts CPU time in hundredths of a second. */
const ticksPerSecond = 100;
const idleMs = 60_000;
const settleMs = 15_000;
const counter = fileURLToPath(new URL('count-programs.mjs', import.meta.url));
const commandLine = fileURLToPath(new URL('../../out/cli/clawtender.js', import.meta.url));

let mac: MacWithOpenClaw | null = null;
afterAll(() => mac?.close());

function ownCpuSeconds(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ').map(Number);
  return ((fields[11] ?? Number.NaN) + (fields[12] ?? Number.NaN)) / ticksPerSecond;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a minute beside a healthy gateway', async () => {
  mac = await createMacWithOpenClaw('2026.9.6', 28979);
  await mac.openclaw('gateway', 'install', '--force');
  await followStatus(mac.env, 'healthy');
  const countFile = path.join(mac.root, 'programs.json');
  const watch = spawn(process.execPath, ['--import', counter, commandLine, 'watch', '--json'], {
    env: { PATH: '/usr/bin:/bin', ...mac.env, COUNT_PROGRAMS_FILE: countFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = watch.pid ?? 0;
  let lines = 0;
  watch.stdout.on('data', () => (lines += 1));
  await pause(settleMs);
  expect(lines).toBeGreaterThan(0);
  const cpuBefore = ownCpuSeconds(pid);
  const from = Date.now();
  await pause(idleMs);
  const until = Date.now();
  const cpuSeconds = ownCpuSeconds(pid) - cpuBefore;
  watch.kill('SIGTERM');
  await once(watch, 'exit');
  const programs = (JSON.parse(readFileSync(countFile, 'utf8')) as { at: number; file: string }[])
    .filter(({ at }) => at >= from && at <= until)
    .map(({ file }) => path.basename(file));
  recordFigure({
    what: 'CPU of a healthy, idle minute',
    wanted: '≤ 0.5 % of one core',
    measured: `${((cpuSeconds * 1000 * 100) / (until - from)).toFixed(2)} %`,
    how: 'own CPU time of `watch`, gateway 2026.9.6 under the simulated launchd',
  });
  recordFigure({
    what: 'programs started in that minute',
    wanted: '≤ 4',
    measured: `${programs.length}${programs.length === 0 ? '' : ` (${programs.join(', ')})`}`,
    how: 'counted inside the process',
  });
});
