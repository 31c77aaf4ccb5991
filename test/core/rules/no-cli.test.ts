import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeStrayMac } from '../make-machine.ts';
import { at, definitionPath } from '../make-moment.ts';
import { cannotRead, makeProcess } from '../make-running.ts';
import { makeInstall, makeUnloadedService } from '../make-service.ts';
import { checkRule } from './check-rule.ts';

const nothing = known(
  makeInstall({ cliPath: null, packageRoot: null, version: null, entryPath: null, nodePath: null, cliVersion: null }),
  at,
);
const loud = { subject: 'openclaw', certainty: 'likely' } as const;
const missing = `ls: ${definitionPath}: No such file or directory`;

checkRule('no-cli', {
  silent: [
    {
      name: 'a gateway of a container or a checkout is there',
      snapshot: makeStrayMac(makeUnloadedService(), { install: nothing, definition: absent(at) }),
    },
    {
      name: 'what is installed cannot be read',
      snapshot: makeIdleMac(makeUnloadedService(), { install: cannotRead(), definition: absent(at) }),
    },
    {
      name: 'a package that only the service knows',
      snapshot: makeIdleMac(makeUnloadedService(), { install: known(makeInstall({ cliPath: null }), at) }),
    },
    {
      name: 'nothing found, but the definition cannot be read',
      snapshot: makeIdleMac(makeUnloadedService(), { install: nothing, definition: cannotRead() }),
    },
    {
      name: 'it is being installed now',
      snapshot: makeIdleMac(makeUnloadedService(), {
        install: nothing,
        definition: absent(at),
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
  ],
  loud: [
    {
      name: 'neither command nor service',
      snapshot: makeIdleMac(makeUnloadedService(), { install: absent(at), definition: absent(at) }),
      ...loud,
      severity: 'blocking',
      args: { definitionPath: null },
      evidence: ['(nothing)', missing],
    },
    {
      name: 'whether a gateway is there cannot be read',
      snapshot: makeIdleMac(makeUnloadedService(), { install: nothing, definition: absent(at), reach: cannotRead() }),
      ...loud,
      severity: 'notice',
      args: { definitionPath: null },
      evidence: [missing],
    },
    {
      name: 'the package was removed under the service',
      snapshot: makeIdleMac(makeUnloadedService(), { install: nothing }),
      ...loud,
      severity: 'blocking',
      args: { definitionPath },
      evidence: [definitionPath],
    },
  ],
});
