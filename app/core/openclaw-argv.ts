import type { DeviceCommand, OpenClawCommand } from './model/repair.ts';

/** What is only asked: it changes nothing, and takes seconds. The schema exists as a command since 2026.3.28. */
export type OpenClawQuestion = 'devices-list' | 'config-schema';

/** About one device or one request, by its id. */
export type DeviceOrder = `device-${DeviceCommand}`;

/** Words of each command that may be run; the same in OpenClaw 2026.3.13 and 2026.9.6. */
const words: Readonly<Record<OpenClawCommand | OpenClawQuestion | DeviceOrder, readonly string[]>> = {
  'gateway-install-force': ['gateway', 'install', '--force'],
  'config-validate': ['config', 'validate'],
  'devices-list': ['devices', 'list', '--json'],
  'config-schema': ['config', 'schema'],
  'device-approve': ['devices', 'approve'],
  'device-reject': ['devices', 'reject'],
  'device-remove': ['devices', 'remove'],
};

/** The exact argument vector, Node first. The profile is said by its flag: no variable of ours reaches the command. */
export function writeOpenClawArgv(request: {
  readonly command: OpenClawCommand | OpenClawQuestion | DeviceOrder;
  /** Of the device or the request. */
  readonly id?: string;
  readonly nodePath: string;
  readonly entryPath: string;
  readonly profile: string | null;
}): readonly [string, ...string[]] {
  const { command, id, nodePath, entryPath, profile } = request;
  const flags = profile === null ? [] : ['--profile', profile];
  return [nodePath, entryPath, ...flags, ...words[command], ...(id === undefined ? [] : [id])];
}
