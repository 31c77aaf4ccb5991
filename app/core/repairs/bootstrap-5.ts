import { planAction } from '../actions/plan.ts';
import type { Finding } from '../model/finding.ts';
import type { RepairOffer, RepairStep } from '../model/repair.ts';
import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { refuseAsAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { planReinstall, programOfService } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';

/** What launchd wants of a plist. */
const plistMode = 0o644;
/** A job that was just taken out needs seconds until launchd has forgotten it. */
const settleMs = 5_000;

/** By its cause: the mode set right, or patience, and loaded again; at last a definition written anew. Never as root. */
export const bootstrap5 = makeLadder('bootstrap-5', {
  never: ['sudo', 'delete-anything', 'enable-without-asking', 'kickstart-loop', 'doctor-fix'],
  rungs: [
    {
      name: 'set-mode',
      plan(finding, context) {
        if (finding.args.why !== 'mode') return null;
        const { path } = finding.args;
        return planLoad(finding, context, 'set-mode', { kind: 'set-file-mode', path, mode: plistMode });
      },
    },
    {
      name: 'load-again',
      plan: (finding, context) =>
        finding.args.why === 'refused'
          ? planLoad(finding, context, 'load-again', { kind: 'wait', waitMs: settleMs, until: 'settled' })
          : null,
    },
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = finding.args.why === 'owner' ? null : programOfService(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
  otherwise: (finding, { tried, snapshot }) =>
    finding.args.why !== 'owner'
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, [
          `sudo chown ${snapshot.environment.uid} ${quote(finding.args.path)}`,
          `chmod 644 ${quote(finding.args.path)}`,
          'openclaw gateway start',
        ]),
});

function planLoad(finding: Finding, context: RepairContext, rung: string, first: RepairStep): RepairOffer {
  const { snapshot, status, memory } = context;
  const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
  const action = planAction('start', snapshot, status, history, { confirmed: false });
  if (action.kind === 'refusal') return refuseAsAction(finding, action);
  const { steps, question, goal } = action;
  const questions = question === null ? [] : [question];
  return makePlan(finding, context, { rung, steps: [first, ...steps], interrupts: false, questions, goal });
}
