import { marksSinceStart } from './log-life.ts';
import type { LogMark } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { Settings } from './model/setting.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { ServiceVariables } from './service-variables.ts';
import { settingAt } from './settings/read.ts';

/** In the order of their worth for the addresses of providers, which are all https. */
const proxyNames = ['https_proxy', 'http_proxy', 'all_proxy'];

export interface ShellProxy {
  /** As the shell writes it. */
  readonly name: string;
  /** Calls that did not get through. */
  readonly marks: readonly LogMark[];
}

/**
 * The shell goes through a proxy, the service knows of none, and the gateway's calls do not get through. Without such
 * calls it is no fault: most networks let both ways through. `null` also where it cannot be told, or OpenClaw has a
 * proxy of its own (`proxy.enabled`, 2026.9).
 */
export function findShellProxy(snapshot: Snapshot, settings: Settings, variables: ServiceVariables): ShellProxy | null {
  if (settingAt(settings, ['proxy', 'enabled']) === true) return null;
  const ofService = [...variables.names].some((name) => proxyNames.includes(name.toLowerCase()));
  const shell = valueOf(snapshot.credentials)?.places.find(({ kind }) => kind === 'shell');
  if (ofService || shell === undefined) return null;
  // Node understands no other kind of proxy.
  const usable = shell.proxies.filter(({ value }) => /^https?:\/\//i.test(value.trim()));
  const [name] = proxyNames.flatMap((wanted) => usable.filter((each) => each.name.toLowerCase() === wanted));
  const marks = marksSinceStart(snapshot).filter(({ kind }) => kind === 'no-way-out');
  return name === undefined || marks.length === 0 ? null : { name: name.name, marks };
}
