import { expect, it } from 'vitest';
import { createDeathWatch } from '../../app/engine/death-watch.ts';
import { deriveWatchedPids } from '../../app/engine/watched-pids.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makePicture } from '../fakes/snapshots.ts';

const picture = makePicture();
const pids = deriveWatchedPids(picture);

function watchOver(state: { exists: boolean; isAlive: boolean }) {
  let told = 0;
  const { processes } = makeStrictPorts({
    processes: {
      exists: (pid) => !pids.includes(pid) || state.exists,
      isAlive: (pid) => !pids.includes(pid) || (state.exists && state.isAlive),
    },
  });
  const deaths = createDeathWatch(processes, () => (told += 1));
  deaths.follow(picture);
  return {
    told: () => told,
    beat(times: number) {
      for (let count = 0; count < times; count += 1) deaths.check();
    },
  };
}

it('has somebody to watch over', () => {
  expect(pids).not.toEqual([]);
});

it('says nothing while all live', () => {
  const watch = watchOver({ exists: true, isAlive: true });
  watch.beat(50);
  expect(watch.told()).toBe(0);
});

it('tells of an end at the next beat, and once', () => {
  const state = { exists: true, isAlive: true };
  const watch = watchOver(state);
  watch.beat(3);
  state.exists = false;
  watch.beat(1);
  expect(watch.told()).toBe(1);
  watch.beat(30);
  expect(watch.told()).toBe(1);
});

it('tells of one that nobody reaps within ten beats', () => {
  const state = { exists: true, isAlive: true };
  const watch = watchOver(state);
  watch.beat(3);
  state.isAlive = false;
  watch.beat(10);
  expect(watch.told()).toBe(1);
});
