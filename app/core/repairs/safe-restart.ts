import { planAction } from '../actions/plan.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairOffer, RepairStep } from '../model/repair.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { deriveConfigPath } from '../file-places.ts';
import { fromAction } from './from-action.ts';
import { makePlan } from './plan-parts.ts';
import type { RepairContext } from './repair.ts';

/**
 * A restart that risks nothing it need not: refused on a configuration that cannot be read, then OpenClaw's own
 * validation, then a copy, then what has to be done before (`before`), and only then the
 * restart (or start, where nothing runs).
 */
export function planSafeRestart(
  finding: Finding,
  context: RepairContext,
  rung: string,
  before: readonly RepairStep[] = [],
): RepairOffer {
  const { snapshot, status, memory } = context;
  const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
  const action = planAction('restart', snapshot, status, history, { confirmed: false });
  if (action.kind === 'refusal') return fromAction(finding, context, rung, action);
  const steps = [...planConfigCheck(snapshot), ...before, ...action.steps];
  const questions = action.question === null ? [] : [action.question];
  return makePlan(finding, context, {
    rung,
    steps,
    interrupts: action.reach === 'interrupts',
    questions,
    goal: 'serving',
  });
}

/** Validates with the service's own Node and program, where they are known, and keeps a copy of what is about to run. */
export function planConfigCheck(snapshot: Snapshot): readonly RepairStep[] {
  if (snapshot.config.status === 'absent') return [];
  const definition = valueOf(snapshot.definition);
  const { nodePath = null, entryPath = null } = definition ?? {};
  const isThere = definition?.nodeExists === true && definition.entryExists === true;
  const validate: readonly RepairStep[] =
    isThere && nodePath !== null && entryPath !== null
      ? [{ kind: 'run-openclaw', command: 'config-validate', nodePath, entryPath }]
      : [];
  return [...validate, { kind: 'keep-copy', paths: listConfigFiles(snapshot) }];
}

/** The configuration and the files it includes. */
export function listConfigFiles(snapshot: Snapshot): readonly string[] {
  const content = valueOf(snapshot.config)?.content;
  const includes = content?.kind === 'parsed' ? content.includes : [];
  return [...new Set([deriveConfigPath(snapshot), ...includes])];
}
