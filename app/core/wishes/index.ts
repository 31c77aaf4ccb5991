import { findGeneralRefusal } from '../repairs/general-refusals.ts';
import type { RepairOffer } from '../model/repair.ts';
import type { Wish } from '../model/wish.ts';
import { approveDevice, rejectDevice, removeDevice } from './devices.ts';
import { bindAgents } from './agent-bind.ts';
import { setAlias, setFallbacks, useModel } from './model-choices.ts';
import { addProvider } from './provider-add.ts';
import { planRestores } from './restore.ts';
import { subjectOf, type PlanWish, type WishContext, type WishOf } from './wish.ts';

type WishTable = { readonly [Code in Wish['code']]: PlanWish<WishOf<Code>> };

/** How each wish is carried out. */
const wishes: WishTable = {
  'restore-version': planRestores,
  'restore-keys': planRestores,
  'undo-drift': planRestores,
  'device-approve': approveDevice,
  'device-reject': rejectDevice,
  'device-remove': removeDevice,
  'provider-add': addProvider,
  'model-use': useModel,
  'model-fallbacks': setFallbacks,
  'model-alias': setAlias,
  'agent-bind': bindAgents,
};

/** What a person wishes, as a plan for this machine now, or why not. What forbids every change forbids it too. */
export function planWish(wish: Wish, context: WishContext): RepairOffer {
  // The table has the planner of this very code; the compiler cannot follow that through a union.
  const plan = wishes[wish.code] as PlanWish<Wish>;
  const offer = plan(wish, context);
  if (offer.kind !== 'repair') return offer;
  return findGeneralRefusal(offer, subjectOf(wish), context) ?? offer;
}
