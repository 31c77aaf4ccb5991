import { expect, it } from 'vitest';
import { createDeathWatch } from '../../app/engine/death-watch.ts';
import { deriveWatchedPids } from '../../app/engine/watched-pids.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makePicture } from '../fakes/snapshots.ts';

const picture = makePicture();
const pids = deriveWatchedPids(picture);

function watchOver(alive = new Set(pids)) {
  const open: number[] = [];
  let told = 0;
  const { processes } = makeStrictPorts({
    processes: {
      follow(pid) {
        open.push(pid);
        return { isAlive: () => alive.has(pid), close: () => open.splice(open.indexOf(pid), 1) };
      },
    },
  });
  const deaths = createDeathWatch(processes, () => (told += 1));
  deaths.follow(picture);
  return { deaths, alive, open, told: () => told };
}

it('has somebody to watch over', () => {
  expect(pids).not.toEqual([]);
});

it('says nothing while all live', () => {
  const { deaths, told } = watchOver();
  deaths.check();
  deaths.follow(picture);
  deaths.check();
  expect(told()).toBe(0);
});

it('tells of an end once, however long pictures name it', () => {
  const { deaths, alive, told } = watchOver();
  alive.clear();
  deaths.check();
  deaths.follow(picture);
  deaths.check();
  expect(told()).toBe(1);
});

it('holds each process once, and lets go of it in the end', () => {
  const { deaths, alive, open } = watchOver();
  deaths.follow(picture);
  expect(open).toEqual(pids);
  alive.clear();
  deaths.check();
  expect(open).toEqual([]);
  const other = watchOver();
  other.deaths.close();
  expect(other.open).toEqual([]);
});
