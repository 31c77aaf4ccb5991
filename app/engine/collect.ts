import type { Reading } from '../core/model/reading.ts';
import { unknown, valueOf } from '../core/model/reading.ts';
import type { ServiceDefinition } from '../core/model/service.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Environment, Target } from '../core/model/target.ts';
import { joinPath } from '../core/service-names.ts';
import { resolvePort } from '../core/target.ts';
import type { Ports } from '../ports/index.ts';
import type { ProbeContext } from '../probes/probe.ts';
import { freezeDeep } from './freeze.ts';
import { dropDeadListeners, dropDeadProcesses, keepListeners, keepLoginSession } from './keep-readings.ts';
import type { ProbeSet } from './probe-set.ts';
import { runProbe } from './run-probe.ts';

/**
 * How much is read anew. `full`: everything. `reconcile`: the slow look at a healthy gateway, at most four processes
 * started. `quick`: the moment after a death, a change or during an action: whatever answers in milliseconds; the
 * list of processes, the listeners and the supervisors keep their older readings, without what is gone.
 */
export type Depth = 'full' | 'reconcile' | 'quick';

export interface CollectOptions {
  readonly sequence: number;
  readonly depth: Depth;
  /** The newest snapshot; without one every depth is `full`. */
  readonly previous: Snapshot | null;
}

/** Reads the machine once: definition, then configuration and installation, then all that needs the port. */
export async function collect(
  ports: Ports,
  environment: Environment,
  target: Target,
  options: CollectOptions,
  probes: ProbeSet,
): Promise<Snapshot> {
  const context = { ports, environment, target };
  const definition = await runProbe(probes.definition, context, undefined);
  const configPath = configPathOf(definition, target);
  const [config, install, markers] = await Promise.all([
    runProbe(probes.config, context, { configPath, definition }),
    runProbe(probes.install, context, { definition }),
    runProbe(probes.markers, context, { definition }),
  ]);
  const port = resolvePort({
    definition,
    config,
    environment,
    target,
    version: valueOf(install)?.version ?? null,
    before: options.previous?.port ?? null,
    lockPort: livingLockPort(markers, ports),
  });
  const files = { definition, config, install, markers, port };
  const whole = collectRest({ context, probes, files, options }).then((others) => {
    const at = ports.clock.now();
    const history = unknown('not-asked', 'the history is read last', at);
    return { sequence: options.sequence, at, environment, target, ...files, ...others, history };
  });
  // It begins with the others, to keep what is there before it changes again, and ends after them.
  const history = await runProbe(probes.history, context, { ...files, whole });
  return freezeDeep({ ...(await whole), at: ports.clock.now(), history });
}

/** A lock outlives a killed gateway; that of a living one tells where it listens. */
function livingLockPort(markers: Snapshot['markers'], { processes }: Ports): number | null {
  const lock = valueOf(markers)?.lock ?? null;
  return lock !== null && processes.isAlive(lock.pid) ? lock.port : null;
}

type FileReadings = Pick<Snapshot, 'definition' | 'config' | 'install' | 'markers' | 'port'>;
type OtherReadings = Omit<Snapshot, 'sequence' | 'at' | 'environment' | 'target' | 'history' | keyof FileReadings>;

interface Round {
  readonly context: Omit<ProbeContext, 'signal'>;
  readonly probes: ProbeSet;
  readonly files: FileReadings;
  readonly options: CollectOptions;
}

async function collectRest(round: Round): Promise<OtherReadings> {
  const { context, probes, files } = round;
  const { definition } = files;
  const kept = round.options.depth === 'quick' ? comparable(round) : null;
  const reach = readReach(round);
  const service = kept !== null && lacksManager(kept) ? Promise.resolve(kept.service) : readService(round);
  const [listeners, processes, supervisors, log, stores] = await Promise.all([
    readListeners(round, reach),
    readProcesses(round, service),
    kept ? kept.supervisors : readSupervisors(round, service),
    runProbe(probes.log, context, { definition }),
    readStores(round),
  ]);
  return { service: await service, reach: await reach, listeners, processes, supervisors, log, ...stores };
}

