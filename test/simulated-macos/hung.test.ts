import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyNewsMemory, newsKinds, type NewsKind, type NewsMemory } from '../../app/core/model/news.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { deriveNews } from '../../app/core/news.ts';
import { installGateway, label } from '../main/stand-in-gateway.ts';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { createEngineOnMac, type EngineOnMac, findFreePort } from './engine-on-mac.ts';
import { eventually, printedValue, writeAgent } from './small-jobs.ts';
import { makeStoryClock, type StoryClock } from './story-clock.ts';

const seconds = 1_000;
const minutes = 60_000;

let mac: SimulatedMac;
let target: string;
let port: number;
let story: StoryClock;
let on: EngineOnMac;
let told: NewsKind[];

/** A gateway that serves and is no longer young, watched by an app that may mend it without asking. */
beforeEach(async () => {
  mac = await createSimulatedMac();
  port = await findFreePort();
  target = `${mac.domain}/${label}`;
  await mac.launchctl('bootstrap', mac.domain, installGateway(mac, port));
  await eventually(isServing, (serving) => serving);
  story = makeStoryClock(6 * minutes);
  const automatic = { isOn: () => true, underway: () => undefined };
  on = createEngineOnMac(mac, { automatic, between: story.between });
  told = [];
  tellNews();
  const { ready } = on.engine.start();
  await story.pass(5 * seconds);
  await ready;
  if (on.engine.current()?.status.state !== 'healthy') throw new Error('It does not serve.');
});

afterEach(async () => {
  await on.engine.stop();
  await mac.close();
  if (on.errors.length > 0) throw new Error(`errors: ${on.errors.map(String).join('; ')}`);
});

/** What a person would be told of, as the menu bar app does it. */
function tellNews(): void {
  const settings = {
    kinds: Object.fromEntries(newsKinds.map((kind) => [kind, true])) as Record<NewsKind, boolean>,
    snoozedUntil: null,
  };
  let memory: NewsMemory = emptyNewsMemory;
  on.engine.onPicture((picture: Picture) => {
    const situation = { now: story.clock.now(), settings, actor: 'app', awaited: false } as const;
    const outcome = deriveNews(memory, picture, situation);
    memory = outcome.memory;
    if (outcome.news !== null) told.push(outcome.news.kind);
  });
}

const isServing = () =>
  fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

const jobPid = async () => Number(printedValue((await mac.launchctl('print', target)).stdout, 'pid'));
const kicks = () => on.launchctl.filter((line) => line.startsWith('kickstart'));

/** It lives, holds its port, and answers nobody any more. */
async function freeze(): Promise<void> {
  process.kill(await jobPid(), 'SIGSTOP');
}

/** `npm install --global openclaw`, as long as it lasts. */
function startUpdate(): () => Promise<void> {
  const npm = path.join(mac.root, 'opt', 'homebrew', 'bin', 'npm');
  mkdirSync(path.dirname(npm), { recursive: true });
  writeFileSync(npm, '#!/bin/bash\nwhile :; do sleep 0.2; done\n');
  chmodSync(npm, 0o755);
  const child = spawn(npm, ['install', '--global', 'openclaw'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return () => {
    child.kill('SIGKILL');
    return ended;
  };
}

/** A job of the person's own that restarts the gateway now and then. */
async function loadWatchdog(): Promise<() => Promise<void>> {
  const script = 'sleep 600; openclaw gateway restart';
  await mac.launchctl('bootstrap', mac.domain, writeAgent(mac, 'com.example.watchdog', script, { RunAtLoad: false }));
  return async () => {
    await mac.launchctl('bootout', `${mac.domain}/com.example.watchdog`);
  };
}

test('a job that is provably hung is restarted once, when nothing stands in the way', {
  timeout: 300_000,
}, async () => {
  const frozen = await jobPid();
  on.engine.woke();
  await story.pass(15 * seconds);
  await freeze();
  // Without the wake it would be restarted two minutes after its last answer.
  await story.pass(160 * seconds);
  expect(kicks()).toEqual([]);

  const endUpdate = startUpdate();
  await story.pass(50 * seconds);
  expect(kicks()).toEqual([]);

  const unloadWatchdog = await loadWatchdog();
  await story.pass(10 * seconds);
  await endUpdate();
  await story.pass(20 * seconds);
  expect(kicks()).toEqual([]);
  expect(on.engine.current()?.status).toMatchObject({ state: 'unresponsive', reason: 'not-answering' });

  await unloadWatchdog();
  await story.pass(40 * seconds);
  expect(kicks()).toEqual([`kickstart -k ${target}`]);
  expect(await jobPid()).not.toBe(frozen);
  expect(await isServing()).toBe(true);
  expect(on.engine.current()?.status.state).toBe('healthy');
  const runs = await on.engine.runs();
  expect(runs).toMatchObject([{ verdict: 'fixed', plan: { rung: 'automatic-restart' } }]);
  const { launchctl: all } = on;
  expect(all.filter((line) => /^(?:boot|disable|kill|remove|unload)/.test(line))).toEqual([]);

  // Within ten minutes it is left to a person.
  await freeze();
  await story.pass(3 * minutes);
  expect(on.engine.current()?.status.reason).toBe('not-answering');
  expect(kicks()).toHaveLength(1);
});

test('after three in an hour there is only a notification', { timeout: 200_000 }, async () => {
  for (const ago of [15, 30, 45])
    await on.ports.notebook.noteAutomatic({ cause: 'hung', at: story.clock.now() - ago * minutes, profile: null });
  await story.pass(3 * minutes);
  await freeze();
  await story.pass(3 * minutes);
  expect(on.engine.current()?.status).toMatchObject({ state: 'unresponsive', reason: 'not-answering' });
  expect(kicks()).toEqual([]);
  expect(await on.engine.runs()).toEqual([]);
  expect(told).toEqual(['down']);
});
