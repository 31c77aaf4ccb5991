import type { LifecycleEntry } from './log.ts';

/** The gateway's own lock and the files and settings by which a person or a product says "hands off". */
export interface Markers {
  /** `disable-launchagent` in the state folder: LaunchAgent writes are switched off. */
  readonly launchAgentDisabled: boolean;
  readonly nixMode: boolean;
  readonly externalSupervisor: boolean;
  readonly lock: GatewayLock | null;
  /** Newest lifecycle line of `logs/gateway-restart.log` (9.x); `null` when there is none. */
  readonly lastLifecycle: LifecycleEntry | null;
  /** Other state folders (`~/.openclaw*`, legacy ones) with their newest change, epoch ms. */
  readonly otherStateDirs: readonly { readonly path: string; readonly modifiedAt: number }[];
  /** Files among those that a gateway must write which are another user's, or may not even be looked at. */
  readonly foreignFiles: readonly ForeignFile[];
  /** Linux only. */
  readonly session: LinuxSession | null;
}

export interface ForeignFile {
  readonly path: string;
  /** `null`: it may not be looked at. */
  readonly ownerUid: number | null;
  readonly mode: number | null;
}

/** What decides on Linux whether a user's services live on without a log-in. `null` is "could not be told". */
export interface LinuxSession {
  /** Services start at boot and survive the log-out (loginctl enable-linger). */
  readonly lingers: boolean | null;
  /** The socket of the user's own D-Bus is there. */
  readonly hasBus: boolean | null;
  readonly isWsl: boolean;
}

export interface GatewayLock {
  readonly path: string;
  readonly pid: number;
  readonly port: number | null;
  readonly createdAt: number | null;
  readonly configPath: string | null;
}
