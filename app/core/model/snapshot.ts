import type { Agents } from './agents.ts';
import type { ConfigFile } from './config-file.ts';
import type { Credentials } from './credentials.ts';
import type { Devices } from './devices.ts';
import type { HistoryFacts } from './history.ts';
import type { Install } from './install.ts';
import type { LogTail } from './log.ts';
import type { Markers } from './markers.ts';
import type { Listener, ProcessEntry } from './process.ts';
import type { Reach } from './reach.ts';
import type { Reading } from './reading.ts';
import type { ServiceDefinition, ServiceState, Supervisor } from './service.ts';
import type { Environment, Target } from './target.ts';
import type { ConfigValidation } from './validation.ts';

/** All readings of one moment. Frozen; rules see nothing else of the machine. */
export interface Snapshot {
  /** Collection number; a smaller one that arrives later is stale and dropped. */
  readonly sequence: number;
  /** Epoch milliseconds when the collection finished. */
  readonly at: number;
  readonly environment: Environment;
  readonly target: Target;
  /** The port this gateway should listen on, and which setting says so. */
  readonly port: ExpectedPort;
  readonly install: Reading<Install>;
  readonly definition: Reading<ServiceDefinition>;
  readonly service: Reading<ServiceState>;
  readonly config: Reading<ConfigFile>;
  readonly reach: Reading<Reach>;
  readonly listeners: Reading<readonly Listener[]>;
  readonly processes: Reading<readonly ProcessEntry[]>;
  readonly supervisors: Reading<readonly Supervisor[]>;
  readonly log: Reading<LogTail>;
  readonly markers: Reading<Markers>;
  readonly validation: Reading<ConfigValidation>;
  readonly history: Reading<HistoryFacts>;
  readonly credentials: Reading<Credentials>;
  readonly devices: Reading<Devices>;
  readonly agents: Reading<Agents>;
}

/** The snapshot's fields that are readings: the names of the probes. */
export const probeNames = [
  'install',
  'definition',
  'service',
  'config',
  'reach',
  'listeners',
  'processes',
  'supervisors',
  'log',
  'markers',
  'validation',
  'history',
  'credentials',
  'devices',
  'agents',
] as const;

export type ProbeName = (typeof probeNames)[number];

export interface ExpectedPort {
  readonly port: number;
  readonly source:
    | 'service-arguments'
    | 'service-environment'
    | 'environment'
    | 'config'
    /** The configuration cannot be read now: what it said at the look before. */
    | 'remembered'
    /** … what the lock of the living gateway says (OpenClaw 2026.9). */
    | 'lock'
    /** … what can still be made out in its broken text. */
    | 'broken-config'
    | 'profile-default'
    | 'default';
}
