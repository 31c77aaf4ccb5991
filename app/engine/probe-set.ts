import type { Reading } from '../core/model/reading.ts';
import type { Agents } from '../core/model/agents.ts';
import type { ConfigFile } from '../core/model/config-file.ts';
import type { Credentials } from '../core/model/credentials.ts';
import type { Devices } from '../core/model/devices.ts';
import type { HistoryFacts } from '../core/model/history.ts';
import type { Install } from '../core/model/install.ts';
import type { LogTail } from '../core/model/log.ts';
import type { Markers } from '../core/model/markers.ts';
import type { Listener, ProcessEntry } from '../core/model/process.ts';
import type { Reach } from '../core/model/reach.ts';
import type { ServiceDefinition, ServiceState, Supervisor } from '../core/model/service.ts';
import type { ExpectedPort, Snapshot } from '../core/model/snapshot.ts';
import type { ConfigValidation } from '../core/model/validation.ts';
import type { HistoryNeeds } from '../probes/find-writer.ts';
import type { Probe } from '../probes/probe.ts';

/** Every probe of a snapshot, with what it needs from those before it. */
export interface ProbeSet {
  readonly definition: Probe<ServiceDefinition>;
  readonly config: Probe<ConfigFile, { readonly configPath: string; readonly definition?: Reading<ServiceDefinition> }>;
  readonly install: Probe<Install, { readonly definition: Reading<ServiceDefinition> }>;
  readonly service: Probe<ServiceState>;
  readonly reach: Probe<Reach, { readonly port: ExpectedPort; readonly config: Reading<ConfigFile> }>;
  readonly listeners: Probe<readonly Listener[], { readonly port: ExpectedPort }>;
  readonly processes: Probe<readonly ProcessEntry[]>;
  readonly supervisors: Probe<readonly Supervisor[], { readonly service: Reading<ServiceState> }>;
  readonly log: Probe<LogTail, { readonly definition: Reading<ServiceDefinition> }>;
  readonly markers: Probe<Markers, { readonly definition: Reading<ServiceDefinition> }>;
  readonly validation: Probe<ConfigValidation, Pick<Snapshot, 'config' | 'install'>>;
  readonly history: Probe<HistoryFacts, HistoryNeeds>;
  readonly credentials: Probe<
    Credentials,
    { readonly definition: Reading<ServiceDefinition>; readonly isQuick: boolean }
  >;
  readonly devices: Probe<Devices, Pick<Snapshot, 'definition' | 'install'>>;
  readonly agents: Probe<Agents, Pick<Snapshot, 'definition' | 'config'>>;
}
