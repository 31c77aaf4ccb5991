import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** Only an administrator can give files back, and we never are one. */
export const ownership = makeByHand(
  'ownership',
  ['sudo', 'doctor-fix', 'delete-anything'],
  (_finding, { snapshot }) => {
    const { stateDir } = snapshot.target;
    return [`ls -la ${quote(stateDir)}`, `sudo chown -R ${snapshot.environment.uid} ${quote(stateDir)}`];
  },
);
