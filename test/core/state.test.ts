import { describe, expect, test } from 'vitest';
import { deriveFacts } from '../../app/core/facts.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { stateReasons } from '../../app/core/model/state.ts';
import { deriveStatus } from '../../app/core/state.ts';
import { makeMemory, makeWatchingMemory } from './make-machine.ts';
import { at, minutes } from './make-moment.ts';
import { cannotRead, makeNotReadyReach } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { changingCases } from './states/changing-cases.ts';
import { faultCases } from './states/at-fault-cases.ts';
import { restCases } from './states/at-rest-cases.ts';
import { servingCases } from './states/serving-cases.ts';

const cases = [...servingCases, ...changingCases, ...faultCases, ...restCases];

describe('the state of a machine', () => {
  test.each(cases)('$state, $reason: $name', ({ snapshot, memory = makeMemory(), state, reason, args = {}, since }) => {
    const status = deriveStatus(snapshot, deriveFacts(snapshot, memory), memory);
    expect({ state: status.state, reason: status.reason }).toEqual({ state, reason });
    expect(status.args).toMatchObject(args);
    expect(status).toMatchObject(since === undefined ? {} : { since });
  });

  test('every reason has a machine above', () => {
    expect(new Set(cases.map((entry) => entry.reason))).toEqual(new Set(stateReasons));
  });
});

describe('nothing unknown is ever called healthy', () => {
  test.each([
    ['the service', { service: cannotRead() }],
    ['the port', { reach: cannotRead() }],
    ['listeners and the lock', { listeners: cannotRead(), markers: cannotRead() }],
    ['listeners and processes', { listeners: cannotRead(), processes: cannotRead() }],
  ] as const)('when %s cannot be read', (_name, change) => {
    const snapshot = makeSnapshot(change as Partial<Snapshot>);
    expect(deriveStatus(snapshot, deriveFacts(snapshot, makeMemory()), makeMemory()).state).toBe('unknown');
  });
});

describe('since when', () => {
  test('a state that comes up between two looks holds since the second', () => {
    const snapshot = makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) });
    const memory = makeWatchingMemory();
    expect(deriveStatus(snapshot, deriveFacts(snapshot, memory), memory).since).toBe(at);
  });

  test('a state that was there at the last look keeps its moment', () => {
    const snapshot = makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) });
    const memory = makeWatchingMemory({ state: { name: 'degraded', since: at - 7 * minutes } });
    expect(deriveStatus(snapshot, deriveFacts(snapshot, memory), memory).since).toBe(at - 7 * minutes);
  });

  test('a first look does not invent one', () => {
    const snapshot = makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) });
    expect(deriveStatus(snapshot, deriveFacts(snapshot, makeMemory()), makeMemory()).since).toBeNull();
  });
});
