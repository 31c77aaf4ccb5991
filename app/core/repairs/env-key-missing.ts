import { deriveStateDir } from '../file-places.ts';
import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** The person writes the line: no value passes through here, none is copied out of a shell without them. */
export const envKeyMissing = makeByHand(
  'env-key-missing',
  ['touch-keys', 'change-config', 'update-or-install'],
  ({ args }, { snapshot }) => {
    const file = quote(`${deriveStateDir(snapshot)}/.env`);
    return [
      `touch ${file} && chmod 600 ${file}`,
      // On a line of its own, whatever the last one ends with. Both are built into the shell: no other program sees it.
      args.inShell
        ? `printf '\\n${args.name}=%s\\n' "$${args.name}" >> ${file}`
        : `read -rs value && printf '\\n${args.name}=%s\\n' "$value" >> ${file}; unset value`,
      'openclaw gateway restart',
    ];
  },
);
