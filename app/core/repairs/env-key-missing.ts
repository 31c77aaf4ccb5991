import { deriveStateDir } from '../file-places.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { quote } from '../rules/evidence.ts';
import { listProxySettings } from '../rules/proxy-loopback.ts';
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
      ...(args.path === null && !hasExceptions(snapshot) ? [`printf '${exceptions}' >> ${file}`] : []),
      'openclaw gateway restart',
    ];
  },
);

const own = '127.0.0.1,localhost,::1';
/** Or the proxy would be asked for what is on this computer, too. */
const exceptions = `\\nNO_PROXY=${own}\\nno_proxy=${own}\\n`;

function hasExceptions(snapshot: Snapshot): boolean {
  const credentials = valueOf(snapshot.credentials);
  const settings = credentials === undefined ? [] : listProxySettings(snapshot, credentials);
  return settings.some(({ name }) => name.toLowerCase() === 'no_proxy');
}
