import type { OpenClawCommand } from './model/repair.ts';

/** Words of each command that a repair may run; the same in OpenClaw 2026.3.13 and 2026.9.6. */
const words: Readonly<Record<OpenClawCommand, readonly string[]>> = {
  'gateway-install-force': ['gateway', 'install', '--force'],
  'config-validate': ['config', 'validate'],
};

/** The exact argument vector, Node first. The profile is said by its flag: no variable of ours reaches the command. */
export function writeOpenClawArgv(request: {
  readonly command: OpenClawCommand;
  readonly nodePath: string;
  readonly entryPath: string;
  readonly profile: string | null;
}): readonly [string, ...string[]] {
  const { command, nodePath, entryPath, profile } = request;
  const flags = profile === null ? [] : ['--profile', profile];
  return [nodePath, entryPath, ...flags, ...words[command]];
}
