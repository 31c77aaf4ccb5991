import { known } from '../../../app/core/model/reading.ts';
import type { PackageDamage } from '../../../app/core/model/install.ts';
import { makeIdleMac } from '../make-machine.ts';
import { at, entryPath, hours, minutes, packageRoot, seconds } from '../make-moment.ts';
import { cannotRead, makeProcess } from '../make-running.ts';
import { makeInstall, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const staging = '/opt/homebrew/lib/node_modules/.openclaw-Ab12Cd34';
const damaged = (change: Partial<PackageDamage> = {}) =>
  known(
    makeInstall({
      damage: {
        root: packageRoot,
        version: '2026.9.6',
        missing: [entryPath],
        leftovers: [],
        changedAt: at - 2 * hours,
        ...change,
      },
    }),
    at,
  );
const npm = makeProcess({ pid: 77, role: 'maintenance', name: 'npm', commandLine: 'npm install -g openclaw' });
const loud = { subject: packageRoot, certainty: 'certain' } as const;

checkRule('update-partial', {
  silent: [
    {
      name: 'npm is at work',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged(), processes: known([npm], at) }),
    },
    {
      name: 'something changed a minute ago: it may still be installing',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged({ changedAt: at - 60 * seconds }) }),
    },
    {
      name: 'whether npm is at work cannot be read',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged(), processes: cannotRead() }),
    },
  ],
  loud: [
    {
      name: 'the entry point is missing and nothing runs',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged() }),
      ...loud,
      severity: 'blocking',
      args: { packageRoot, missing: entryPath, leftover: null },
      evidence: [`ls: ${entryPath}: No such file or directory`],
    },
    {
      name: 'the old process still serves',
      snapshot: makeSnapshot({ install: damaged({ leftovers: [staging], changedAt: at - 4 * minutes }) }),
      ...loud,
      severity: 'degraded',
      args: { packageRoot, missing: entryPath, leftover: staging },
      evidence: [staging],
    },
    {
      name: 'a whole package with a leftover beside it',
      snapshot: makeSnapshot({ install: damaged({ missing: [], leftovers: [staging] }) }),
      ...loud,
      severity: 'notice',
      args: { packageRoot, missing: null, leftover: staging },
      evidence: [staging],
    },
    {
      name: 'nothing tells how old it is',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged({ changedAt: null }) }),
      ...loud,
      severity: 'blocking',
      args: { packageRoot, missing: entryPath, leftover: null },
      evidence: [],
    },
  ],
});
