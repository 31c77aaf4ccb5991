import { describe, expect, it } from 'vitest';
import type { UsageSample } from '../../app/core/model/memory.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { derivePortOwner } from '../../app/core/port-owner.ts';
import { addSlow, addUsage } from '../../app/core/usage.ts';
import { makeIdleMac } from './make-machine.ts';
import { at, gatewayPid, hours, minutes, strayPid } from './make-moment.ts';
import { cannotRead, makeProcess, makeRefusedReach } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { silentReach } from './told-machines.ts';

const add = (samples: readonly UsageSample[], snapshot: Snapshot) =>
  addUsage(samples, snapshot, derivePortOwner(snapshot));
const sample = (ago: number, pid = gatewayPid): UsageSample => ({ at: at - ago, pid, cpuPercent: 1, memoryBytes: 2 });
const now = { at, pid: gatewayPid, cpuPercent: 0.4, memoryBytes: 700_000_000 };

describe('what the process uses', () => {
  it('adds nothing without a list, a process or a new list', () => {
    expect(add([], makeSnapshot({ processes: cannotRead() }))).toEqual([]);
    expect(add([sample(minutes)], makeIdleMac())).toEqual([sample(minutes)]);
    expect(add([now], makeSnapshot())).toEqual([now]);
  });

  it('adds what the newest list tells', () => {
    expect(add([sample(minutes)], makeSnapshot())).toEqual([sample(minutes), now]);
    const untold = makeProcess({ cpuPercent: null, memoryBytes: null });
    expect(add([], makeSnapshot({ processes: known([untold], at) }))).toEqual([
      { ...now, cpuPercent: null, memoryBytes: null },
    ]);
  });

  it('forgets another process at once', () => {
    expect(add([sample(minutes, strayPid)], makeSnapshot())).toEqual([now]);
  });

  it('keeps every sample for a quarter of an hour, then the first of each ten minutes, for six and a half hours', () => {
    const everyMinute = Array.from({ length: 8 * 60 }, (_, index) => sample((8 * 60 - index) * minutes));
    const kept = add(everyMinute, makeSnapshot());
    const ages = kept.map((each) => (at - each.at) / minutes);
    expect(ages.filter((age) => age <= 15)).toHaveLength(16);
    expect(ages.filter((age) => age > 15)).toHaveLength(38);
    expect(Math.max(...ages)).toBeLessThanOrEqual(390);
    // Thinning again thins no further.
    expect(add(kept, makeSnapshot())).toEqual(kept);
  });
});

describe('questions without an answer', () => {
  it('are none when it answers, refuses, or nothing is known', () => {
    expect(addSlow([], makeSnapshot())).toEqual([]);
    expect(addSlow([], makeSnapshot({ reach: known(makeRefusedReach(), at) }))).toEqual([]);
    expect(addSlow([], makeSnapshot({ reach: cannotRead() }))).toEqual([]);
  });

  it('count once each, for a quarter of an hour', () => {
    const silent = makeSnapshot({ reach: silentReach });
    expect(addSlow([at - hours, at - 14 * minutes], silent)).toEqual([at - 14 * minutes, at]);
    expect(addSlow([at], silent)).toEqual([at]);
  });
});
