import { describe, expect, test } from 'vitest';
import { decideAutomatic, isWithinLimits } from '../../app/core/automatic.ts';
import type { AutomaticRepair } from '../../app/core/automatic.ts';
import { deriveFacts } from '../../app/core/facts.ts';
import { judge } from '../../app/core/judge.ts';
import type { AutomaticCause, AutomaticEntry } from '../../app/core/model/automatic.ts';
import type { Memory } from '../../app/core/model/memory.ts';
import { absent, known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { derivePortOwner } from '../../app/core/port-owner.ts';
import { planRepair } from '../../app/core/repairs/index.ts';
import { deriveOffers } from '../../app/engine/repair/offers.ts';
import { promises } from '../law/promises.ts';
import { makeIdleMac, makeMemory, makeStrayMac, quietMachines } from './make-machine.ts';
import { at, gatewayPid, hours, label, minutes, seconds } from './make-moment.ts';
import {
  cannotRead,
  makeBrokenConfig,
  makeListener,
  makeLog,
  makeMark,
  makeMarkers,
  makeProcess,
  makeReach,
  makeSilentReach,
} from './make-running.ts';
import { makeService, makeSupervisor, makeUnloadedService } from './make-service.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { makeRemoteConfig } from './make-machine.ts';
import { outline } from './repairs/offers.ts';

interface Scene {
  readonly snapshot?: Partial<Snapshot>;
  readonly memory?: Partial<Memory>;
  readonly isPreviewing?: boolean;
}

/** The job's process holds the port and says nothing for a minute and a half; its log stands still for three. */
const silentMemory: Partial<Memory> = {
  samples: [
    { at: at - 5 * minutes, runs: 1, pid: gatewayPid, live: true },
    { at: at - 90 * seconds, runs: 1, pid: gatewayPid, live: false },
  ],
  slowAt: [at - 90 * seconds, at - 45 * seconds, at - seconds],
};

function hung({ snapshot = {}, memory = {}, isPreviewing = false }: Scene = {}) {
  const silent = makeSnapshot({ reach: known(makeSilentReach(), at), ...snapshot });
  return decide(silent, makeMemory({ ...silentMemory, ...memory }), isPreviewing);
}

/** It was loaded four minutes ago and has been missing for one and a half. */
const goneMemory: Partial<Memory> = {
  samples: [{ at: at - 4 * minutes, runs: 1, pid: gatewayPid, live: true }],
  firstSeen: { [`agent-not-loaded:${label}`]: at - 90 * seconds },
};

function vanished({ snapshot = {}, memory = {}, isPreviewing = false }: Scene = {}) {
  const log = known(makeLog({ modifiedAt: at - 4 * minutes, marks: [] }), at);
  const idle = makeIdleMac(makeUnloadedService(), { log, ...snapshot });
  return decide(idle, makeMemory({ ...goneMemory, ...memory }), isPreviewing);
}

/** As the engine does it, from the judgement on. */
function decide(snapshot: Snapshot, before: Memory, isPreviewing = false): AutomaticRepair | null {
  const judged = judge(snapshot, before);
  const { memory, status } = judged;
  return decideAutomatic({
    context: {
      snapshot,
      status,
      memory,
      facts: deriveFacts(snapshot, memory),
      owner: derivePortOwner(snapshot),
      tried: [],
      askedToEnd: [],
    },
    findings: judged.findings.flatMap(({ finding, consequences }) => [finding, ...consequences]),
    offers: deriveOffers(judged, snapshot, { runs: [], now: snapshot.at, planRepair }),
    isPreviewing,
  });
}

const lifecycle = (action: 'start' | 'stop' | 'restart' | 'other', ageMs: number, failed = false) => ({
  markers: known(
    makeMarkers({ lock: null, lastLifecycle: { at: at - ageMs, action, source: 'cli', failed, line: action } }),
    at,
  ),
});
const marked = (change: Parameters<typeof makeMarkers>[0]) => ({ markers: known(makeMarkers(change), at) });
const beside = (change: Parameters<typeof makeSupervisor>[0]) => ({
  supervisors: known([makeSupervisor(), makeSupervisor({ isTarget: false, ...change })], at),
});
const lastSeen = at - 4 * minutes;
const young = makeProcess({ startedAt: at - 4 * minutes });
const entry = (cause: AutomaticCause, agoMs: number): AutomaticEntry => ({ cause, at: at - agoMs, profile: null });
const watchdog = { line: 'openclaw gateway restart', scriptPath: null, everySeconds: 60 };
const logged = (change: Parameters<typeof makeLog>[0]) => ({ log: known(makeLog(change), at) });

/** What holds back either repair. */
const always: readonly (readonly [string, Scene])[] = [
  ['a person looks at a repair', { isPreviewing: true }],
  ['an action is in flight', { memory: { activity: { action: 'restart', startedAt: at - seconds } } }],
  ['the machine woke up two minutes ago', { memory: { wokeAt: at - 2 * minutes } }],
  [
    'npm is at work',
    { snapshot: { processes: known([makeProcess(), makeProcess({ pid: 900, role: 'maintenance' })], at) } },
  ],
  ['another service runs a gateway', { snapshot: beside({ label: 'com.other', kind: 'gateway' }) }],
  ['the official app keeps it', { snapshot: beside({ label: 'ai.openclaw.mac', kind: 'official-app' }) }],
  ['a watchdog looks after it', { snapshot: beside({ label: 'com.dog', kind: 'other', watchdog }) }],
  ['hands off: another supervisor', { snapshot: marked({ externalSupervisor: true }) }],
  ['hands off: Nix', { snapshot: marked({ nixMode: true }) }],
  ['hands off: the switch of the official app', { snapshot: marked({ launchAgentDisabled: true }) }],
  ['the gateway is meant to be elsewhere', { snapshot: { config: makeRemoteConfig() } }],
  ['the configuration would not start', { snapshot: { config: known(makeBrokenConfig(), at) } }],
  ['a person stopped it', { memory: { lastAction: { action: 'stop', at: at - seconds, succeeded: true } } }],
  ...(['service', 'config', 'reach', 'listeners', 'processes', 'supervisors', 'log', 'markers'] as const).map(
    (probe) => [`${probe} cannot be read`, { snapshot: { [probe]: cannotRead() } }] as const,
  ),
];

describe('what is left alone', () => {
  test.each(quietMachines)('$name', ({ snapshot, memory = makeMemory() }) => {
    expect(decide(snapshot, memory)).toBeNull();
  });

  test.each(always)('a hung job while %s', (_why, scene) => {
    expect(hung(scene)).toBeNull();
  });

  test.each(always)('a job that vanished while %s', (_why, scene) => {
    expect(vanished(scene)).toBeNull();
  });

  test('a gateway beside its service, which is somebody’s', () => {
    expect(decide(makeStrayMac(), makeMemory(goneMemory))).toBeNull();
  });
});

describe('what is not provably hung', () => {
  test.each<readonly [string, Scene]>([
    ['one unanswered question', { memory: { slowAt: [] } }],
    ['two, twenty seconds apart', { memory: { slowAt: [at - 20 * seconds] } }],
    [
      'an answer between two',
      {
        memory: {
          samples: [{ at: at - 40 * seconds, runs: 1, pid: gatewayPid, live: true }],
          slowAt: [at - 6 * minutes, at - seconds],
        },
      },
    ],
    ['an answer a minute ago', { memory: { samples: [{ at: at - minutes, runs: 1, pid: gatewayPid, live: true }] } }],
    ['a process of four minutes', { snapshot: { processes: known([young], at) }, memory: { samples: [] } }],
    ['a process of unknown age', { snapshot: { processes: known([makeProcess({ startedAt: null })], at) } }],
    ['a log that grows', { snapshot: logged({ modifiedAt: at - 30 * seconds }) }],
    ['silence of which most was before the wake', { memory: { wokeAt: at - 200 * seconds } }],
    ['a port that nobody holds', { snapshot: { listeners: known([], at) } }],
    ['a port that another gateway holds', { snapshot: { listeners: known([makeListener({ pid: 6001 })], at) } }],
    ['a job that is disabled', { snapshot: { service: known(makeService({ enabled: false }), at) } }],
    ['an answer that is not a gateway’s', { snapshot: { reach: known(makeReach({ health: other() }), at) } }],
    ['a full disk', { snapshot: logged({ modifiedAt: at - 4 * minutes, freeBytes: 0 }) }],
    [
      'a processor that spins: likely busy with itself',
      {
        snapshot: { processes: known([makeProcess({ cpuPercent: 100 })], at) },
        memory: {
          usage: [6, 5, 4, 3, 2, 1].map((ago) => ({
            at: at - ago * minutes,
            pid: gatewayPid,
            cpuPercent: 100,
            memoryBytes: 1,
          })),
        },
      },
    ],
    ['a likely damage of sleep', { memory: { wokeAt: at - 7 * minutes, samples: [] } }],
  ])('%s', (_what, scene) => {
    expect(hung(scene)).toBeNull();
  });
});

describe('what has not vanished by itself', () => {
  test.each<readonly [string, Scene]>([
    ['a job that was never seen', { memory: { samples: [] } }],
    ['a job that was seen without being loaded', { memory: { samples: [{ ...sample(), runs: null }] } }],
    ['a job that is missing for half a minute', { memory: { firstSeen: since(35 * seconds) } }],
    ['a service that is disabled', { snapshot: { service: known(makeUnloadedService({ enabled: false }), at) } }],
    [
      'a service of which that is not known',
      { snapshot: { service: known(makeUnloadedService({ enabled: null }), at) } },
    ],
    ['a service whose definition is gone as well', { snapshot: { definition: absent(at) } }],
    ['a restart of ours that failed', { memory: acted('restart', lastSeen + seconds, false) }],
    ['a start of ours just before', { memory: acted('start', lastSeen - 30 * seconds, true) }],
    ['a stop by the official command', { snapshot: lifecycle('stop', 4 * minutes) }],
    ['another change by the official command', { snapshot: lifecycle('other', 4 * minutes) }],
    ['a stop that the log tells', { snapshot: stoppedLog(lastSeen + 10 * seconds) }],
    ['a stop that the log tells without a time', { snapshot: stoppedLog(null) }],
    ['a program on the port', { snapshot: { listeners: known([makeListener({ pid: 1 })], at) } }],
  ])('%s', (_what, scene) => {
    expect(vanished(scene)).toBeNull();
  });
});

describe('what is mended', () => {
  test('a hung job: one restart, after a look at the configuration', () => {
    const repair = hung();
    expect(repair).toMatchObject({ cause: 'hung', plan: { rung: 'automatic-restart', questions: [] } });
    expect(outline(repair?.plan.steps ?? [])).toEqual([
      'config-validate',
      'keep-copy',
      'restart-loaded-service',
      'until gateway-serves',
    ]);
  });

  test('a vanished job: loaded again, once', () => {
    const repair = vanished();
    expect(repair).toMatchObject({ cause: 'vanished', plan: { rung: 'load', questions: [] } });
    expect(outline(repair?.plan.steps ?? [])).toEqual(['enable-service', 'load-service', 'until gateway-serves']);
  });

  test.each([true, false])('a job that the official restart has lost (it said so: %s)', (failed) => {
    const stop = logged({ modifiedAt: at - 4 * minutes, marks: [makeMark('clean-stop', at - 230 * seconds)] });
    expect(vanished({ snapshot: { ...lifecycle('restart', 4 * minutes, failed), ...stop } })?.cause).toBe('vanished');
  });

  test('beside a gateway of another profile', () => {
    const snapshot = beside({ label: 'ai.openclaw.work', kind: 'gateway', profile: 'work' });
    expect(hung({ snapshot })?.cause).toBe('hung');
  });

  test('and every promise is kept', () => {
    for (const [repair, snapshot] of [
      [hung(), makeSnapshot()],
      [vanished(), makeIdleMac()],
    ] as const) {
      if (repair === null) throw new Error('nothing is mended');
      const memory = makeMemory();
      const facts = deriveFacts(snapshot, memory);
      const { status } = judge(snapshot, memory);
      const owner = derivePortOwner(snapshot);
      const context = { snapshot, memory, facts, status, owner, tried: [], askedToEnd: [] };
      for (const check of Object.values(promises)) expect(check(repair.plan, context)).toEqual([]);
    }
  });
});

describe('limits', () => {
  test.each<readonly [string, readonly AutomaticEntry[], number | null]>([
    ['one nine minutes ago', [entry('hung', 9 * minutes)], null],
    ['one for another cause nine minutes ago', [entry('vanished', 9 * minutes)], null],
    ['a person’s restart nine minutes ago', [], at - 9 * minutes],
    ['three within the hour', [55, 40, 20].map((ago) => entry('hung', ago * minutes)), null],
    ['one of the future', [entry('hung', -hours)], null],
  ])('not after %s', (_what, entries, lastActionAt) => {
    expect(isWithinLimits('hung', { entries, lastActionAt }, at)).toBe(false);
  });

  test.each<readonly [string, readonly AutomaticEntry[], number | null]>([
    ['none', [], null],
    ['one ten minutes ago', [entry('hung', 10 * minutes)], at - 10 * minutes],
    ['two within the hour', [40, 20].map((ago) => entry('hung', ago * minutes)), null],
    ['three for another cause', [55, 40, 20].map((ago) => entry('vanished', ago * minutes)), null],
    ['three of which one is an hour old', [60, 40, 20].map((ago) => entry('hung', ago * minutes)), null],
  ])('but after %s', (_what, entries, lastActionAt) => {
    expect(isWithinLimits('hung', { entries, lastActionAt }, at)).toBe(true);
  });
});

function sample() {
  return { at: lastSeen, runs: 1, pid: gatewayPid, live: false };
}

function since(ageMs: number) {
  return { [`agent-not-loaded:${label}`]: at - ageMs };
}

function acted(action: 'start' | 'restart', actedAt: number, succeeded: boolean) {
  return { lastAction: { action, at: actedAt, succeeded } };
}

function stoppedLog(stoppedAt: number | null) {
  return logged({ modifiedAt: at - 4 * minutes, marks: [makeMark('clean-stop', stoppedAt)] });
}

function other() {
  return { kind: 'other', httpStatus: 404, contentType: 'text/html', controlUi: false } as const;
}
