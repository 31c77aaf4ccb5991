import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, programWithOtherNode } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/** The definition written anew with a Node that is there and is known to suit; none is ever installed. */
export const nodeVersion = makeLadder('node-version', {
  never: ['update-or-install', 'doctor-fix', 'delete-anything', 'sudo'],
  rungs: [
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programWithOtherNode(context.snapshot);
        if (program === null || finding.args.needed === null) return null;
        return planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
  otherwise: (finding, { tried }) =>
    tried.length > 0
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['node --version', 'openclaw gateway install --force', 'openclaw gateway status']),
});
