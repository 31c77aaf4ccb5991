import { instruct } from './by-hand.ts';
import { programOfCommand } from './entrypoint-stale.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/** The service pointed to the newer OpenClaw, when that is already there. Nothing is updated, and no version edited. */
export const olderBinary = makeLadder('older-binary', {
  never: ['update-or-install', 'change-config', 'touch-database', 'doctor-fix', 'delete-anything'],
  rungs: [
    {
      name: 'use-newer',
      plan(finding, context) {
        const program = finding.args.newerPackageRoot === null ? null : programOfCommand(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'use-newer', program });
      },
    },
  ],
  otherwise: (finding, { tried }) =>
    tried.length > 0
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['openclaw --version', 'openclaw update', 'openclaw gateway install --force']),
});
