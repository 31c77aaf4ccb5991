import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../app/core/judge.ts';
import { judge } from '../../app/core/judge.ts';
import { emptyMemory } from '../../app/core/model/memory.ts';
import type { Memory } from '../../app/core/model/memory.ts';
import { absent, known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { makeIdleMac, makeLoopingService, makeStrayMac, quietMachines } from './make-machine.ts';
import { at, gatewayPid, gatewayStartedAt, minutes, seconds, strayPid } from './make-moment.ts';
import {
  cannotRead,
  makeBrokenConfig,
  makeForeignReach,
  makeListener,
  makeProcess,
  makeRefusedReach,
  makeSilentReach,
} from './make-running.ts';
import { makeDefinition, makeService, makeUnloadedService } from './make-service.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** Looks one after the other; each is `[seconds since the first, machine]`. */
function watch(looks: readonly (readonly [number, Snapshot])[], start: Memory = emptyMemory): readonly Judgement[] {
  const judgements: Judgement[] = [];
  let memory = start;
  for (const [after, snapshot] of looks) {
    const judgement = judge({ ...snapshot, at: at + after * seconds }, memory);
    judgements.push(judgement);
    memory = judgement.memory;
  }
  return judgements;
}

const outline = ({ status, findings }: Judgement) => [
  status.state,
  ...findings.map(({ finding, consequences }) =>
    [finding.code, ...consequences.map((entry) => entry.code)].join(' > '),
  ),
];

describe('a single look', () => {
  test.each(quietMachines)('finds nothing: $name', ({ snapshot, memory = emptyMemory }) => {
    expect(judge(snapshot, memory).findings).toEqual([]);
  });

  test('the service is not loaded and a gateway from a terminal has its port', () => {
    expect(outline(judge(makeStrayMac(), emptyMemory))).toEqual(['unmanaged', 'port-stray > agent-not-loaded']);
  });

  test('a 2026.9 gateway parked itself because of a stray', () => {
    expect(outline(judge(makeStrayMac(makeUnloadedService({ enabled: false })), emptyMemory))).toEqual([
      'unmanaged',
      'port-stray > agent-disabled > agent-not-loaded',
    ]);
  });

  test('a loop on a broken configuration has one finding at the top', () => {
    const machine = makeIdleMac(makeLoopingService(), { config: known(makeBrokenConfig(), at) });
    expect(outline(judge(machine, emptyMemory))).toEqual(['crash-looping', 'config-syntax > keepalive-loop']);
  });

  test('a loop because the node is gone', () => {
    const machine = makeIdleMac(makeLoopingService(), { definition: known(makeDefinition({ nodeExists: false }), at) });
    expect(outline(judge(machine, emptyMemory))).toEqual(['crash-looping', 'node-path-gone > keepalive-loop']);
  });

  test('nothing installed', () => {
    const machine = makeIdleMac(makeUnloadedService(), { install: absent(at), definition: absent(at) });
    expect(outline(judge(machine, emptyMemory))).toEqual(['not-installed', 'no-cli']);
  });

  test('a foreign program on the port has no code yet; the state says it', () => {
    const machine = makeIdleMac(makeService(), {
      reach: known(makeForeignReach(), at),
      listeners: known([makeListener({ pid: 900 })], at),
      processes: known([makeProcess({ pid: 900, role: 'other', name: 'python3' })], at),
    });
    expect(outline(judge(machine, emptyMemory))).toEqual(['port-taken']);
  });
});

/** The job’s process of one moment, ready at once; its predecessor ended well. */
const run = (pid: number, startedAfter: number, runs: number) =>
  makeSnapshot({
    service: known(makeService({ pid, runs, lastExit: { kind: 'code', code: 0, name: null } }), at),
    processes: known([makeProcess({ pid, startedAt: at + startedAfter * seconds })], at),
    listeners: known([makeListener({ pid })], at),
  });

describe('over time', () => {
  test('the job vanishes: said after half a minute, and the look for it is announced', () => {
    const looks = watch([
      [0, makeSnapshot()],
      [10, makeIdleMac()],
      [39, makeIdleMac()],
      [40, makeIdleMac()],
    ]);
    expect(looks.map(outline)).toEqual([['healthy'], ['stopped'], ['stopped'], ['stopped', 'agent-not-loaded']]);
    expect(looks.map(({ lookAgainAt }) => lookAgainAt)).toEqual([null, at + 40 * seconds, at + 40 * seconds, null]);
    expect(looks.map(({ status }) => status.since)).toEqual([gatewayStartedAt, ...Array(3).fill(at + 10 * seconds)]);
  });

  test('what is there at the first look stays', () => {
    const looks = watch([
      [0, makeIdleMac()],
      [1, makeIdleMac()],
      [2, makeIdleMac()],
    ]);
    expect(looks.map(outline)).toEqual(Array.from({ length: 3 }, () => ['stopped', 'agent-not-loaded']));
  });

  test('what was gone begins its patience anew', () => {
    const looks = watch([
      [0, makeSnapshot()],
      [5, makeIdleMac()],
      [25, makeSnapshot()],
      [36, makeIdleMac()],
    ]);
    expect(looks.at(-1)?.findings).toEqual([]);
  });

  test('a restart that ends well is never a finding, nor is the young process a dead one', () => {
    const restarted = makeService({ pid: 4900, runs: 2 });
    const young = known([makeProcess({ pid: 4900, startedAt: at + 3 * seconds })], at);
    const starting = makeSnapshot({
      service: known(restarted, at),
      processes: young,
      reach: known(makeRefusedReach(), at),
      listeners: known([], at),
    });
    const up = makeSnapshot({
      service: known(restarted, at),
      processes: young,
      listeners: known([makeListener({ pid: 4900 })], at),
    });
    const looks = watch([
      [0, makeSnapshot()],
      [1, makeSnapshot({ service: known(makeService({ phase: 'stopping', rawPhase: 'SIGTERMed' }), at) })],
      [4, starting],
      [9, up],
    ]);
    expect(looks.map(outline)).toEqual([['healthy'], ['stopping'], ['starting'], ['healthy']]);
    expect(looks.at(-1)?.status.since).toBe(at + 3 * seconds);
  });

  test('it loops: the third new process within two minutes tells, and a minute of peace ends it', () => {
    const looks = watch([
      [0, makeSnapshot()],
      [11, run(4801, 10, 2)],
      [22, run(4802, 21, 3)],
      [33, run(4803, 32, 4)],
      [93, run(4803, 32, 4)],
    ]);
    expect(looks.map(outline)).toEqual([
      ['healthy'],
      ['healthy'],
      ['crash-looping', 'keepalive-loop'],
      ['crash-looping', 'keepalive-loop'],
      ['healthy'],
    ]);
  });

  test('a frozen gateway is unresponsive at the next look, and called busy before it is called anything else', () => {
    const frozen = makeSnapshot({ reach: known(makeSilentReach(), at) });
    const looks = watch([
      [0, makeSnapshot()],
      [2, frozen],
      [12, frozen],
      [130, frozen],
    ]);
    expect(looks.map(outline)).toEqual([
      ['healthy'],
      ['unresponsive'],
      ['unresponsive', 'slow-not-dead'],
      ['unresponsive'],
    ]);
  });

  test('while our own stop runs nothing is a finding, and after it neither', () => {
    const acting = {
      ...judge(makeSnapshot(), emptyMemory).memory,
      activity: { action: 'stop', startedAt: at },
    } as const;
    const [during] = watch([[5, makeIdleMac()]], acting);
    const done = {
      ...acting,
      activity: null,
      lastAction: { action: 'stop', at: at + 6 * seconds, succeeded: true },
    } as const;
    const [after] = watch([[60, makeIdleMac()]], done);
    expect([during, after].map((look) => (look === undefined ? null : outline(look)))).toEqual([
      ['stopping'],
      ['stopped'],
    ]);
    expect(after?.status).toMatchObject({ reason: 'stopped-on-purpose', since: at + 6 * seconds });
  });
});

describe('memory', () => {
  test('keeps a quarter of an hour of samples', () => {
    const looks = watch([
      [0, makeSnapshot()],
      [14 * 60, makeSnapshot()],
      [16 * 60, makeSnapshot()],
    ]);
    expect(looks.at(-1)?.memory.samples.map((sample) => (sample.at - at) / minutes)).toEqual([14, 16]);
  });

  test('a sample says whether the gateway itself lived, not whether a stray answered', () => {
    const samples = [makeSnapshot(), makeStrayMac(), makeStrayMac(makeService())].map(
      (snapshot) => judge(snapshot, emptyMemory).memory.samples[0],
    );
    expect(samples).toMatchObject([
      { pid: gatewayPid, runs: 1, live: true },
      { pid: strayPid, runs: null, live: true },
      { pid: gatewayPid, runs: 1, live: false },
    ]);
  });

  test('keeps what it does not own', () => {
    const memory: Memory = { ...emptyMemory, wokeAt: 5, lastAction: { action: 'start', at: 4, succeeded: true } };
    expect(judge(makeSnapshot(), memory).memory).toMatchObject({ wokeAt: 5, lastAction: { action: 'start' } });
  });

  test('the same moment is judged the same, and nothing is changed by judging', () => {
    const snapshot = Object.freeze(makeStrayMac());
    expect(judge(snapshot, Object.freeze(emptyMemory))).toEqual(judge(snapshot, emptyMemory));
  });

  test('an unreadable service leaves no false count, and what lives is still seen', () => {
    const look = judge(makeSnapshot({ service: cannotRead() }), emptyMemory);
    expect(look.memory.samples).toMatchObject([{ runs: null, pid: gatewayPid, live: true }]);
  });
});
