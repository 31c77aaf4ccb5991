import { makeLadder } from './ladder.ts';
import { planReinstall, programOfService } from './reinstall.ts';
import { planSafeRestart } from './safe-restart.ts';

/** A restart; when launchd still holds an older definition, the definition written anew. Never an update to match. */
export const versionSkew = makeLadder('version-skew', {
  never: ['update-or-install', 'restart-during-update', 'bootout-first', 'kickstart-loop'],
  rungs: [
    { name: 'restart', plan: (finding, context) => planSafeRestart(finding, context, 'restart') },
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programOfService(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
});
