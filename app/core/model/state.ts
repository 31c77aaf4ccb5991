/** The one word for the gateway. The truth table in core/state.ts is the only place that chooses it. */
export const gatewayStates = [
  'healthy',
  'degraded',
  'starting',
  'stopping',
  'unresponsive',
  'unmanaged',
  'conflict',
  'crash-looping',
  'stopped',
  'disabled',
  'not-installed',
  'port-taken',
  'remote',
  'unknown',
] as const;
export type GatewayState = (typeof gatewayStates)[number];

export interface GatewayStatus {
  readonly state: GatewayState;
  /** Which row of the truth table spoke: names the sentence in core/text. */
  readonly reason: StateReason;
  readonly args: StateArgs;
  /** Epoch milliseconds since when this holds; `null` when nothing on the machine tells. */
  readonly since: number | null;
}

/** Facts that a state sentence may mention. `null` is "not known", never 0. */
export interface StateArgs {
  readonly port: number;
  readonly pid: number | null;
  readonly otherPid: number | null;
  readonly otherName: string | null;
  readonly label: string;
  readonly runs: number | null;
  readonly lastExit: string | null;
  readonly failing: readonly string[];
  /** Technical detail of what could not be read. */
  readonly detail: string | null;
}

/** Rows of the truth table, one per distinct sentence. */
export const stateReasons = [
  'remote-mode',
  'action-starting',
  'action-stopping',
  'action-restarting',
  'two-gateways-on-port',
  'service-and-stray',
  'stray-blocks-service',
  'service-retries-behind-stray',
  'foreign-program-on-port',
  'ssh-tunnel-on-port',
  'exits-again-and-again',
  'spawn-fails',
  'job-stopping',
  'job-starting',
  'job-not-listening-yet',
  'startup-not-finished',
  'not-answering-young',
  'not-answering',
  'port-answers-wrong',
  'ready',
  'live-readiness-unknown',
  'live-not-ready',
  'safe-mode',
  'live-service-on-other-port',
  'live-without-service',
  'live-service-not-loaded',
  'live-service-disabled',
  'live-owner-unknown',
  'service-disabled',
  'stopped-on-purpose',
  'not-loaded',
  'loaded-not-running',
  'held-back',
  'not-installed-no-cli',
  'not-installed-never-registered',
  'cannot-read-service',
  'cannot-read-port',
  'cannot-tell',
] as const;
export type StateReason = (typeof stateReasons)[number];