/** What lies in the files around the configuration: cheap to read, and each by itself. */
async function readStores({ context, probes, files, options: { depth, previous } }: Round) {
  const isQuick = depth !== 'full' && previous !== null;
  const [validation, credentials, devices, agents] = await Promise.all([
    runProbe(probes.validation, context, files),
    runProbe(probes.credentials, context, { definition: files.definition, isQuick }),
    runProbe(probes.devices, context, files),
    runProbe(probes.agents, context, files),
  ]);
  const places = isQuick ? keepLoginSession(credentials, previous.credentials) : credentials;
  return { validation, credentials: places, devices, agents };
}

const readService = ({ context, probes }: Round) => runProbe(probes.service, context, undefined);

const readSupervisors = async ({ context, probes }: Round, service: Promise<Snapshot['service']>) =>
  runProbe(probes.supervisors, context, { service: await service });

/** A service manager does not appear from one moment to the next. */
function lacksManager({ service }: Snapshot): boolean {
  return service.status === 'unknown' && service.reason.code === 'no-service-manager';
}

/** The snapshot before, when its readings say something of this port too. */
function comparable({ options, files }: Round): Snapshot | null {
  const { previous } = options;
  return previous !== null && previous.port.port === files.port.port ? previous : null;
}

async function readListeners(round: Round, reach: Promise<Snapshot['reach']>): Promise<Snapshot['listeners']> {
  const { context, probes, files, options } = round;
  const previous = comparable(round);
  const read = () => runProbe(probes.listeners, context, { port: files.port });
  if (previous === null || options.depth === 'full') return read();
  if (options.depth === 'reconcile') return keepListeners(previous, await reach, context.ports.processes) ?? read();
  const kept = dropDeadListeners(previous.listeners, context.ports.processes);
  const isEmpty = valueOf(kept)?.length === 0;
  return isEmpty && valueOf(await reach)?.tcp !== 'refused' ? read() : kept;
}

/**
 * A killed gateway keeps its sockets until the system has freed its memory (150 ms for 750 MB, measured): it still takes
 * connections that nobody will answer. They end with it, so asking once more then tells what is left.
 */
async function readReach(round: Round): Promise<Snapshot['reach']> {
  const { context, probes, files, options } = round;
  const read = () => runProbe(probes.reach, context, { port: files.port, config: files.config });
  const reach = await read();
  const previous = comparable(round);
  if (options.depth !== 'quick' || previous === null) return reach;
  const listeners = valueOf(previous.listeners) ?? [];
  const haveDied = listeners.length > 0 && listeners.every(({ pid }) => !context.ports.processes.isAlive(pid));
  const now = valueOf(reach);
  return haveDied && now?.tcp === 'open' && now.health.kind === 'no-answer' ? read() : reach;
}

/** A process that the service manager started meanwhile is not in the older list. */
async function readProcesses(round: Round, service: Promise<Snapshot['service']>): Promise<Snapshot['processes']> {
  const { context, probes, options } = round;
  const previous = comparable(round);
  const read = () => runProbe(probes.processes, context, undefined);
  if (previous === null || options.depth !== 'quick') return read();
  const pid = valueOf(await service)?.pid ?? null;
  const isNew = pid !== null && !valueOf(previous.processes)?.some((each) => each.pid === pid);
  return isNew ? read() : dropDeadProcesses(previous.processes, context.ports.processes);
}

/** The service's own environment decides which configuration it reads. */
export function configPathOf(definition: Reading<ServiceDefinition>, target: Target): string {
  const environment = valueOf(definition)?.environment;
  if (environment?.configPath) return environment.configPath;
  return environment?.stateDir ? joinPath(environment.stateDir, 'openclaw.json') : target.configPath;
}
