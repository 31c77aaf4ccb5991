import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { classifyLaunchctlFailure } from '../../app/core/parse/launchctl-error.ts';
import { parseLaunchctlPrint } from '../../app/core/parse/launchctl-print.ts';
import { parseListeners } from '../../app/core/parse/lsof.ts';
import { parsePlist } from '../../app/core/parse/plist.ts';
import { parsePrintDisabled } from '../../app/core/parse/print-disabled.ts';
import { parsePsLine } from '../../app/core/parse/ps.ts';

/** Run by record-mac.mjs, with the folder of what it has just recorded. */
const folder = process.env['CLAWTENDER_RECORDING'] ?? '';

interface Expected {
  readonly pid: number;
  readonly port: number;
  readonly labels: Readonly<Record<string, string>>;
}

const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const { pid, port, labels } = JSON.parse(read('expected.json')) as Expected;
const recorded = (name: string) => ({
  exitCode: Number(read(`${name}.exit.txt`)),
  stdout: read(`${name}.stdout.txt`),
  stderr: read(`${name}.stderr.txt`),
});

describe('launchctl', () => {
  test('print of a running and of a resting job', () => {
    expect(Object.keys(labels)).not.toEqual([]);
    for (const kind of Object.keys(labels)) {
      const { stdout } = recorded(`launchctl-print-${kind}`);
      const job = parseLaunchctlPrint(stdout);
      expect(job).toMatchObject({ name: expect.stringContaining(labels[kind] ?? '') });
      expect(job?.phase).toBe(kind === 'running' ? 'running' : 'stopped');
      expect(job?.pid === null).toBe(kind !== 'running');
      expect(job?.runs).not.toBeNull();
      expect(job?.lastExit).not.toBeNull();
    }
  });

  test('print of a job that is not there, and in a session that is not there', () => {
    expect(classifyLaunchctlFailure(recorded('launchctl-print-not-found'))).toMatchObject({
      kind: 'not-loaded',
      code: 113,
    });
    expect(classifyLaunchctlFailure(recorded('launchctl-print-no-domain')).kind).toBe('no-domain');
  });

  test('print-disabled', () => {
    const { stdout } = recorded('launchctl-print-disabled');
    expect(parsePrintDisabled(stdout, 'com.example.clawtender.missing')).toBe('unset');
    for (const [, label = '', word = ''] of stdout.matchAll(
      /^\s*"(com\.apple\.[^"]+)" => (disabled|enabled|true|false)$/gm,
    )) {
      expect(parsePrintDisabled(stdout, label)).toBe(/disabled|true/.test(word) ? 'disabled' : 'enabled');
    }
  });
});

describe('other tools', () => {
  test('lsof', () => {
    const { stdout } = recorded('lsof-listening');
    const listener = { pid, command: 'node', addresses: [`127.0.0.1:${port}`] };
    expect(parseListeners(stdout)).toEqual([listener]);
    expect(recorded('lsof-nothing')).toEqual({ exitCode: 1, stdout: '', stderr: '' });
  });

  test('ps', () => {
    const { stdout } = recorded('ps-own');
    const line = parsePsLine(stdout.trimEnd());
    expect(line).toMatchObject({ pid, commandLine: expect.stringContaining('record-mac.mjs') });
    expect(Math.abs((line?.startedAt ?? 0) - Date.now())).toBeLessThan(600_000);
  });

  test('plutil', () => {
    expect(parsePlist(recorded('plutil').stdout)).toMatchObject({
      kind: 'parsed',
      value: { Label: expect.any(String) },
    });
  });
});
