import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { webTexts } from '../../app/core/text/web.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const texts = webTexts('en');
/** What the README promises; the build of the same sources is not part of it. */
const promisedMs = 10_000;

let folder: string;
let started: Started | null;

beforeEach(async () => {
  await ensureBuilt();
  folder = await mkdtemp(path.join(tmpdir(), 'clawtender-start-'));
  started = null;
});
afterEach(async () => {
  if (started !== null && started.child.exitCode === null) {
    started.child.kill('SIGTERM');
    await started.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until the output has this in it; rejects when the program ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

function start(variables: Readonly<Record<string, string>>): Started {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const child = spawn(process.execPath, [path.join(projectDir, 'build/start.mjs'), '--no-open'], {
    env: { ...rest, HOME: folder, LC_ALL: 'C', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      listeners.forEach((listener) => listener());
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found !== null) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code} before ${pattern}: ${output}`)));
    });
  started = { child, output: () => output, until, ended };
  return started;
}

/** A folder as ELECTRON_OVERRIDE_DIST_PATH wants it. */
async function placeElectron(script: string): Promise<Record<string, string>> {
  const distDir = path.join(folder, 'dist');
  await mkdir(distDir);
  await writeFile(path.join(distDir, 'electron'), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(distDir, 'electron'), 0o755);
  return { DISPLAY: ':77', ELECTRON_OVERRIDE_DIST_PATH: distDir };
}

const panelUrl = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/;

test.runIf(process.platform === 'linux')('without a display it says so and serves the panel in time', async () => {
  const begunAt = performance.now();
  const run = start({});
  const [url] = await run.until(panelUrl);
  expect(performance.now() - begunAt).toBeLessThan(promisedMs);
  expect(run.output()).toContain(texts.startWithoutDisplay);
  expect((await fetch(url)).status).toBe(200);
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('where Electron cannot be had it says so and serves the panel', async () => {
  const run = start({ DISPLAY: ':77', ELECTRON_OVERRIDE_DIST_PATH: folder });
  await run.until(panelUrl);
  expect(run.output()).toContain(texts.startWithoutElectron);
});

test('it opens the app of this checkout with Electron, and ends with it', async () => {
  const run = start(await placeElectron('echo "opened $1"'));
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain(`opened ${projectDir}\n`);
});

test('an app that does not come up is no dead end', async () => {
  const run = start(await placeElectron('echo "cannot start as root" >&2; exit 1'));
  await run.until(panelUrl);
  expect(run.output()).toContain('cannot start as root');
  expect(run.output()).toContain(texts.startElectronFailed);
});

test('Ctrl-C ends the app and is no failure', async () => {
  const run = start(await placeElectron('echo ready; exec sleep 60'));
  await run.until(/ready/);
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
  expect(run.output()).not.toContain(texts.startElectronFailed);
});
