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

/** Rows of the truth table, one per distinct sentence. The comment says what is true of the machine then. */
export const stateReasons = [
  /** The configuration says that the gateway lives on another computer. */
  'remote-mode',
  /** An action that a person asked for is in flight, from whichever face. */
  'action-starting',
  'action-stopping',
  'action-restarting',
  /** Two gateways listen on the port at once (different addresses). */
  'two-gateways-on-port',
  /** The service's process runs, but another gateway has the port. */
  'service-and-stray',
  /** The service is loaded and does not run; another gateway has its port. */
  'stray-blocks-service',
  /** As before, and the service starts and ends again and again meanwhile. */
  'service-retries-behind-stray',
  /** A program that is no gateway has the port. */
  'foreign-program-on-port',
  'ssh-tunnel-on-port',
  /** The service manager starts the gateway again and again and it ends each time. */
  'exits-again-and-again',
  /** launchd cannot even execute the program (node is gone, penalty box). */
  'spawn-fails',
  /** The service manager is stopping the job. */
  'job-stopping',
  /** The gateway itself says that it drains before a stop or restart. */
  'draining',
  /** Between fork and exec, or systemd's "activating". */
  'job-starting',
  /** Ended a moment ago; the service manager waits some seconds before it starts it again. */
  'respawn-scheduled',
  /** A young process that does not listen yet. */
  'job-not-listening-yet',
  /** It answers, and says itself that its start is not finished. */
  'startup-not-finished',
  /** A young process listens and does not answer yet. */
  'not-answering-young',
  /** A process that had time enough runs and does not answer (or does not even listen). */
  'not-answering',
  /** Our gateway's process listens, but the answer on the port is not a gateway's. */
  'port-answers-wrong',
  /** The one good state. */
  'ready',
  /** It answers, but does not say whether it is ready (very old versions, or the question failed). */
  'live-readiness-unknown',
  /** It answers, and says that parts of it fail: `failing`. */
  'live-not-ready',
  /** It answers, but its crash-loop breaker keeps the channels off. */
  'safe-mode',
  /** The service's process has another port than its definition says: `detail` is that port. */
  'live-service-on-other-port',
  /** The service runs, but its definition file is gone: it will not return after the next login. */
  'live-definition-gone',
  /** The service runs and is switched off: it will not return after the next login. */
  'live-service-disabled',
  /** A gateway serves; there is no service (or no service manager) at all. */
  'live-without-service',
  /** A gateway serves outside its service, which exists and is not loaded (systemd: not started). */
  'live-service-not-loaded',
  /** A gateway answers; whose it is cannot be seen. */
  'live-owner-unknown',
  /** Nothing serves, and the service is switched off. */
  'service-disabled',
  /** Nothing serves because a person stopped it. */
  'stopped-on-purpose',
  /** Nothing serves while an update, installation or doctor runs. */
  'maintenance-running',
  /** Nothing serves; the service exists and is not loaded. */
  'not-loaded',
  /** Nothing serves; the service is loaded and does not run. */
  'loaded-not-running',
  /** Nothing serves; launchd itself holds the start back (throttled for long, low power, parked). */
  'held-back',
  /** Nothing serves, no service, no `openclaw` command. */
  'not-installed-no-cli',
  /** Nothing serves; the service was never set up. */
  'not-installed-never-registered',
  /** What the service manager thinks could not be read. */
  'cannot-read-service',
  /** Whether anything answers on the port could not be read. */
  'cannot-read-port',
  /** The readings do not fit together, or too little of them is known. */
  'cannot-tell',
] as const;
export type StateReason = (typeof stateReasons)[number];
