import type { Environment } from '../../core/model/target.ts';
import { joinPath } from '../../core/service-names.ts';
import type { SystemdScope } from './systemctl.ts';

export interface UnitFolder {
  readonly path: string;
  readonly scope: SystemdScope;
  /** The distribution's own folder has hundreds of units: only those with a telling name are read there. */
  readonly byNameOnly: boolean;
}

/** Where systemd finds units that may run a gateway. */
export function unitFolders(environment: Environment): readonly UnitFolder[] {
  return [
    { path: joinPath(environment.home, '.config/systemd/user'), scope: 'user', byNameOnly: false },
    { path: underRoot(environment, 'etc/systemd/user'), scope: 'user', byNameOnly: false },
    { path: underRoot(environment, 'usr/lib/systemd/user'), scope: 'user', byNameOnly: true },
    { path: underRoot(environment, 'etc/systemd/system'), scope: 'system', byNameOnly: false },
    { path: underRoot(environment, 'usr/lib/systemd/system'), scope: 'system', byNameOnly: true },
  ];
}

/** Folders with drop-ins of a user unit, strongest last. */
export function dropInFolders(environment: Environment, unit: string): readonly string[] {
  return [
    underRoot(environment, `usr/lib/systemd/user/${unit}.d`),
    underRoot(environment, `etc/systemd/user/${unit}.d`),
    joinPath(environment.home, `.config/systemd/user/${unit}.d`),
  ];
}

/** Folders of commands beside PATH, as OpenClaw 2026.9.6 puts them into a service's PATH. */
export function commandFolders(environment: Environment): readonly string[] {
  const ofHome = [
    '.openclaw/bin',
    '.local/bin',
    '.npm-global/bin',
    'bin',
    '.volta/bin',
    '.asdf/shims',
    '.bun/bin',
    '.nix-profile/bin',
    '.local/share/fnm/aliases/default/bin',
    '.fnm/aliases/default/bin',
    '.local/share/pnpm',
    '.local/share/mise/shims',
  ];
  return [
    ...ofHome.map((folder) => joinPath(environment.home, folder)),
    underRoot(environment, 'usr/local/bin'),
    underRoot(environment, 'usr/bin'),
  ];
}

export function nodeVersionFolders(
  environment: Environment,
): readonly { readonly path: string; readonly inside: string }[] {
  return [
    { path: joinPath(environment.home, '.nvm/versions/node'), inside: 'bin' },
    { path: joinPath(environment.home, '.local/share/fnm/node-versions'), inside: 'installation/bin' },
    { path: joinPath(environment.home, '.local/share/mise/installs/node'), inside: 'bin' },
  ];
}

/** Where Linux keeps what decides whether a user's services live on without a log-in. */
export function sessionPlaces(environment: Environment) {
  return {
    users: underRoot(environment, 'etc/passwd'),
    systemdFolder: underRoot(environment, 'var/lib/systemd'),
    lingerFolder: underRoot(environment, 'var/lib/systemd/linger'),
    bus: underRoot(environment, `run/user/${environment.uid}/bus`),
    kernelRelease: underRoot(environment, 'proc/sys/kernel/osrelease'),
  };
}

function underRoot(environment: Environment, path: string): string {
  return joinPath(environment.systemRoot ?? '/', path);
}
