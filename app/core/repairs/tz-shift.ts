import { deriveStateDir } from '../file-places.ts';
import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** Which zone the agents shall live in, only the person can say. */
export const tzShift = makeByHand('tz-shift', ['change-config'], (_finding, { snapshot }) => {
  const file = quote(`${deriveStateDir(snapshot)}/.env`);
  return [`touch ${file} && chmod 600 ${file} && printf '\\nTZ=%s\\n' "$TZ" >> ${file}`, 'openclaw gateway restart'];
});
