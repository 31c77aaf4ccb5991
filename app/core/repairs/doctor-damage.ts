import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planRestoreLastRan, restoreLastRan } from './restore-last-ran.ts';

/** The configuration on which the gateway was well comes back, where it was kept; a service OpenClaw writes anew. */
export const doctorDamage = makeLadder('doctor-damage', {
  never: ['doctor-fix', 'delete-anything', 'overwrite-unkept', 'guess-content'],
  rungs: [
    {
      name: restoreLastRan,
      plan: (finding, context) => (finding.args.what === 'configuration' ? planRestoreLastRan(finding, context) : null),
    },
  ],
  otherwise: (finding, { snapshot }) =>
    instruct(
      finding,
      finding.args.what === 'configuration'
        ? [`ls -lt ${quote(snapshot.target.configPath)}*`, 'openclaw config validate', 'openclaw gateway restart']
        : ['openclaw --version', 'openclaw gateway install --force', 'openclaw gateway status'],
    ),
});
