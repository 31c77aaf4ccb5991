import { isUp } from '../actions/plan-start.ts';
import { planAction } from '../actions/plan.ts';
import { countIncluded, findWritten, isInSpreadList } from '../config-edit/where-written.ts';
import type { ActionPlan, ActionRefusal } from '../model/action.ts';
import type { ConfigContent } from '../model/config-file.ts';
import { absent, valueOf } from '../model/reading.ts';
import type {
  ConfigEdit,
  RepairOffer,
  RepairQuestion,
  RepairRefusal,
  RepairStep,
  RepairSubject,
  VersionSource,
} from '../model/repair.ts';
import { isGroup, settingAt, writePath } from '../settings/read.ts';
import { refuseAsAction } from './from-action.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';
import { listConfigFiles, planConfigCheck } from './safe-restart.ts';

/**
 * What follows the change. `if-running`: a gateway of the service that runs now is restarted. `bring-up`: one that does
 * not run is started, too.
 */
export type RestartWish = 'never' | 'if-running' | 'bring-up';

interface Wish {
  readonly rung: string;
  readonly restart: RestartWish;
  readonly questions?: readonly RepairQuestion[];
  /** Changes of other files that come first. */
  readonly before?: readonly RepairStep[];
  /** How long it must hold; default: as long as a fault takes to come back. */
  readonly holdMs?: number;
}

/**
 * Changes single settings in the files in which they are written: a copy of all of the configuration, the change,
 * OpenClaw's own validation, and the restart if one is wished for. Paths are those of the whole configuration.
 */
export function planConfigEdit(
  finding: RepairSubject,
  context: RepairContext,
  wish: Wish & { readonly edits: readonly ConfigEdit[] },
): RepairOffer {
  const { snapshot } = context;
  if (snapshot.config.status === 'unknown') {
    return refuseRepair(finding, 'cannot-tell', { probe: 'config', detail: snapshot.config.reason.detail });
  }
  const content = valueOf(snapshot.config)?.content;
  if (content === undefined) return refuseRepair(finding, 'cannot-tell', { probe: 'config', detail: null });
  if (content.kind === 'broken') return refuseRepair(finding, 'other-first', { first: 'config-syntax' });
  const placed = wish.edits.length === 0 && wish.before ? new Map() : placeEdits(finding, content, wish.edits);
  if ('kind' in placed) return placed;
  const edits = [...placed].map(([path, inFile]): RepairStep => ({ kind: 'edit-config', path, edits: inFile }));
  return planFileChanges(finding, context, wish, [...(wish.before ?? []), ...edits]);
}

/** Gives one file of the configuration a former content, whatever is in it now; the rest is as for an edit. */
export function planRestore(
  finding: RepairSubject,
  context: RepairContext,
  wish: Wish & { readonly path: string; readonly source: VersionSource },
): RepairOffer {
  const { path, source } = wish;
  return planFileChanges(finding, context, wish, [{ kind: 'restore-version', path, source }]);
}

/** The same for steps that are known already, each about one file of the configuration. */
export function planFileChanges(
  finding: RepairSubject,
  context: RepairContext,
  { rung, restart, questions = [], holdMs }: Wish,
  changes: readonly RepairStep[],
): RepairOffer {
  const { snapshot } = context;
  const readOnly = findReadOnly(finding, context);
  if (readOnly !== null) return readOnly;
  const after = planAfter(context, restart);
  if (after?.kind === 'refusal') return refuseAsAction(finding, after);
  const paths = changes.flatMap((change) => ('path' in change ? [change.path] : []));
  const kept: RepairStep = { kind: 'keep-copy', paths: [...new Set([...listConfigFiles(snapshot), ...paths])] };
  const validation = planConfigCheck(snapshot).filter(({ kind }) => kind === 'run-openclaw');
  return makePlan(finding, context, {
    rung,
    steps: [kept, ...changes, ...validation, ...(after?.steps ?? [])],
    interrupts: after?.reach === 'interrupts',
    questions: [...questions, ...(after?.question ? [after.question] : [])],
    goal: after?.goal ?? null,
    ...(holdMs === undefined ? {} : { holdMs }),
  });
}

/** The restart as the action plans it, for a configuration that is in order by then. */
function planAfter(
  { snapshot, status, memory }: RepairContext,
  restart: RestartWish,
): ActionPlan | ActionRefusal | null {
  if (restart === 'never') return null;
  const service = valueOf(snapshot.service);
  if (restart === 'if-running' && (service === undefined || !isUp(service))) return null;
  const mended = { ...snapshot, config: absent(snapshot.at) };
  const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
  return planAction('restart', mended, status, history, { confirmed: false });
}

/** Whoever set these variables does not want tools to write the configuration (2026.3.13; the second from 2026.9). */
function findReadOnly(finding: RepairSubject, { snapshot }: RepairContext): RepairRefusal | null {
  const names = valueOf(snapshot.definition)?.environment.names ?? [];
  const { variables } = snapshot.environment;
  const isNix = valueOf(snapshot.markers)?.nixMode === true || names.includes('OPENCLAW_NIX_MODE');
  if (isNix) return refuseRepair(finding, 'hands-off', { owner: 'nix', name: null });
  const isReadOnly = variables.OPENCLAW_CONFIG_READONLY === '1' || names.includes('OPENCLAW_CONFIG_READONLY');
  return isReadOnly ? refuseRepair(finding, 'hands-off', { owner: 'read-only', name: null }) : null;
}

/** Each edit in the file where its setting is written; a removal in all of them, or the setting would come through again. */
function placeEdits(
  finding: RepairSubject,
  { files, settings }: ConfigContent,
  edits: readonly ConfigEdit[],
): ReadonlyMap<string, readonly ConfigEdit[]> | RepairRefusal {
  const placed = new Map<string, readonly ConfigEdit[]>();
  for (const edit of edits) {
    const found = findWritten(files, edit.path);
    const isThere = found.some(({ missing }) => missing === 0);
    if (edit.op === 'remove' && !isThere) continue;
    const places = edit.op === 'remove' ? found : found.slice(0, 1);
    const [first] = places;
    // A group that is put together from several files has no one place.
    const isGroupSpread = edit.op !== 'remove' && found.length > 1 && isGroup(settingAt(settings, edit.path));
    const isSpread = isGroupSpread || isInSpreadList(files, edit.path);
    const shared = isSpread ? first : places.find(({ file }) => countIncluded(files, file) > 1);
    if (shared !== undefined) {
      return refuseRepair(finding, 'shared-include', { path: shared.file, setting: writePath(edit.path) });
    }
    for (const { file, path } of places) placed.set(file, [...(placed.get(file) ?? []), { ...edit, path }]);
  }
  return placed.size > 0 ? placed : refuseRepair(finding, 'cannot-tell', { probe: 'config', detail: null });
}
