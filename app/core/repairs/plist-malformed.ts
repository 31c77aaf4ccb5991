import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, type Program, programOfService } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/** The definition written anew by OpenClaw itself, after a copy; never edited by us, and never its settings files. */
export const plistMalformed = makeLadder('plist-malformed', {
  never: ['delete-anything', 'doctor-fix', 'bootout-first', 'sudo'],
  rungs: [
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programOfService(context.snapshot) ?? programOfCommandAlone(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
  otherwise: (finding, { tried }) =>
    tried.length > 0
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['openclaw gateway install --force', 'openclaw gateway status']),
});

/** Of a definition that cannot be read nothing is known: then the command's package and the Node beside it. */
function programOfCommandAlone({ definition, install }: Snapshot): Program | null {
  const found = valueOf(install);
  if (definition.status !== 'unknown' || found === undefined) return null;
  const { nodePath, entryPath, version } = found;
  return nodePath === null || entryPath === null ? null : { nodePath, entryPath, version };
}
