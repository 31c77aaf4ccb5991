import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, programWithOtherNode } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/** The definition written anew with a Node that is there and suits; none is ever installed. */
export const nodePathGone = makeLadder('node-path-gone', {
  never: ['update-or-install', 'doctor-fix', 'delete-anything', 'enable-without-asking'],
  rungs: [
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programWithOtherNode(context.snapshot);
        if (program === null || program.nodePath === finding.args.nodePath) return null;
        return planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
  otherwise: (finding, { tried }) =>
    tried.length > 0
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['node --version', 'openclaw gateway install --force', 'openclaw gateway status']),
});
