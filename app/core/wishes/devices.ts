import type { DeviceCommand, RepairOffer } from '../model/repair.ts';
import type { Wish } from '../model/wish.ts';
import { deriveOtherPlace } from '../command-place.ts';
import { programForDevices } from '../repairs/device-program.ts';
import { makePlan } from '../repairs/plan-parts.ts';
import { refuseRepair } from '../repairs/refuse-repair.ts';
import { subjectOf, type PlanWish, type WishContext, type WishOf } from './wish.ts';

type RequestWish = WishOf<'device-approve'>;

/** One exact request, as long as it waits: another one of the same device has another id. */
export const approveDevice: PlanWish<RequestWish> = (wish, context) => decide(wish, 'approve', context);
export const rejectDevice: PlanWish<RequestWish> = (wish, context) => decide(wish, 'reject', context);

function decide(wish: RequestWish, command: DeviceCommand, context: WishContext): RepairOffer {
  const { requestId } = wish.request;
  const waits = context.devices?.pending.some((request) => request.requestId === requestId) ?? false;
  return waits ? planCommand(wish, { command, id: requestId }, context) : gone(wish, context);
}

/** One device; it can be paired again. */
export const removeDevice: PlanWish<WishOf<'device-remove'>> = (wish, context) => {
  const { deviceId } = wish.device;
  const isPaired = context.devices?.paired.some((device) => device.deviceId === deviceId) ?? false;
  return isPaired ? planCommand(wish, { command: 'remove', id: deviceId }, context) : gone(wish, context);
};

function gone(wish: Wish, { devices }: WishContext): RepairOffer {
  return devices === null
    ? refuseRepair(subjectOf(wish), 'cannot-tell', { probe: 'devices', detail: null })
    : refuseRepair(subjectOf(wish), 'gone-meanwhile', {});
}

/** OpenClaw does it itself; whether it did is read again afterwards. */
function planCommand(
  wish: Wish,
  decision: { readonly command: DeviceCommand; readonly id: string },
  context: WishContext,
): RepairOffer {
  const { snapshot } = context;
  const program = programForDevices(snapshot);
  if (program === null) {
    return refuseRepair(subjectOf(wish), 'cannot-tell', { probe: 'install', detail: deriveOtherPlace(snapshot) });
  }
  const { nodePath, entryPath } = program;
  return makePlan(subjectOf(wish), context, {
    rung: wish.code,
    steps: [{ kind: 'manage-device', ...decision, nodePath, entryPath }],
    interrupts: false,
    questions: [],
    goal: null,
    holdMs: 0,
  });
}
