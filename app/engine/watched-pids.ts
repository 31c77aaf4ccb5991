import { derivePortHolder } from '../core/actions/port-holder.ts';
import type { Picture } from '../core/model/picture.ts';
import { valueOf } from '../core/model/reading.ts';

/** The processes whose end changes the picture: the service's, the gateway's, and whatever else has the port. */
export function deriveWatchedPids({ snapshot, status }: Picture): readonly number[] {
  const holder = derivePortHolder(snapshot);
  const holderPid = 'pid' in holder ? holder.pid : null;
  const pids = [valueOf(snapshot.service)?.pid ?? null, holderPid, status.args.pid, status.args.otherPid];
  return [...new Set(pids.filter((pid) => pid !== null))];
}
