import { app } from 'electron';
import { deriveTarget } from '../core/target.ts';
import { createEngine } from '../engine/create-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { standardProbes } from '../engine/standard-probes.ts';
import { createPorts } from '../platform/node/create-ports.ts';
import { readEnvironment } from '../platform/node/environment.ts';
import type { Clock } from '../ports/clock.ts';
import type { AutomaticRepairs } from '../engine/engine-parts.ts';
import { complain } from './complain.ts';

/** The engine on the real world, for the gateway that the environment means: as a rule the default profile's. */
export function composeEngine(automatic: AutomaticRepairs): { readonly engine: Engine; readonly clock: Clock } {
  const packaged = app.isPackaged;
  const environment = readEnvironment({ packaged });
  const ports = createPorts({ packaged, environment, appVersion: app.getVersion() });
  const engine = createEngine({
    ports,
    environment,
    target: deriveTarget(environment, null),
    probes: standardProbes,
    self: { pid: process.pid, face: 'menu-bar' },
    automatic,
    onError: complain,
  });
  return { engine, clock: ports.clock };
}
