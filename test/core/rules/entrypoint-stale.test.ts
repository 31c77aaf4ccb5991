import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService } from '../make-machine.ts';
import { at, entryPath, packageRoot } from '../make-moment.ts';
import { cannotRead, makeProcess } from '../make-running.ts';
import { makeDefinition, makeInstall } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const nvmRoot = '/Users/alice/.nvm/versions/node/v24.16.0/lib/node_modules/openclaw';
const missing = known(makeDefinition({ entryExists: false }), at);
const other = known(makeInstall({ cliPackageRoot: nvmRoot }), at);

checkRule('entrypoint-stale', {
  silent: [
    {
      name: 'entry.js instead of index.js in the same package is cosmetic',
      snapshot: makeSnapshot({ definition: known(makeDefinition({ entryPath: `${packageRoot}/dist/entry.js` }), at) }),
    },
    {
      name: 'whether the file exists could not be checked',
      snapshot: makeSnapshot({ definition: known(makeDefinition({ entryExists: null }), at), install: other }),
    },
    {
      name: 'the service’s package could not be found',
      snapshot: makeSnapshot({ install: known(makeInstall({ packageRoot: null, cliPackageRoot: nvmRoot }), at) }),
    },
    {
      name: 'npm is replacing the files now',
      snapshot: makeIdleMac(undefined, {
        definition: missing,
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
  ],
  loud: [
    {
      name: 'an update moved the package away',
      snapshot: makeIdleMac(makeLoopingService(), { definition: missing, install: other }),
      subject: entryPath,
      severity: 'blocking',
      certainty: 'certain',
      args: { entryPath, why: 'missing', cliPackageRoot: nvmRoot },
      evidence: [entryPath, `ls: ${entryPath}: No such file or directory`],
    },
    {
      name: 'missing under a running gateway; the installation could not be read',
      snapshot: makeSnapshot({ definition: missing, install: cannotRead() }),
      subject: entryPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { entryPath, why: 'missing', cliPackageRoot: null },
      evidence: [entryPath],
    },
    {
      name: 'the command belongs to another package',
      snapshot: makeSnapshot({ install: other }),
      subject: entryPath,
      severity: 'notice',
      certainty: 'likely',
      args: { entryPath, why: 'other-package', cliPackageRoot: nvmRoot },
      evidence: [nvmRoot],
    },
  ],
});
