import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService } from '../make-machine.ts';
import { at } from '../make-moment.ts';
import { makeProcess } from '../make-running.ts';
import { makeDefinition } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const cellar = '/opt/homebrew/Cellar/node/24.16.0/bin/node';
const nvm = '/Users/alice/.nvm/versions/node/v24.16.0/bin/node';
const withNode = (nodePath: string | null, nodeExists: boolean | null) =>
  known(makeDefinition({ nodePath, nodeExists }), at);
const gone = `ls: ${cellar}: No such file or directory`;

checkRule('node-path-gone', {
  silent: [
    { name: 'whether it exists could not be checked', snapshot: makeSnapshot({ definition: withNode(nvm, null) }) },
    { name: 'a command that hides its node', snapshot: makeSnapshot({ definition: withNode(null, null) }) },
    {
      name: 'systemd looks up bare names itself',
      snapshot: makeLinuxSnapshot({
        definition: known(makeDefinition({ format: 'systemd-unit', nodePath: 'node', nodeExists: null }), at),
      }),
    },
    {
      name: 'brew is replacing it now',
      snapshot: makeIdleMac(undefined, {
        definition: withNode(cellar, false),
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'brew' })], at),
      }),
    },
  ],
  loud: [
    {
      name: 'Homebrew removed the version, and nothing starts',
      snapshot: makeIdleMac(makeLoopingService(), { definition: withNode(cellar, false) }),
      subject: cellar,
      severity: 'blocking',
      certainty: 'certain',
      args: { nodePath: cellar, why: 'missing' },
      evidence: [cellar, gone],
    },
    {
      name: 'the running process keeps the deleted program until the next start',
      snapshot: makeSnapshot({ definition: withNode(cellar, false) }),
      subject: cellar,
      severity: 'degraded',
      certainty: 'certain',
      args: { nodePath: cellar, why: 'missing' },
      evidence: [gone],
    },
    {
      name: 'a bare name under launchd',
      snapshot: makeIdleMac(makeLoopingService(), { definition: withNode('node', null) }),
      subject: 'node',
      severity: 'blocking',
      certainty: 'certain',
      args: { nodePath: 'node', why: 'not-absolute' },
      evidence: ['node'],
    },
    {
      name: 'nvm, still there: only worth knowing',
      snapshot: makeSnapshot({ definition: withNode(nvm, true) }),
      subject: nvm,
      severity: 'notice',
      certainty: 'likely',
      args: { nodePath: nvm, why: 'version-manager' },
      evidence: [nvm],
    },
  ],
});
