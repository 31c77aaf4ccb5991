import type { Snapshot } from '../model/snapshot.ts';
import { valueOf } from '../model/reading.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, type Program, programOfService } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/** The definition written anew by the package that the command belongs to, unless that one is older than the data. */
export const entrypointStale = makeLadder('entrypoint-stale', {
  never: ['update-or-install', 'change-config', 'delete-anything', 'doctor-fix'],
  rungs: [
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programOfCommand(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
  otherwise: (finding, { tried }) =>
    tried.length > 0
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['openclaw --version', 'openclaw gateway install --force', 'openclaw gateway status']),
});

/** The command's own package, with the service's Node while that is there, else with the one beside the command. */
export function programOfCommand(snapshot: Snapshot): Program | null {
  const install = valueOf(snapshot.install);
  if (install === undefined || install.cliPath === null) return null;
  const isOther = install.cliPackageRoot !== null;
  const entryPath = isOther ? `${install.cliPackageRoot}/dist/index.js` : install.entryPath;
  const ofService = programOfService(snapshot)?.nodePath ?? existingNode(snapshot);
  const nodePath = ofService ?? install.otherNode?.path ?? null;
  if (entryPath === null || nodePath === null) return null;
  if (valueOf(snapshot.definition)?.entryPath === entryPath) return null;
  return { nodePath, entryPath, version: isOther ? install.cliVersion : install.version };
}

function existingNode(snapshot: Snapshot): string | null {
  const definition = valueOf(snapshot.definition);
  return definition?.nodeExists === true ? definition.nodePath : null;
}
