import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../app/core/model/reading.ts';
import type { Inverse, RepairStep } from '../../../app/core/model/repair.ts';
import type { ServiceState } from '../../../app/core/model/service.ts';
import { foreseeInverse } from '../../../app/engine/repair/foresee.ts';
import type { RepairStepContext } from '../../../app/engine/repair/repair-step.ts';
import type { StatResult } from '../../../app/ports/files.ts';
import { makeFakeStore } from '../../fakes/fake-store.ts';
import { macTarget, makeService, makeSupervisor, readAt } from '../../fakes/snapshots.ts';
import { makeStepContext } from '../../fakes/step-context.ts';
import { oneOfEach } from './one-of-each.ts';

const { serviceTarget, definitionPath, domain, configPath } = macTarget;
const nothing: Inverse = { kind: 'nothing-to-undo' };
const unloaded = { loaded: false, phase: 'stopped', pid: null, loadedFrom: null } as const;
const unload = [
  { kind: 'unload-service', serviceTarget },
  { kind: 'wait-until', condition: { kind: 'service-gone', serviceTarget, pid: null }, timeoutMs: 30_000 },
];

interface Machine {
  readonly service?: Partial<ServiceState> | 'unreadable';
  readonly stat?: StatResult;
  readonly keptCopy?: RepairStepContext['keptCopy'];
}

function foresee(step: RepairStep, { service = {}, stat = { kind: 'missing' }, keptCopy = null }: Machine = {}) {
  const supervisors = known(
    [makeSupervisor({ label: 'second', path: '/agents/second.plist', isTarget: false })],
    readAt,
  );
  const context: RepairStepContext = {
    ...makeStepContext({
      basis: { supervisors },
      service: () =>
        service === 'unreadable' ? unknown('timed-out', 'no answer', readAt) : known(makeService(service), readAt),
      ports: { files: { stat: async () => stat }, store: makeFakeStore() },
    }),
    runId: 'm1-2',
    itemId: 'm1-2-3',
    profile: null,
    keptCopy,
  };
  return foreseeInverse(step, context);
}

const fileOf = (mode: number): StatResult => ({
  kind: 'found',
  stat: {
    kind: 'file',
    sizeBytes: 1,
    modifiedAt: 1,
    changedAt: 1,
    inode: 1,
    mode,
    ownerUid: 501,
    realPath: configPath,
  },
});

describe('nothing is foreseen where nothing will change, or nobody can know', () => {
  test.each<[string, RepairStep, Machine]>([
    ['enabled already', oneOfEach['enable-service'], { service: { enabled: true } }],
    ['an override that could not be read', oneOfEach['enable-service'], { service: { enabled: null } }],
    ['disabled already', oneOfEach['disable-service'], { service: { enabled: false } }],
    ['loaded already', oneOfEach['load-service'], {}],
    ['not loaded', oneOfEach['unload-service'], { service: unloaded }],
    ['a manager without an answer', oneOfEach['load-service'], { service: 'unreadable' }],
    ['a manager without an answer', oneOfEach['unload-service'], { service: 'unreadable' }],
    ['a launchd job that is kept running anyway', oneOfEach['start-loaded-service'], {}],
    ['waiting', oneOfEach.wait, {}],
    ['waiting for something', oneOfEach['wait-until'], {}],
    ['a copy', oneOfEach['keep-copy'], {}],
    ['a mode of what is not there', oneOfEach['set-file-mode'], {}],
    ['a folder that is there', oneOfEach['create-folder'], { stat: fileOf(0o700) }],
    ['a folder that is not there', oneOfEach['remove-empty-folder'], {}],
    ['putting back what was never moved', oneOfEach['put-back'], {}],
    ['an installation without copies', oneOfEach['run-openclaw'], {}],
    ['a validation', { ...oneOfEach['run-openclaw'], command: 'config-validate' }, {}],
  ])('%s', async (_what, step, machine) => {
    expect(await foresee(step, machine)).toEqual(nothing);
  });
});

test.each<[RepairStep['kind'], string]>([
  ['restart-loaded-service', 'gateway-restarted'],
  ['terminate-process', 'process-ended'],
  ['kill-process', 'process-ended'],
  ['archive-log', 'log-emptied'],
  ['remove-submitted-job', 'job-removed'],
])('%s cannot be taken back: %s', async (kind, why) => {
  expect(await foresee(oneOfEach[kind])).toEqual({ kind: 'irreversible', why });
});

