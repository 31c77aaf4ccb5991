import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { build } from 'plist';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { scripts, writeAgent } from './small-jobs.ts';

let mac: SimulatedMac;
beforeAll(async () => {
  mac = await createSimulatedMac({ homeName: '爱丽丝 Smith' });
});
afterAll(() => mac.close());
beforeEach(() => mac.setQuirks({}));

interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As a caller does that hands on nothing of its environment. */
function run(tool: string, args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const options = { env, timeout: 5000, maxBuffer: 1024 * 1024 };
    const child = execFile(path.join(mac.toolsDir, tool), args, options, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

describe('launchctl', () => {
  test('is the daemon in another process: same texts, same exit codes', async () => {
    const target = `${mac.domain}/com.example.tool`;
    const file = writeAgent(mac, 'com.example.tool', scripts.runs);
    expect(await run('launchctl', ['bootstrap', mac.domain, file])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await run('launchctl', ['print', target])).toEqual(await mac.launchctl('print', target));
    expect((await run('launchctl', ['list'])).stdout).toMatch(/^PID\tStatus\tLabel\n[^]*\d+\t0\tcom\.example\.tool\n$/);
    expect((await run('launchctl', ['list', 'com.example.tool'])).stdout).toContain('\t"LastExitStatus" = 0;\n');
    expect((await run('launchctl', ['managername'])).stdout).toBe('Aqua\n');
  });

  test('rejects what it does not know', async () => {
    expect((await run('launchctl', ['frobnicate'])).exitCode).toBe(64);
    expect((await run('launchctl', ['print', 'no/such/target'])).exitCode).toBe(64);
    expect((await run('launchctl', ['kickstart', '-x', `${mac.domain}/com.example.tool`])).exitCode).toBe(64);
  });

  test('can hang and flood', async () => {
    mac.setQuirks({ launchctl: { hang: ['print'], flood: ['list'] } });
    const hanging = spawn(path.join(mac.toolsDir, 'launchctl'), ['print', mac.domain], { stdio: 'ignore' });
    const ended = new Promise((resolve) => hanging.once('exit', (_code, signal) => resolve(signal)));
    const first = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('hangs'), 500))]);
    hanging.kill('SIGKILL');
    expect([first, await ended]).toEqual(['hangs', 'SIGKILL']);
    expect((await run('launchctl', ['list'])).stdout.length).toBeGreaterThanOrEqual(1024 * 1024);
  });
});

describe('lsof', () => {
  let server: net.Server;
  let query: string[];
  beforeAll(async () => {
    server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    query = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN'];
  });
  afterAll(() => void server.close());

  test('calls every node process node, whatever its title', async () => {
    const title = process.title;
    process.title = 'openclaw-gateway';
    try {
      const { exitCode, stdout } = await run('lsof', [...query, '-Fpcn']);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(new RegExp(`^p${process.pid}\ncnode\nf\\d+\nn127\\.0\\.0\\.1:\\d+\n$`));
      expect((await run('lsof', query)).stdout).toMatch(new RegExp(`\nnode +${process.pid} `));
    } finally {
      process.title = title;
    }
  });

  test('cannot tell "nothing" from "not yours to see"', async () => {
    const silent = { exitCode: 1, stdout: '', stderr: '' };
    expect(await run('lsof', ['-nP', '-iTCP:1', '-sTCP:LISTEN', '-Fpcn'])).toEqual(silent);
    mac.setQuirks({ lsof: { invisible: [process.pid] } });
    expect(await run('lsof', [...query, '-Fpcn'])).toEqual(silent);
  });

  test('rejects unknown options, and can be slow', async () => {
    expect((await run('lsof', ['--json'])).exitCode).toBe(1);
    mac.setQuirks({ lsof: { delayMs: 300 } });
    const startedAt = Date.now();
    expect((await run('lsof', query)).exitCode).toBe(0);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(300);
  });
});

describe('ps', () => {
  test('prints dates of the C locale only when asked for it', async () => {
    const args = ['-ww', '-o', 'lstart=', '-p', String(process.pid)];
    const inC = (await run('ps', args, { LC_ALL: 'C', TZ: 'UTC' })).stdout.trim();
    expect(new Date(`${inC} UTC`).getTime()).toBeLessThanOrEqual(Date.now());
    const localized = (await run('ps', args)).stdout.trim();
    expect(localized).toMatch(/^[一二三四五六日] [ \d]\d月\/\d+ [\d:]{8} \d{4}$/);
  });
});

const convert = (format: string) => ['-convert', format, '-o', '-', '--', '-'];

describe('plutil', () => {
  const xml = build({ Label: 'a & b', KeepAlive: true });

  test('converts from standard input', async () => {
    expect(JSON.parse((await run('plutil', convert('json'), {}, xml)).stdout)).toEqual({
      Label: 'a & b',
      KeepAlive: true,
    });
    expect((await run('plutil', convert('xml1'), {}, xml)).stdout).toContain('<string>a &amp; b</string>');
  });

  test('refuses broken files, dates in JSON and unknown arguments', async () => {
    expect((await run('plutil', convert('json'), {}, '<plist><dict>')).exitCode).toBe(1);
    expect((await run('plutil', convert('json'), {}, build({ at: new Date(0) }))).stderr).toContain('invalid object');
    expect((await run('plutil', ['-replace', 'Label'])).exitCode).toBe(1);
    const file = path.join(mac.home, 'fine.plist');
    writeFileSync(file, xml);
    expect(await run('plutil', ['-lint', file])).toEqual({ exitCode: 0, stdout: `${file}: OK\n`, stderr: '' });
  });
});
