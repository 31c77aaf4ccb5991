import { describe, expect, test } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairPlan, RepairStep } from '../../../app/core/model/repair.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { deriveBasis, findChanged } from '../../../app/core/repairs/fingerprints.ts';
import { makeLoopingService, makeStrayMac } from '../make-machine.ts';
import { at, configPath, definitionPath, hours, strayPid } from '../make-moment.ts';
import { cannotRead, makeListener, makeStrayProcess } from '../make-running.ts';
import { makeService, makeUnloadedService } from '../make-service.ts';
import { offerFor } from './offers.ts';

const hashes = new Map<string, string | null>([
  [configPath, null],
  [definitionPath, null],
]);

function planFor(snapshot: Snapshot): RepairPlan {
  const offer = offerFor('port-stray', { name: 'a stray', snapshot });
  if (offer.kind !== 'repair') throw new Error('no plan');
  return offer;
}

describe('a plan to stop a stray', () => {
  const { basedOn } = planFor(makeStrayMac());

  test('relies on the files, the service, the listeners and the very process', () => {
    expect(basedOn).toEqual([
      { kind: 'file', path: definitionPath, sha256: null },
      { kind: 'file', path: configPath, sha256: null },
      {
        kind: 'service',
        serviceTarget: 'gui/501/ai.openclaw.gateway',
        loaded: false,
        enabled: true,
        pid: null,
        phase: 'stopped',
      },
      { kind: 'listeners', port: 18_789, pids: [strayPid] },
      {
        kind: 'process',
        process: { pid: strayPid, startedAt: at - 2 * hours, uid: 501, commandLine: 'openclaw-gateway' },
      },
    ]);
  });

  test('holds on the same machine', () => {
    expect(findChanged(basedOn, makeStrayMac(), hashes)).toBeNull();
  });

  test('holds when the start time is rounded another way', () => {
    const rounded = makeStrayProcess({ startedAt: at - 2 * hours + 1000 });
    expect(findChanged(basedOn, makeStrayMac(undefined, { processes: known([rounded], at) }), hashes)).toBeNull();
  });

  test.each<{ name: string; machine: Snapshot; kind: string }>([
    { name: 'the service was loaded', machine: makeStrayMac(makeService()), kind: 'service' },
    { name: 'it was switched off', machine: makeStrayMac(makeUnloadedService({ enabled: false })), kind: 'service' },
    { name: 'it cannot be read', machine: makeStrayMac(undefined, { service: cannotRead() }), kind: 'service' },
    { name: 'nobody listens', machine: makeStrayMac(undefined, { listeners: known([], at) }), kind: 'listeners' },
    {
      name: 'another one listens too',
      machine: makeStrayMac(undefined, { listeners: known([makeListener(), makeListener({ pid: strayPid })], at) }),
      kind: 'listeners',
    },
    {
      name: 'listeners cannot be read',
      machine: makeStrayMac(undefined, { listeners: cannotRead() }),
      kind: 'listeners',
    },
    {
      name: 'the pid is another process now',
      machine: makeStrayMac(undefined, { processes: known([makeStrayProcess({ startedAt: at })], at) }),
      kind: 'process',
    },
    {
      name: 'the pid is another user’s now',
      machine: makeStrayMac(undefined, { processes: known([makeStrayProcess({ uid: 502 })], at) }),
      kind: 'process',
    },
    { name: 'it is gone', machine: makeStrayMac(undefined, { processes: known([], at) }), kind: 'process' },
  ])('does not hold: $name', ({ machine, kind }) => {
    expect(findChanged(basedOn, machine, hashes)?.kind).toBe(kind);
  });

  test('does not hold when a file changed, appeared or could not be hashed', () => {
    const changed = new Map([...hashes, [definitionPath, 'abc']]);
    expect(findChanged(basedOn, makeStrayMac(), changed)).toMatchObject({ kind: 'file', path: definitionPath });
    expect(findChanged(basedOn, makeStrayMac(), new Map())).toMatchObject({ kind: 'file' });
  });
});

test('a service that comes and goes by itself may do so meanwhile', () => {
  const { basedOn } = planFor(makeStrayMac(makeLoopingService()));
  const again = makeLoopingService({ phase: 'running', rawPhase: 'running', pid: 7777, runs: 43 });
  expect(findChanged(basedOn, makeStrayMac(again), hashes)).toBeNull();
  expect(findChanged(basedOn, makeStrayMac(makeUnloadedService()), hashes)).toMatchObject({ kind: 'service' });
});

describe('a plan that changes files relies on each of them', () => {
  const backup = { kind: 'backup', path: `${configPath}.last-good`, sha256: 'abc' } as const;
  const version = { kind: 'version', id: 'v1' } as const;
  test.each<[string, RepairStep, readonly string[]]>([
    ['an edit', { kind: 'edit-config', path: configPath, edits: [{ op: 'remove', path: ['a'] }] }, [configPath]],
    [
      'an edit with a value of a backup',
      {
        kind: 'edit-config',
        path: configPath,
        edits: [
          { op: 'copy', path: ['a'], from: backup },
          { op: 'copy', path: ['b'], from: version },
        ],
      },
      [configPath, backup.path],
    ],
    ['a version', { kind: 'restore-version', path: configPath, source: version }, [configPath]],
    ['a backup', { kind: 'restore-version', path: configPath, source: backup }, [configPath, backup.path]],
    ['variables', { kind: 'remove-env-line', path: '/home/alice/.env', names: ['A'] }, ['/home/alice/.env']],
  ])('%s', (_what, step, paths) => {
    const basis = deriveBasis([step], makeStrayMac(), { settled: true });
    expect(basis).toEqual(paths.map((path) => ({ kind: 'file', path, sha256: null })));
    const pinned = basis.map((entry) => (entry.kind === 'file' ? { ...entry, sha256: 'abc' } : entry));
    const now = new Map<string, string | null>(paths.map((path) => [path, 'abc']));
    expect(findChanged(pinned, makeStrayMac(), now)).toBeNull();
    for (const path of paths) {
      expect(findChanged(pinned, makeStrayMac(), new Map([...now, [path, 'def']]))).toMatchObject({ path });
    }
  });
});
