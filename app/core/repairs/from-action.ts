import type { ActionPlan, ActionRefusal, RefusalCode } from '../model/action.ts';
import type { RepairOffer, RepairRefusal, RepairSubject } from '../model/repair.ts';
import type { ProbeName } from '../model/snapshot.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';

/** An action's plan as a rung: the same steps, the same refusals, and what a repair promises beside. */
export function fromAction(
  finding: RepairSubject,
  context: RepairContext,
  rung: string,
  action: ActionPlan | ActionRefusal,
): RepairOffer {
  if (action.kind === 'refusal') return refuseAsAction(finding, action);
  const { steps, question, goal, reach } = action;
  const questions = question === null ? [] : [question];
  return makePlan(finding, context, { rung, steps, interrupts: reach === 'interrupts', questions, goal });
}

/** Why an action would not be done, said of a repair. */
export function refuseAsAction(finding: RepairSubject, refusal: ActionRefusal): RepairRefusal {
  return reasons[refusal.code](finding, refusal.args);
}

type Args = ActionRefusal['args'];
type Reason = (finding: RepairSubject, args: Args) => RepairRefusal;

const first =
  (code: string): Reason =>
  (finding) =>
    refuseRepair(finding, 'other-first', { first: code });

const unclear: Reason = (finding, { probe, detail }) =>
  refuseRepair(finding, 'cannot-tell', {
    probe: (probe ?? null) as ProbeName | null,
    detail: typeof detail === 'string' ? detail : null,
  });

const reasons: Readonly<Record<RefusalCode, Reason>> = {
  busy: (finding) => refuseRepair(finding, 'busy', { action: null }),
  'maintenance-running': (finding, { pid, commandLine }) =>
    refuseRepair(finding, 'maintenance-running', { pid: Number(pid), commandLine: String(commandLine) }),
  'remote-mode': (finding) => refuseRepair(finding, 'hands-off', { owner: 'remote', name: null }),
  'external-supervisor': (finding) => refuseRepair(finding, 'hands-off', { owner: 'external-supervisor', name: null }),
  'launch-agent-writes-disabled': (finding, { path }) =>
    refuseRepair(finding, 'hands-off', { owner: 'launch-agent-switch', name: String(path) }),
  'not-ours-to-stop': (finding, { owner }) =>
    refuseRepair(finding, 'hands-off', { owner: 'somebody-else', name: owner === null ? null : String(owner) }),
  'stray-on-port': first('port-stray'),
  'other-program-on-port': first('port-taken'),
  'node-missing': first('node-path-gone'),
  'entry-missing': first('entrypoint-stale'),
  'config-broken': first('config-syntax'),
  'cannot-tell': unclear,
  'already-serving': unclear,
  'already-stopped': unclear,
  'not-installed': unclear,
  'changed-meanwhile': unclear,
};
