import type { Reading } from '../core/model/reading.ts';
import type { ConfigFile } from '../core/model/config-file.ts';
import type { Install } from '../core/model/install.ts';
import type { LogTail } from '../core/model/log.ts';
import type { Markers } from '../core/model/markers.ts';
import type { Listener, ProcessEntry } from '../core/model/process.ts';
import type { Reach } from '../core/model/reach.ts';
import type { ServiceDefinition, ServiceState, Supervisor } from '../core/model/service.ts';
import type { ExpectedPort } from '../core/model/snapshot.ts';
import type { Probe } from '../probes/probe.ts';

/** Every probe of a snapshot, with what it needs from those before it. */
export interface ProbeSet {
  readonly definition: Probe<ServiceDefinition>;
  readonly config: Probe<ConfigFile, { readonly configPath: string }>;
  readonly install: Probe<Install, { readonly definition: Reading<ServiceDefinition> }>;
  readonly service: Probe<ServiceState>;
  readonly reach: Probe<Reach, { readonly port: ExpectedPort; readonly config: Reading<ConfigFile> }>;
  readonly listeners: Probe<readonly Listener[], { readonly port: ExpectedPort }>;
  readonly processes: Probe<readonly ProcessEntry[]>;
  readonly supervisors: Probe<readonly Supervisor[], { readonly service: Reading<ServiceState> }>;
  readonly log: Probe<LogTail, { readonly definition: Reading<ServiceDefinition> }>;
  readonly markers: Probe<Markers, { readonly definition: Reading<ServiceDefinition> }>;
}
