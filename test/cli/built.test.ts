import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import type { StatusReport } from '../../app/core/model/report.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const entry = path.join(projectDir, 'out/cli/clawtender.js');
let home = '';

beforeAll(async () => {
  await ensureBuilt();
  home = mkdtempSync(path.join(tmpdir(), 'clawtender 家 '));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function start(...words: readonly string[]): ChildProcess {
  // A port that nobody has, so that a gateway of this machine's owner stays out of it.
  const env = { HOME: home, PATH: '/usr/bin:/bin', LANG: 'en_US.UTF-8', OPENCLAW_GATEWAY_PORT: '28499' };
  return spawn(process.execPath, [entry, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(...words: readonly string[]) {
  const child = start(...words);
  const written = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (written.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, ...written };
}

describe('the built command line', () => {
  test('knows its version', async () => {
    const manifest = JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8')) as { version: string };
    expect(await run('--version')).toEqual({ exitCode: 0, out: `${manifest.version}\n`, err: '' });
  });

  test('says one thing about wrong use', async () => {
    const { exitCode, out, err } = await run('status', '--frob');
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain('There is no option “--frob”.');
  });

  test('reads a machine without OpenClaw, in a home with spaces and Chinese characters, and changes nothing', async () => {
    const { exitCode, out, err } = await run('status', '--json');
    const report = JSON.parse(out) as StatusReport;
    expect(err).toBe('');
    expect(report).toMatchObject({ schema: 1, gateway: null, config: { exists: false } });
    expect(exitCode).toBe(report.state === 'unknown' ? 3 : 1);
    expect(readdirSync(home)).toEqual([]);
  });

  test('refuses to start what is not there', async () => {
    const { exitCode, out } = await run('start', '--json', '--yes');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ action: 'start', outcome: 'refused', steps: [] });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('watch ends cleanly with %s', async (signal) => {
    const child = start('watch', '--json');
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    expect(JSON.parse(line.toString())).toMatchObject({ schema: 1 });
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('a reader that has gone is no fault', async () => {
    const child = start('help');
    child.stdout?.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
