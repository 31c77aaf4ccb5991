import { mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../app/platform/node/clock.ts';
import { planWatch } from '../../../app/platform/node/watch-plan.ts';
import { createWatcher } from '../../../app/platform/node/watcher.ts';
import type { Clock } from '../../../app/ports/clock.ts';
import { makeFakeClock } from '../../fakes/fake-clock.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** The burst rests in real time, but the slow look never comes: what is seen was told by an event. */
const withoutSlowLook: Clock = { ...systemClock, every: () => () => {} };
const soon = { timeout: 10_000 };

async function watch(paths: readonly string[], clock: Clock = withoutSlowLook) {
  const calls: (readonly string[])[] = [];
  const handle = createWatcher(clock).watch(paths, (changed) => calls.push(changed));
  onTestFinished(() => handle.close());
  await handle.ready;
  return {
    calls,
    handle,
    /** Waits for a call and forgets it. */
    next: async (): Promise<readonly string[]> => {
      await expect.poll(() => calls.length, soon).toBeGreaterThan(0);
      return calls.splice(0).flat();
    },
  };
}

async function saveAtomically(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

describe('what is no change', () => {
  it('reading, other files beside it, and what is below', async () => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, 'openclaw.json');
    await writeFile(path, 'one');
    const { calls, next } = await watch([path]);
    await readFile(path);
    await writeFile(join(folder, 'openclaw.json.bak'), 'one');
    await mkdir(join(folder, 'logs'));
    await writeFile(join(folder, 'logs', 'gateway.log'), 'line');
    // The one change that counts comes last, and alone.
    await writeFile(path, 'two');
    expect(await next()).toEqual([path]);
    expect(calls).toEqual([]);
  });
});

describe('a file', () => {
  it('written in place, replaced again and again, removed and made anew', async () => {
    const path = join(await makeTemporaryFolder(), 'openclaw.json');
    await writeFile(path, 'one');
    const { next } = await watch([path]);
    const changes = [
      () => writeFile(path, 'two'),
      () => saveAtomically(path, 'three'),
      () => saveAtomically(path, 'four'),
      () => rm(path),
      () => writeFile(path, 'five'),
      () => saveAtomically(path, 'six'),
    ];
    for (const change of changes) {
      await change();
      expect(await next()).toEqual([path]);
    }
  });

  it('that is a symlink, whose target is replaced and then another one', async () => {
    const folder = await makeTemporaryFolder();
    const [link, target, other] = [join(folder, 'here', 'link'), join(folder, 'there', 'a'), join(folder, 'b')];
    await mkdir(dirname(link));
    await mkdir(dirname(target));
    await writeFile(target, 'one');
    await writeFile(other, 'other');
    await symlink(target, link);
    const { next } = await watch([link]);
    await saveAtomically(target, 'two');
    expect(await next()).toEqual([link]);
    await symlink(other, `${link}.tmp`);
    await rename(`${link}.tmp`, link);
    expect(await next()).toEqual([link]);
    await saveAtomically(other, 'three');
    expect(await next()).toEqual([link]);
  });

  it('whose folders do not exist yet, level by level', async () => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, 'a', 'b', 'openclaw.json');
    const { next } = await watch([path]);
    await mkdir(join(folder, 'a'));
    await mkdir(join(folder, 'a', 'b'));
    await writeFile(path, 'one');
    expect(await next()).toEqual([path]);
    await saveAtomically(path, 'two');
    expect(await next()).toEqual([path]);
  });

  it('whose folder is moved away and comes back', async () => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, '.openclaw', 'openclaw.json');
    await mkdir(dirname(path));
    await writeFile(path, 'one');
    const { next } = await watch([path]);
    await rename(dirname(path), join(folder, 'aside'));
    expect(await next()).toEqual([path]);
    await mkdir(dirname(path));
    await writeFile(path, 'two');
    expect(await next()).toEqual([path]);
    await rm(dirname(path), { recursive: true });
    expect(await next()).toEqual([path]);
    await rename(join(folder, 'aside'), dirname(path));
    expect(await next()).toEqual([path]);
  });
});

it('watches a folder: entries that come, change and go', async () => {
  const agents = join(await makeTemporaryFolder(), 'LaunchAgents');
  const { next } = await watch([agents]);
  await mkdir(agents);
  expect(await next()).toEqual([agents]);
  for (const change of [
    () => writeFile(join(agents, 'a.plist'), 'one'),
    () => saveAtomically(join(agents, 'a.plist'), 'two'),
    () => rm(join(agents, 'a.plist')),
  ]) {
    await change();
    expect(await next()).toEqual([agents]);
  }
});

it('calls once for a burst, with all that changed', async () => {
  const folder = await makeTemporaryFolder();
  const paths = [join(folder, 'a'), join(folder, 'b')];
  const { calls, next } = await watch(paths);
  for (let round = 0; round < 10; round += 1) for (const path of paths) await writeFile(path, `${round}`);
  // The look that follows the first scan may fall into the burst and tell a part of it; twenty writes are never twenty calls.
  const told: string[] = [];
  let count = 0;
  for (; !paths.every((path) => told.includes(path)); count += 1) told.push(...(await next()));
  expect(count + calls.length).toBeLessThanOrEqual(3);
});

it('sees by its slow look what no event told', async () => {
  const path = join(await makeTemporaryFolder(), 'openclaw.json');
  await writeFile(path, 'one');
  const clock = makeFakeClock();
  // Events only start a rest of a clock that stands still.
  const { calls, handle } = await watch([path], clock);
  await writeFile(path, 'two');
  await utimes(path, 1, 1);
  await clock.advance(60_000);
  // The look that follows the first scan may have seen one of the two changes already.
  await expect.poll(() => calls.at(-1), soon).toEqual([path]);
  await handle.close();
  expect(clock.pending()).toBe(0);
});

it('says nothing after it was closed', async () => {
  const path = join(await makeTemporaryFolder(), 'openclaw.json');
  const { calls, handle } = await watch([path]);
  await handle.close();
  await writeFile(path, 'one');
  const other = await watch([path]);
  await writeFile(path, 'two');
  await other.next();
  expect(calls).toEqual([]);
});

it('plans few folders, and of a big one only what matters', async () => {
  const home = await makeTemporaryFolder();
  await mkdir(join(home, 'Library', 'LaunchAgents'), { recursive: true });
  await writeFile(join(home, 'other'), '');
  const plan = await planWatch([
    join(home, '.openclaw', 'openclaw.json'),
    join(home, '.openclaw', 'disable-launchagent'),
    join(home, 'Library', 'LaunchAgents'),
    join(home, 'Library', 'LaunchAgents', 'ai.openclaw.gateway.plist'),
  ]);
  expect(plan).toEqual(
    new Map([
      [home, new Set(['.openclaw'])],
      [join(home, 'Library'), new Set(['LaunchAgents'])],
      [join(home, 'Library', 'LaunchAgents'), null],
    ]),
  );
});
