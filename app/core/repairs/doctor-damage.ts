import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** What stood there before, nobody kept; OpenClaw has copies of its configuration, and writes its service anew. */
export const doctorDamage = makeByHand(
  'doctor-damage',
  ['doctor-fix', 'delete-anything', 'change-config'],
  ({ args: { what } }, { snapshot }) =>
    what === 'configuration'
      ? [`ls -lt ${quote(snapshot.target.configPath)}*`, 'openclaw config validate', 'openclaw gateway restart']
      : ['openclaw --version', 'openclaw gateway install --force', 'openclaw gateway status'],
);
