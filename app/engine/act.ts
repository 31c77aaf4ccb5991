import { planAction } from '../core/actions/plan.ts';
import { refuse } from '../core/actions/refuse.ts';
import type { ActionKind, ActionPlan, ActionQuestion, ActionRefusal, ActionResult } from '../core/model/action.ts';
import type { Picture } from '../core/model/picture.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Looker } from './looker.ts';
import { performPlan } from './perform.ts';
import type { Pictures } from './pictures.ts';
import { readServiceOf } from './read-service.ts';

export type Act = (action: ActionKind, options: { readonly confirmed: boolean }) => Promise<ActionResult>;

interface Actor {
  readonly parts: EngineParts;
  readonly looker: Looker;
  readonly pictures: Pictures;
  /** The last question that was given back, so that "yes" is an answer to that one and no other. */
  asked: ActionQuestion | null;
}

interface Wish {
  readonly action: ActionKind;
  readonly confirmed: boolean;
  /** Epoch ms. */
  readonly startedAt: number;
}

/** Performs one action at a time, over all faces: plan on fresh readings, ask, do, read again. */
export function createAct(parts: EngineParts, looker: Looker, pictures: Pictures): Act {
  const actor: Actor = { parts, looker, pictures, asked: null };
  let isActing = false;
  return async (action, { confirmed }) => {
    const wish = { action, confirmed, startedAt: parts.ports.clock.now() };
    const own = pictures.ownActivity();
    if (isActing || own !== null)
      return unchanged(actor, wish, refuse(action, 'busy', { action: own?.action ?? action }));
    isActing = true;
    let result: ActionResult | null = null;
    try {
      result = await actAlone(actor, wish);
      return result;
    } finally {
      isActing = false;
      pictures.endActivity(result?.outcome === 'needs-confirmation' ? null : result);
      await looker.judgeAgain();
    }
  };
}

async function actAlone(actor: Actor, wish: Wish): Promise<ActionResult> {
  const { ports, self, target } = actor.parts;
  const { action, startedAt } = wish;
  const lock = await ports.notebook.tryLock({ ...self, action, profile: target.profile, startedAt });
  if (lock.kind === 'held') return unchanged(actor, wish, refuse(action, 'busy', { action: lock.by.action }));
  try {
    return await planAndPerform(actor, wish);
  } finally {
    await lock.release();
  }
}

async function planAndPerform(actor: Actor, wish: Wish): Promise<ActionResult> {
  const { looker, pictures } = actor;
  const { action, confirmed, startedAt } = wish;
  const offered = pictures.current()?.available.find((each) => each.action === action) ?? null;
  const answered = confirmed ? (actor.asked ?? offered?.question ?? null) : null;
  // Every face shows it at once where nothing is left to ask.
  if (offered !== null && (confirmed || offered.question === null)) pictures.beginActivity({ action, startedAt });
  const picture = await looker.look('full');
  const history = { ...pictures.historyNow(), activity: null };
  const plan = planAction(action, picture.snapshot, picture.status, history, { confirmed: false });
  if (plan.kind === 'refusal') return unchanged(actor, wish, plan);
  const isAnswered = plan.question === null || (confirmed && isSameQuestion(answered, plan.question));
  actor.asked = isAnswered ? null : plan.question;
  if (!isAnswered) return unchanged(actor, wish, plan);
  pictures.beginActivity({ action, startedAt });
  return performAndNote(actor, wish, plan, picture);
}

async function performAndNote(actor: Actor, wish: Wish, plan: ActionPlan, picture: Picture): Promise<ActionResult> {
  const { parts, looker } = actor;
  const { ports, target } = parts;
  const { action, startedAt } = wish;
  const { steps, verdict, changedMeanwhile } = await performPlan(plan, {
    ports,
    basis: picture.snapshot,
    startedAt,
    look: async (depth) => (await looker.look(depth)).snapshot,
    readService: readServiceOf(parts),
  });
  if (changedMeanwhile) {
    return { ...unchanged(actor, wish, refuse(action, 'changed-meanwhile', { pid: pidMeant(plan) })), steps };
  }
  const succeeded = verdict.kind === 'reached';
  const forced = plan.steps.some((step) => step.kind === 'restart-loaded-service');
  await ports.notebook.append({ action, at: startedAt, profile: target.profile, succeeded, forced });
  const outcome = succeeded ? 'succeeded' : 'failed';
  return { action, outcome, refusal: null, question: null, steps, startedAt, finishedAt: ports.clock.now() };
}

function unchanged(actor: Actor, wish: Wish, plan: ActionPlan | ActionRefusal): ActionResult {
  const { action, startedAt } = wish;
  const base = { action, steps: [], startedAt, finishedAt: actor.parts.ports.clock.now() };
  if (plan.kind === 'refusal') return { ...base, outcome: 'refused', refusal: plan, question: null };
  return { ...base, outcome: 'needs-confirmation', refusal: null, question: plan.question };
}

function pidMeant(plan: ActionPlan): number | null {
  const step = plan.steps.find((each) => each.kind === 'terminate-process');
  return step?.process.pid ?? null;
}

/** Without a question on record (`--yes` on a first look) any is answered; a yes for another process is none. */
function isSameQuestion(answered: ActionQuestion | null, question: ActionQuestion): boolean {
  if (answered === null) return true;
  if (answered.code === 'stop-unmanaged' && question.code === 'stop-unmanaged') return answered.pid === question.pid;
  return answered.code === question.code;
}
