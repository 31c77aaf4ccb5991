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
}

export interface GatewayLock {
  readonly path: string;
  readonly pid: number;
  readonly port: number | null;
  readonly createdAt: number | null;
  readonly configPath: string | null;
}
