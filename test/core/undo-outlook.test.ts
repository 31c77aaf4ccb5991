import { expect, test } from 'vitest';
import { irreversibleReasons } from '../../app/core/model/repair.ts';
import type { RepairStep } from '../../app/core/model/repair.ts';
import { deriveUndoOutlook } from '../../app/core/undo-outlook.ts';
import { foreseeInverse } from '../../app/engine/repair/foresee.ts';
import type { RepairStepContext } from '../../app/engine/repair/repair-step.ts';
import { killPlan, makePlan } from '../fakes/repairs.ts';

const [load, wait] = makePlan().steps.slice(1);
const restart = { kind: 'restart-loaded-service', serviceTarget: 'gui/501/ai.openclaw.gateway' } as const;
const openClaw = { kind: 'run-openclaw', nodePath: '/node', entryPath: '/index.js' } as const;

test('waiting and checking leave nothing to undo', () => {
  const steps: RepairStep[] = [
    ...(wait === undefined ? [] : [wait]),
    { kind: 'wait', waitMs: 1000, until: 'settled' },
    { kind: 'keep-copy', paths: ['/a'] },
    { ...openClaw, command: 'config-validate' },
  ];
  expect(deriveUndoOutlook({ steps })).toEqual({ undoes: false, lasting: [] });
});

test('each lasting reason is named once, beside what can be undone', () => {
  const steps = [restart, ...killPlan.steps, ...(load === undefined ? [] : [load]), restart];
  expect(deriveUndoOutlook({ steps })).toEqual({ undoes: true, lasting: ['process-ended', 'gateway-restarted'] });
  expect(deriveUndoOutlook({ steps: [{ ...openClaw, command: 'gateway-install-force' }] }).undoes).toBe(true);
});

/** What cannot be taken back is known without looking. */
const noContext = {} as RepairStepContext;

test.each<RepairStep>([
  restart,
  ...killPlan.steps,
  { kind: 'terminate-process', process: { pid: 1, startedAt: 1, uid: 501, commandLine: 'x' } },
  { kind: 'archive-log', path: '/gateway.log' },
  { kind: 'remove-submitted-job', label: 'ai.openclaw.gateway' },
])('what is said before $kind is what its performer answers', async (step) => {
  const { lasting } = deriveUndoOutlook({ steps: [step] });
  expect(await foreseeInverse(step, noContext)).toEqual({ kind: 'irreversible', why: lasting[0] });
  expect(irreversibleReasons).toContain(lasting[0]);
});
