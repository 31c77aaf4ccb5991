import { deriveStateDir } from '../file-places.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { quote } from '../rules/evidence.ts';
import { listProxySettings } from '../rules/proxy-loopback.ts';
import { makeByHand } from './by-hand.ts';

/**
 * The exception to the proxy, where the service reads it: a drop-in of the unit on Linux, `.env` on a Mac. What is set
 * earlier is not replaced there, so an exception that falls short is mended where it stands. The proxy stays.
 */
export const proxyLoopback = makeByHand('proxy-loopback', ['change-proxy', 'change-config'], (finding, { snapshot }) =>
  snapshot.environment.os === 'linux' ? onLinux(finding, snapshot) : onMac(finding, snapshot),
);

/** Everything that is exempt by now, and this computer. */
function exemption({ args }: Finding<'proxy-loopback'>): string {
  // It goes into a command: only what can stand in such a list.
  const now = (args.exempt ?? '').split(/[,\s]+/).filter((entry) => /^[\w.*:/[\]-]+$/.test(entry));
  return [...new Set([...now, '127.0.0.1', 'localhost', '::1'])].join(',');
}

function onLinux(finding: Finding<'proxy-loopback'>, { target, environment }: Snapshot): readonly string[] {
  const folder = quote(`${environment.home}/.config/systemd/user/${target.label}.d`);
  const list = exemption(finding);
  const lines = `[Service]\\nEnvironment="NO_PROXY=${list}" "no_proxy=${list}"\\n`;
  return [
    `mkdir -p ${folder}`,
    `printf '${lines}' > ${folder}/50-no-proxy.conf`,
    'systemctl --user daemon-reload',
    'openclaw gateway restart',
  ];
}

function onMac(finding: Finding<'proxy-loopback'>, snapshot: Snapshot): readonly string[] {
  const file = quote(`${deriveStateDir(snapshot)}/.env`);
  const list = exemption(finding);
  const lines = `touch ${file} && chmod 600 ${file} && printf '\\nNO_PROXY=${list}\\nno_proxy=${list}\\n' >> ${file}`;
  return [...clearTheWay(snapshot, list), lines, 'openclaw gateway restart'];
}

/** What is set before `.env` is read counts more, and a line of it counts more than a later one. */
function clearTheWay(snapshot: Snapshot, list: string): readonly string[] {
  const credentials = valueOf(snapshot.credentials);
  const set = credentials === undefined ? [] : listProxySettings(snapshot, credentials);
  const places = new Set(set.filter(({ name }) => /^no_proxy$/i.test(name)).map(({ place }) => place.kind));
  return [
    ...(places.has('login-session')
      ? [`launchctl setenv NO_PROXY '${list}'`, `launchctl setenv no_proxy '${list}'`]
      : []),
    ...(places.has('service') || places.has('service-file') ? ['openclaw gateway install --force'] : []),
    ...(places.has('state-dotenv') ? [`open -e ${quote(`${deriveStateDir(snapshot)}/.env`)}`] : []),
  ];
}
