import { isUp } from '../actions/plan-start.ts';
import { valueOf } from '../model/reading.ts';
import type { ConfigEdit, RepairOffer, RepairQuestion, RepairStep } from '../model/repair.ts';
import type { Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Wish } from '../model/wish.ts';
import { planConfigEdit } from '../repairs/edit.ts';
import { restartFor } from '../repairs/own-reload.ts';
import { refuseRepair } from '../repairs/refuse-repair.ts';
import { writePath } from '../settings/read.ts';
import { subjectOf, type WishContext } from './wish.ts';

/** What a plan about models is made from. */
export interface ModelBasis {
  readonly settings: Settings;
  readonly version: string;
}

/** The configuration and the version that reads it, or why nothing can be planned: no version is guessed. */
export function readBasis(wish: Wish, { snapshot }: WishContext): ModelBasis | RepairOffer {
  const subject = subjectOf(wish);
  const version = valueOf(snapshot.install)?.version ?? null;
  if (version === null)
    return refuseRepair(subject, 'cannot-tell', { probe: 'install', detail: detailOf(snapshot.install) });
  const content = valueOf(snapshot.config)?.content;
  if (content === undefined) {
    return refuseRepair(subject, 'cannot-tell', { probe: 'config', detail: detailOf(snapshot.config) });
  }
  if (content.kind === 'broken') return refuseRepair(subject, 'other-first', { first: 'config-syntax' });
  return { settings: content.settings, version };
}

function detailOf(reading: Snapshot['install'] | Snapshot['config']): string | null {
  return reading.status === 'unknown' ? reading.reason.detail : null;
}

export interface ModelEdits {
  readonly edits: readonly ConfigEdit[];
  /** The key, before the configuration refers to it. */
  readonly keySteps?: readonly RepairStep[];
  readonly questions?: readonly RepairQuestion[];
}

/** A gateway reads `.env` at its start only; what else it takes in by itself, its version decides. */
export function planModelEdits(
  wish: Wish,
  context: WishContext,
  { edits, keySteps = [], questions = [] }: ModelEdits,
): RepairOffer {
  const subject = subjectOf(wish);
  if (edits.length === 0 && keySteps.length === 0) return refuseRepair(subject, 'already-so', {});
  const restarts = edits.some(({ path }) => restartFor(context.snapshot, writePath(path)) === 'if-running');
  const restart = keySteps.length > 0 || restarts ? 'if-running' : 'never';
  return planConfigEdit(subject, context, {
    rung: wish.code,
    edits,
    restart,
    questions,
    ...(keySteps.length === 0 ? {} : { before: keySteps }),
    ...(restart === 'never' || !isRunning(context) ? { holdMs: 0 } : {}),
  });
}

/** Only a gateway that is restarted can break at it. */
function isRunning({ snapshot }: WishContext): boolean {
  const service = valueOf(snapshot.service);
  return service !== undefined && isUp(service);
}
