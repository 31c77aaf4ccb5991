import { agentsProbe } from '../probes/agents.ts';
import { configProbe } from '../probes/config.ts';
import { credentialsProbe } from '../probes/credentials.ts';
import { definitionProbe } from '../probes/definition.ts';
import { devicesProbe } from '../probes/devices.ts';
import { historyProbe } from '../probes/history.ts';
import { installProbe } from '../probes/install.ts';
import { listenersProbe } from '../probes/listeners.ts';
import { logProbe } from '../probes/log.ts';
import { markersProbe } from '../probes/markers.ts';
import { processesProbe } from '../probes/processes.ts';
import { reachProbe } from '../probes/reach.ts';
import { serviceProbe } from '../probes/service.ts';
import { supervisorsProbe } from '../probes/supervisors.ts';
import { validationProbe } from '../probes/validation.ts';
import type { ProbeSet } from './probe-set.ts';

/** The probes of a real machine. */
export const standardProbes: ProbeSet = {
  definition: definitionProbe,
  config: configProbe,
  install: installProbe,
  service: serviceProbe,
  reach: reachProbe,
  listeners: listenersProbe,
  processes: processesProbe,
  supervisors: supervisorsProbe,
  log: logProbe,
  markers: markersProbe,
  validation: validationProbe,
  history: historyProbe,
  credentials: credentialsProbe,
  devices: devicesProbe,
  agents: agentsProbe,
};
