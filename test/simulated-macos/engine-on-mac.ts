import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { deriveTarget } from '../../app/core/target.ts';
import { createEngine } from '../../app/engine/create-engine.ts';
import type { Engine } from '../../app/engine/engine.ts';
import type { EngineParts } from '../../app/engine/engine-parts.ts';
import { standardProbes } from '../../app/engine/standard-probes.ts';
import { createPorts } from '../../app/platform/node/create-ports.ts';
import { readEnvironment } from '../../app/platform/node/environment.ts';
import type { Ports } from '../../app/ports/index.ts';
import type { SimulatedMac } from './create.mjs';

/** The engine of the faces with the real ports, inside this process, on a simulated Mac. */
export interface EngineOnMac {
  readonly engine: Engine;
  readonly ports: Ports;
  /** Every `launchctl` that it ran, as a person would type it. */
  readonly launchctl: readonly string[];
  readonly errors: readonly unknown[];
}

export interface EngineOnMacOptions {
  readonly automatic?: EngineParts['automatic'];
  /** What a test puts between the engine and its world. */
  readonly between?: (ports: Ports) => Ports;
}

export function createEngineOnMac(mac: SimulatedMac, options: EngineOnMacOptions = {}): EngineOnMac {
  const { automatic, between = (ports) => ports } = options;
  const variables = { ...mac.env, PATH: '/usr/bin:/bin' };
  const environment = { ...readEnvironment({ packaged: false, variables }), holdAtMostMs: 6_000 };
  const launchctl: string[] = [];
  const errors: unknown[] = [];
  const real = onlyOfMac(createPorts({ packaged: false, environment, appVersion: '0.0.0', variables }), mac);
  const ports = between(recording(real, launchctl));
  const engine = createEngine({
    ports,
    environment,
    target: deriveTarget(environment, null),
    probes: standardProbes,
    self: { pid: process.pid, face: 'menu-bar' },
    onError: (error) => errors.push(error),
    ...(automatic === undefined ? {} : { automatic }),
  });
  return { engine, ports, launchctl, errors };
}

/** Of the processes of the machine that runs the tests those of the simulated Mac. */
function onlyOfMac(ports: Ports, { root }: SimulatedMac): Ports {
  const { processes } = ports;
  const list: typeof processes.list = async (signal) =>
    (await processes.list(signal)).filter(({ commandLine }) => commandLine.includes(root));
  return { ...ports, processes: { ...processes, list } };
}

function recording(ports: Ports, launchctl: string[]): Ports {
  const { programs } = ports;
  const run: typeof programs.run = (request) => {
    if (request.tool === 'launchctl') launchctl.push(request.args.join(' '));
    return programs.run(request);
  };
  return { ...ports, programs: { ...programs, run } };
}

export async function findFreePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
