import type { Finding } from '../../app/core/model/finding.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { Instructions, RepairPlan, RepairRefusal, RepairStepResult, Run } from '../../app/core/model/repair.ts';
import { gatewayCommandLine, macTarget, readAt } from './snapshots.ts';

/** The service is there and not loaded. */
export const notLoadedFinding: Finding<'agent-not-loaded'> = {
  id: `agent-not-loaded:${macTarget.label}`,
  code: 'agent-not-loaded',
  subject: macTarget.label,
  severity: 'blocking',
  certainty: 'certain',
  args: { label: macTarget.label, definitionPath: macTarget.definitionPath },
  evidence: [{ command: `launchctl print ${macTarget.serviceTarget}`, line: 'Could not find service' }],
};

const { serviceTarget, domain, definitionPath } = macTarget;
const enable = { kind: 'enable-service', serviceTarget } as const;
const load = { kind: 'load-service', domain, definitionPath, serviceTarget } as const;
const serves = {
  kind: 'wait-until',
  condition: { kind: 'gateway-serves', port: 18789, notPid: null },
  timeoutMs: 90_000,
} as const;

export function makePlan(change: Partial<RepairPlan> = {}): RepairPlan {
  return {
    kind: 'repair',
    id: 'plan-1',
    code: 'agent-not-loaded',
    findingId: notLoadedFinding.id,
    rung: 'load',
    reach: 'safe',
    basedOn: [],
    steps: [enable, load, serves],
    questions: [],
    verify: { gone: [], goal: 'serving', holdMs: 60_000 },
    ...change,
  };
}

/** A second gateway that is ended by force: the strongest plan there is. */
export const killPlan = makePlan({
  id: 'plan-kill',
  code: 'port-stray',
  findingId: 'port-stray:18789',
  rung: 'kill-stray',
  reach: 'interrupts',
  steps: [
    { kind: 'kill-process', process: { pid: 5822, startedAt: readAt, uid: 501, commandLine: gatewayCommandLine } },
  ],
  questions: [{ code: 'kill-hard', pid: 5822, commandLine: gatewayCommandLine }],
});

export function makePreview(offer: RepairPreview['offer'] = makePlan()): RepairPreview {
  if (offer.kind !== 'repair') return { offer, exact: [] };
  return {
    offer,
    exact: offer.steps.map((step) => {
      if (step.kind === 'wait' || step.kind === 'wait-until') return { kind: 'nothing' };
      if (step.kind === 'move-aside') return { kind: 'diff', diff: `- ${step.path}\n+ kept/${step.path}` };
      return { kind: 'argv', argv: ['tool', step.kind, 'a path/with space'] };
    }),
  };
}

export const refusal: RepairRefusal = {
  kind: 'refusal',
  code: 'agent-not-loaded',
  findingId: notLoadedFinding.id,
  reason: 'stopped-on-purpose',
  args: {},
};

export const instructions: Instructions = {
  kind: 'instructions',
  code: 'no-cli',
  findingId: 'no-cli:openclaw',
  commands: ['npm install --global openclaw', 'openclaw gateway install'],
};

export const enabled: RepairStepResult = {
  step: enable,
  outcome: 'already',
  detail: null,
  inverse: { kind: 'nothing-to-undo' },
};
export const loaded: RepairStepResult = {
  step: load,
  outcome: 'done',
  detail: null,
  inverse: { kind: 'steps', steps: [{ kind: 'unload-service', serviceTarget }] },
};
export const served: RepairStepResult = {
  step: serves,
  outcome: 'done',
  detail: null,
  inverse: { kind: 'nothing-to-undo' },
};

/** A repair that helped. */
export function makeRun(change: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    plan: makePlan(),
    profile: null,
    startedAt: readAt - 60_000,
    finishedAt: readAt - 40_000,
    stateBefore: 'stopped',
    stateAfter: 'healthy',
    verdict: 'fixed',
    steps: [enabled, loaded, served],
    undoneBy: null,
    undoes: null,
    ...change,
  };
}

/** The journal ends with a step that was begun. */
export const openRun = makeRun({
  id: 'run-2',
  finishedAt: null,
  stateAfter: null,
  verdict: null,
  steps: [enabled, { ...loaded, outcome: 'begun' }],
});
