import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { redactTranscript } from '../recorder/redact-transcript.mjs';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { scripts, writeAgent } from './small-jobs.ts';

const recorder = fileURLToPath(new URL('../recorder/record-mac.mjs', import.meta.url));
let mac: SimulatedMac;
afterEach(() => mac.close());

function record(...args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [recorder, ...args],
      { timeout: 60_000, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

test('the recorder records a (simulated) Mac that the parsers understand, and no secrets', async () => {
  mac = await createSimulatedMac();
  const agent = writeAgent(mac, 'com.apple.example', scripts.runs, { EnvironmentVariables: { KEY: 'sk-secret' } });
  await mac.launchctl('bootstrap', mac.domain, agent);
  const foreign = writeAgent(mac, 'org.secret.job', scripts.runs);
  await mac.launchctl('bootstrap', mac.domain, foreign);
  const harmless = writeAgent(mac, 'com.apple.harmless', scripts.runs);
  const out = path.join(mac.home, 'recording');
  const { exitCode, stdout, stderr } = await record('--tools', mac.toolsDir, '--plist', harmless, '--out', out);
  expect({ exitCode, stderr: exitCode === 0 ? '' : stdout + stderr }).toEqual({ exitCode: 0, stderr: '' });
  const all = readdirSync(out).map((name) => readFileSync(path.join(out, name), 'utf8'));
  expect(all.join('\n')).toContain('state = running');
  expect(all.join('\n')).not.toMatch(/sk-secret|org\.secret/);
});

test('a text that the parsers do not understand makes it fail', async () => {
  mac = await createSimulatedMac();
  const agent = writeAgent(mac, 'com.apple.example', scripts.runs);
  await mac.launchctl('bootstrap', mac.domain, agent);
  mac.setQuirks({ launchctl: { override: { 'print-disabled': { exitCode: 0, stdout: '禁用的服务 = {\n}\n' } } } });
  const out = path.join(mac.home, 'recording');
  const { exitCode, stdout } = await record('--tools', mac.toolsDir, '--plist', agent, '--out', out);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/5 passed/);
  expect(stdout).toMatch(/1 failed/);
});

test('redaction leaves what the parsers read', async () => {
  mac = await createSimulatedMac();
  const { username, homedir } = os.userInfo();
  const text = `\tpath = ${homedir}/x\n\tenvironment = {\n\t\tKEY => value ${username}\n\t}\n\tstate = running\n12\t0\torg.other\n`;
  expect(redactTranscript(text)).toBe(
    '\tpath = /Users/alice/x\n\tenvironment = {\n\t\tKEY => removed\n\t}\n\tstate = running\n',
  );
});