const restore = { kind: 'restore-copy', copyId: 'm1-2-0', paths: [configPath] };
const keptCopy = { copyId: 'm1-2-0', paths: [configPath] };

describe('taken back by', () => {
  test.each<[string, RepairStep, Machine, readonly unknown[]]>([
    ['disabling', oneOfEach['enable-service'], { service: { enabled: false } }, [oneOfEach['disable-service']]],
    ['enabling', oneOfEach['disable-service'], { service: { enabled: true } }, [oneOfEach['enable-service']]],
    ['unloading', oneOfEach['load-service'], { service: unloaded }, unload],
    ['loading', oneOfEach['unload-service'], {}, [{ kind: 'load-service', domain, definitionPath, serviceTarget }]],
    [
      'stopping a unit that was at rest',
      oneOfEach['start-loaded-service'],
      { service: { manager: 'systemd', phase: 'stopped', pid: null } },
      unload,
    ],
    ['restoring', oneOfEach['restore-copy'], {}, [{ ...restore, copyId: 'm1-2-3' }]],
    ['putting back', oneOfEach['move-aside'], {}, [{ kind: 'put-back', itemId: 'm1-2-3', path: definitionPath }]],
    [
      'the mode before',
      oneOfEach['set-file-mode'],
      { stat: fileOf(0o644) },
      [{ kind: 'set-file-mode', path: configPath, mode: 0o644 }],
    ],
    [
      'removing the folder',
      oneOfEach['create-folder'],
      {},
      [{ kind: 'remove-empty-folder', path: oneOfEach['create-folder'].path }],
    ],
    [
      'creating the folder',
      oneOfEach['remove-empty-folder'],
      { stat: fileOf(0o750) },
      [{ kind: 'create-folder', path: '/Users/alice/empty', mode: 0o750 }],
    ],
    ['the files of a job whose own is gone', oneOfEach['run-openclaw'], { keptCopy }, [restore]],
    [
      'the files of a loaded job, which launchd then reads again',
      oneOfEach['run-openclaw'],
      { keptCopy, stat: fileOf(0o644) },
      [...unload, restore, { kind: 'load-service', domain, definitionPath, serviceTarget }],
    ],
    [
      'the files of a running unit, and a restart with them',
      oneOfEach['run-openclaw'],
      { keptCopy, service: { manager: 'systemd', enabled: true } },
      [restore, { kind: 'restart-loaded-service', serviceTarget }],
    ],
    [
      'unloading a service that was not there, then its files',
      oneOfEach['run-openclaw'],
      { keptCopy, service: unloaded },
      [...unload, restore],
    ],
    [
      'the files of a job that was loaded and disabled, and disabling it again',
      oneOfEach['run-openclaw'],
      { keptCopy, stat: fileOf(0o644), service: { enabled: false } },
      [
        ...unload,
        restore,
        { kind: 'load-service', domain, definitionPath, serviceTarget },
        { kind: 'disable-service', serviceTarget },
      ],
    ],
    [
      'taking a new unit out of the enabled ones and out of systemd, then its files',
      oneOfEach['run-openclaw'],
      { keptCopy, service: { ...unloaded, manager: 'systemd', enabled: null } },
      [{ kind: 'disable-service', serviceTarget }, ...unload, restore],
    ],
    [
      'stopping a unit that was at rest, its files',
      oneOfEach['run-openclaw'],
      { keptCopy, service: { manager: 'systemd', loaded: true, enabled: true, phase: 'stopped', pid: null } },
      [...unload, restore],
    ],
  ])('%s', async (_what, step, machine, steps) => {
    expect(await foresee(step, machine)).toEqual({ kind: 'steps', steps });
  });

  test('the file of another job, as its folder was read', async () => {
    const target = { kind: 'unload-service', serviceTarget: 'gui/501/second' } as const;
    expect(await foresee(target, { service: { loadedFrom: null } })).toEqual({
      kind: 'steps',
      steps: [{ ...target, kind: 'load-service', domain: 'gui/501', definitionPath: '/agents/second.plist' }],
    });
    const unknownJob = { ...target, serviceTarget: 'gui/501/submitted' };
    expect(await foresee(unknownJob, { service: { loadedFrom: null } })).toEqual({
      kind: 'irreversible',
      why: 'job-removed',
    });
  });
});
