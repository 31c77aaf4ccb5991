import { describe, expect, test } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairPlan } from '../../../app/core/model/repair.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { findChanged } from '../../../app/core/repairs/fingerprints.ts';
import type { Change } from '../make-moment.ts';
import { at } from '../make-moment.ts';
import { makeListener, makeProcess } from '../make-running.ts';
import { makeService, makeSupervisor } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { offerFor, outline } from './offers.ts';

const otherPath = '/Users/alice/Library/LaunchAgents/com.example.claw.plist';

/** Two services of which each ends the other's gateway; `pid` of the other one's, `null` while it waits to be started. */
function between(pid: number | null, change: Change<Snapshot> = {}): Snapshot {
  const other = makeSupervisor({ label: 'com.example.claw', path: otherPath, isTarget: false, pid });
  return makeSnapshot({ supervisors: known([makeSupervisor(), other], at), ...change });
}

const ours = between(null);
const theirs = between(6001, {
  service: known(makeService({ phase: 'waiting', pid: null, rawPhase: 'spawn scheduled' }), at),
  listeners: known([makeListener({ pid: 6001 })], at),
  processes: known([makeProcess({ pid: 6001, ppid: 1 })], at),
});
const both = between(6002, {
  processes: known([makeProcess(), makeProcess({ pid: 6002, ppid: 1 })], at),
});

function planFor(snapshot: Snapshot): RepairPlan {
  const offer = offerFor('dup-supervisor', { name: '', snapshot });
  if (offer.kind !== 'repair') throw new Error(JSON.stringify(offer));
  return offer;
}

const moments = [
  ['ours serves', ours],
  ['theirs serves', theirs],
  ['ours serves, theirs has just been started', both],
] as const;

describe('two services that take turns', () => {
  test('are mended by one plan, whoever has the port when it is made', () => {
    expect(outline(planFor(ours).steps)).toEqual([
      'unload-service',
      'until service-gone',
      'move-aside',
      'until gateway-serves',
    ]);
    for (const [, snapshot] of moments) expect(planFor(snapshot).steps).toEqual(planFor(ours).steps);
  });

  test.each(moments)('the plan holds when the other has the port by now: %s', (_when, snapshot) => {
    const { basedOn } = planFor(snapshot);
    const hashes = new Map(basedOn.flatMap((entry) => (entry.kind === 'file' ? [[entry.path, entry.sha256]] : [])));
    for (const [, later] of moments) expect(findChanged(basedOn, later, hashes)).toBeNull();
  });

  test('says that it interrupts only where the other one serves now', () => {
    expect(moments.map(([, snapshot]) => planFor(snapshot).reach)).toEqual(['safe', 'interrupts', 'safe']);
  });

  test('a service of ours that is at rest is started, and one that serves alone is left in peace', () => {
    const atRest = between(6001, {
      service: known(makeService({ phase: 'stopped', pid: null }), at),
      listeners: known([makeListener({ pid: 6001 })], at),
      processes: known([makeProcess({ pid: 6001, ppid: 1 })], at),
    });
    expect(outline(planFor(atRest).steps)).toContain('start-loaded-service');
    const other = makeSupervisor({ label: 'com.example.claw', path: otherPath, isTarget: false, loaded: false });
    const alone = makeSnapshot({ supervisors: known([makeSupervisor(), other], at) });
    expect(outline(planFor(alone).steps)).toEqual(['move-aside']);
  });
});
