import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, programOfService } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/** The configuration is what the person wrote: the definition follows it. */
export const portConfigMismatch = makeLadder('port-config-mismatch', {
  never: ['change-config', 'delete-anything', 'doctor-fix', 'bootout-first'],
  rungs: [
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programOfService(context.snapshot);
        const port = finding.args.configPort;
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program, port });
      },
    },
  ],
  otherwise: (finding, { tried }) =>
    tried.length > 0
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['openclaw gateway install --force', 'openclaw gateway restart']),
});
