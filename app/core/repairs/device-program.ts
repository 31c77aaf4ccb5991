import { deriveOtherPlace } from '../command-place.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { programOfService, programToRegister, type Program } from './reinstall.ts';

/** What may be asked to decide about a device; `null`: there is none, or it would speak to another gateway. */
export function programForDevices(snapshot: Snapshot): Program | null {
  if (deriveOtherPlace(snapshot) !== null) return null;
  return programOfService(snapshot) ?? programToRegister(snapshot);
}
