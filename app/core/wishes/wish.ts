import type { DeviceList } from '../model/devices.ts';
import type { RepairOffer, RepairSubject } from '../model/repair.ts';
import type { ModelWish } from '../model/model-wish.ts';
import { isModelWish, type Wish, wishId } from '../model/wish.ts';
import type { RepairContext } from '../repairs/repair.ts';

export type WishOf<Code extends Wish['code'], W extends Wish = Wish> = W extends Wish
  ? Code extends W['code']
    ? W
    : never
  : never;

export interface WishContext extends RepairContext {
  /** As it was told last; `null`: nobody asked, or it could not be told. */
  readonly devices: DeviceList | null;
}

export type PlanWish<W extends Wish> = (wish: W, context: WishContext) => RepairOffer;

/** What a plan for a wish is about. */
export function subjectOf(wish: Wish): RepairSubject {
  return { code: wish.code, id: wishId(wish.code, nameOf(wish)), certainty: 'certain' };
}

function nameOf(wish: Wish): string {
  if ('restores' in wish) return [...new Set(wish.restores.map(({ versionId }) => versionId))].join('+');
  if (isModelWish(wish)) return nameModelWish(wish);
  return wish.code === 'device-remove' ? wish.device.deviceId : wish.request.requestId;
}

function nameModelWish(wish: ModelWish): string {
  if (wish.code === 'provider-add') return wish.preset;
  if (wish.code === 'model-fallbacks') return wish.refs.join('+');
  return wish.code === 'agent-bind' ? wish.bindings.map(({ agentId }) => agentId).join('+') : wish.ref;
}
