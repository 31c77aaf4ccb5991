import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';

/** Leftovers beside a whole package go aside. A package that is not whole only its package manager can mend. */
export const updatePartial = makeLadder('update-partial', {
  never: ['delete-anything', 'update-or-install', 'sudo', 'restart-during-update'],
  rungs: [
    {
      name: 'move-leftovers',
      plan(finding, context) {
        const damage = valueOf(context.snapshot.install)?.damage ?? null;
        if (finding.args.missing !== null || damage === null || damage.leftovers.length === 0) return null;
        const steps = damage.leftovers.map((path) => ({ kind: 'move-aside', path, why: 'staging-leftover' }) as const);
        return makePlan(finding, context, {
          rung: 'move-leftovers',
          steps,
          interrupts: false,
          questions: [],
          goal: null,
        });
      },
    },
  ],
  otherwise(finding, { snapshot, tried }) {
    if (finding.args.missing === null) return refuseRepair(finding, 'tried-all', { count: tried.length });
    return instruct(finding, installCommands(snapshot, finding.args.packageRoot));
  },
});

/** With the package manager of the very prefix that the package is in: another one would install a second OpenClaw. */
function installCommands(snapshot: Snapshot, root: string): readonly string[] {
  const install = valueOf(snapshot.install);
  const version = install?.damage?.version ?? install?.version ?? null;
  const wanted = version === null ? 'openclaw@latest' : `openclaw@${version}`;
  return [
    ...(valueOf(snapshot.service)?.loaded === true ? stopCommands(snapshot) : []),
    installCommand(root, wanted),
    'openclaw gateway install --force',
    'openclaw gateway status',
  ];
}

/** The official command may be what is missing. */
function stopCommands({ environment, target }: Snapshot): readonly string[] {
  return environment.os === 'darwin'
    ? [`launchctl bootout ${quote(target.serviceTarget)}`]
    : [`systemctl --user stop ${quote(target.label)}`];
}

function installCommand(root: string, wanted: string): string {
  if (root.includes('/pnpm/')) return `pnpm add -g ${wanted}`;
  if (root.includes('/Cellar/')) return 'brew reinstall openclaw';
  const prefix = /^(\/.+)\/lib\/node_modules\/openclaw$/.exec(root)?.[1];
  return prefix === undefined ? `npm install -g ${wanted}` : `npm install -g ${wanted} --prefix ${quote(prefix)}`;
}
