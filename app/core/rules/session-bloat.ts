import { deriveStateDir } from '../file-places.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** What people reported had hundreds of left-over files, or took minutes to start (openclaw issues 22506, 44812). */
const manyLeftovers = 300;
const manyBytes = 2_000_000_000;

/** Conversations that were deleted or reset leave their files behind, and nothing ever takes them away. */
export const sessionBloat: Rule<'session-bloat'> = {
  code: 'session-bloat',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    return (valueOf(snapshot.agents)?.agents ?? []).flatMap(({ id, sessions }) => {
      if (sessions === null) return [];
      const { files, leftovers, sizeBytes } = sessions;
      if (leftovers < manyLeftovers && sizeBytes < manyBytes) return [];
      const path = sessionsFolder(snapshot, id);
      return [
        makeFinding('session-bloat', id, {
          severity: 'notice',
          certainty: 'certain',
          args: { agent: id, files, leftovers, sizeBytes },
          evidence: [
            { command: `ls ${quote(path)} | grep -cE '\\.(deleted|reset)\\.|\\.tmp$'`, line: String(leftovers) },
            { command: `du -sk ${quote(path)}`, line: `${Math.ceil(sizeBytes / 1024)} ${path}` },
          ],
        }),
      ];
    });
  },
};

export function sessionsFolder(snapshot: Snapshot, agent: string): string {
  return `${deriveStateDir(snapshot)}/agents/${agent}/sessions`;
}
