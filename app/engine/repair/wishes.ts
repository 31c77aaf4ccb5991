import { deriveFacts } from '../../core/facts.ts';
import type { DeviceList } from '../../core/model/devices.ts';
import type { Picture } from '../../core/model/picture.ts';
import { valueOf } from '../../core/model/reading.ts';
import type { RepairOffer } from '../../core/model/repair.ts';
import type { ModelWish } from '../../core/model/model-wish.ts';
import { isModelWish, type Wish } from '../../core/model/wish.ts';
import { derivePortOwner } from '../../core/port-owner.ts';
import { planWish } from '../../core/wishes/index.ts';
import { isKeyThere, withKeyThere } from '../../core/wishes/provider-add.ts';
import { askDevices } from '../ask-devices.ts';
import type { Engine } from '../engine.ts';
import { makePreview } from './preview.ts';
import { makeRestoreWish, proveRestore, type RestoreSources } from './restore-wishes.ts';
import type { Repairer } from './start-run.ts';

/** Shows what would be done about something that a person chose. */
export function createPreviewWish(repairer: Repairer): Engine['previewWish'] {
  return async (wish) => {
    const { parts, pictures, looker } = repairer;
    const picture = pictures.current() ?? (await looker.lookShared());
    const preview = { ...(await makePreview(parts, await planWishOn(repairer, wish, picture))), wish };
    pictures.setPreview(preview);
    return preview;
  };
}

/** The same for what a person names by ids: the wish is made of what is kept first. */
export function createPreviewRestore(repairer: Repairer): Engine['previewRestore'] {
  const previewWish = createPreviewWish(repairer);
  return async (request) => {
    const wish = await makeRestoreWish(request, sourcesOf(repairer));
    return 'kind' in wish ? wish : previewWish(wish);
  };
}

function sourcesOf({ history, parts }: Repairer): RestoreSources {
  return { history, store: parts.ports.store };
}

/** The plan on fresh readings: a request may have been decided, or expired, while a person read. */
export async function planWishNow(repairer: Repairer, wish: Wish, picture: Picture): Promise<RepairOffer> {
  const devices = isAboutDevices(wish) ? (valueOf(await askDevices(repairer)) ?? null) : null;
  return plan(repairer, { wish, picture, devices });
}

async function planWishOn(repairer: Repairer, wish: Wish, picture: Picture): Promise<RepairOffer> {
  const known = picture.devices === null || picture.devices === 'asking' ? null : valueOf(picture.devices);
  if (isAboutDevices(wish) && !known) return planWishNow(repairer, wish, picture);
  return plan(repairer, { wish, picture, devices: known ?? null });
}

interface Question {
  readonly wish: Wish;
  readonly picture: Picture;
  readonly devices: DeviceList | null;
}

function plan({ pictures }: Repairer, { wish, picture, devices }: Question): RepairOffer {
  const { snapshot, status } = picture;
  const memory = pictures.memoryNow();
  const facts = deriveFacts(snapshot, memory);
  const owner = derivePortOwner(snapshot);
  return planWish(wish, { snapshot, status, facts, owner, memory, tried: [], askedToEnd: [], devices });
}

function isAboutDevices({ code }: Wish): boolean {
  return code === 'device-approve' || code === 'device-reject' || code === 'device-remove';
}

/** What a wish was for, read again: exit codes prove nothing. */
export async function proveWish(repairer: Repairer, wish: Wish): Promise<boolean> {
  if ('restores' in wish) return proveRestore(wish, sourcesOf(repairer));
  if (isModelWish(wish)) return proveModelWish(repairer, wish);
  const list = valueOf(await askDevices(repairer));
  if (list === undefined) return false;
  if (wish.code === 'device-remove') return !list.paired.some(({ deviceId }) => deviceId === wish.device.deviceId);
  const { requestId, deviceId } = wish.request;
  const isDecided = !list.pending.some((request) => request.requestId === requestId);
  return isDecided && (wish.code === 'device-reject' || list.paired.some((device) => device.deviceId === deviceId));
}

/** Planned once more on what is there now, nothing is left to do; and the key is where the gateway finds it. */
async function proveModelWish(repairer: Repairer, wish: ModelWish): Promise<boolean> {
  const picture = await repairer.looker.look('full');
  const settled = withKeyThere(wish);
  const offer = plan(repairer, { wish: settled, picture, devices: null });
  const isDone = offer.kind === 'refusal' && offer.reason === 'already-so';
  return isDone && (wish.code !== 'provider-add' || isKeyThere(wish, picture.snapshot));
}
