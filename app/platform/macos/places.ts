import type { Supervisor } from '../../core/model/service.ts';
import type { Environment } from '../../core/model/target.ts';
import { joinPath } from '../../core/service-names.ts';

export interface SupervisorFolder {
  readonly path: string;
  readonly scope: Supervisor['scope'];
}

/** Where launchd finds jobs that may run a gateway. `/System` holds only Apple's own. */
export function launchdFolders(environment: Environment): readonly SupervisorFolder[] {
  return [
    { path: joinPath(environment.home, 'Library/LaunchAgents'), scope: 'user-agent' },
    { path: underRoot(environment, 'Library/LaunchAgents'), scope: 'global-agent' },
    { path: underRoot(environment, 'Library/LaunchDaemons'), scope: 'daemon' },
  ];
}

/** What `launchctl print` is asked for a job of that folder. */
export function launchdTarget(environment: Environment, scope: Supervisor['scope'], label: string): string {
  return scope === 'daemon' ? `system/${label}` : `gui/${environment.uid}/${label}`;
}

/**
 * Folders of commands that an app started by Finder does not have in its PATH: package managers and version managers,
 * in the order in which OpenClaw 2026.9.6 puts them into a service's PATH.
 */
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
    'Library/Application Support/fnm/aliases/default/bin',
    '.fnm/aliases/default/bin',
    '.local/share/fnm/aliases/default/bin',
    'Library/pnpm',
    'Library/pnpm/bin',
    '.local/share/pnpm',
    '.local/share/mise/shims',
  ];
  const ofSystem = ['opt/homebrew/bin', 'usr/local/bin', 'opt/local/bin'];
  return [
    ...ofHome.map((folder) => joinPath(environment.home, folder)),
    ...ofSystem.map((folder) => underRoot(environment, folder)),
  ];
}

/** Folders with one subfolder per installed Node version, and where its commands are inside. */
export function nodeVersionFolders(
  environment: Environment,
): readonly { readonly path: string; readonly inside: string }[] {
  return [
    { path: joinPath(environment.home, '.nvm/versions/node'), inside: 'bin' },
    { path: joinPath(environment.home, '.local/share/fnm/node-versions'), inside: 'installation/bin' },
    { path: joinPath(environment.home, 'Library/Application Support/fnm/node-versions'), inside: 'installation/bin' },
    { path: joinPath(environment.home, '.local/share/mise/installs/node'), inside: 'bin' },
  ];
}

/** Looking into these makes macOS ask the person for consent, so nothing is looked up there unasked. */
export function isPrivateFolder(environment: Environment, path: string): boolean {
  const folders = ['Desktop', 'Documents', 'Downloads', 'Library/Mobile Documents', 'Library/CloudStorage'];
  return (
    folders.some((folder) => `${path}/`.startsWith(`${joinPath(environment.home, folder)}/`)) ||
    path.startsWith(underRoot(environment, 'Volumes/'))
  );
}

function underRoot(environment: Environment, path: string): string {
  return joinPath(environment.systemRoot ?? '/', path);
}
