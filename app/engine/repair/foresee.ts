import { serviceGoneMs } from '../../core/actions/time-limits.ts';
import type { Inverse, IrreversibleReason, RepairStep } from '../../core/model/repair.ts';
import { valueOf } from '../../core/model/reading.ts';
import type { ServiceState } from '../../core/model/service.ts';
import type { ForeseeInverse, RepairStepContext } from './repair-step.ts';

type Inverses = { readonly [Kind in RepairStep['kind']]: ForeseeInverse<Kind> };

const nothing: Inverse = { kind: 'nothing-to-undo' };
const nothingToUndo = async (): Promise<Inverse> => nothing;
const irreversible = (why: IrreversibleReason) => async (): Promise<Inverse> => ({ kind: 'irreversible', why });
const undoneBy = (...steps: readonly RepairStep[]): Inverse => ({ kind: 'steps', steps });

/** What would take this step back. */
export function foreseeInverse(step: RepairStep, context: RepairStepContext): Promise<Inverse> {
  // The table has the entry of this very kind; the compiler cannot follow that through a union.
  const foresee = inverses[step.kind] as (step: RepairStep, context: RepairStepContext) => Promise<Inverse>;
  return foresee(step, context);
}

/**
 * What would take each step back, read from the machine before the step and recorded with its beginning: after a
 * crash in the middle it still is known. Each of these steps finds out by itself whether there is anything to do.
 */
const inverses: Inverses = {
  'enable-service': async ({ serviceTarget }, context) => {
    const service = await readJob(serviceTarget, context);
    return service?.enabled === false ? undoneBy({ kind: 'disable-service', serviceTarget }) : nothing;
  },
  'disable-service': async ({ serviceTarget }, context) => {
    const service = await readJob(serviceTarget, context);
    return service?.enabled === true ? undoneBy({ kind: 'enable-service', serviceTarget }) : nothing;
  },
  'load-service': async ({ serviceTarget }, context) => {
    const service = await readJob(serviceTarget, context);
    return service === null || runsUnderManager(service) ? nothing : unloaded(serviceTarget);
  },
  'unload-service': async ({ serviceTarget }, context) => {
    const service = await readJob(serviceTarget, context);
    if (service === null || !runsUnderManager(service)) return nothing;
    const definitionPath = definitionOf(serviceTarget, service, context);
    if (definitionPath === null) return { kind: 'irreversible', why: 'job-removed' };
    return undoneBy({ kind: 'load-service', domain: domainOf(serviceTarget, context), definitionPath, serviceTarget });
  },
  'start-loaded-service': async ({ serviceTarget }, context) => {
    const service = await readJob(serviceTarget, context);
    // launchd keeps a loaded job running: there is no way back to "loaded and at rest".
    return service?.manager === 'systemd' && !runsUnderManager(service) ? unloaded(serviceTarget) : nothing;
  },
  'restart-loaded-service': irreversible('gateway-restarted'),
  'terminate-process': irreversible('process-ended'),
  'kill-process': irreversible('process-ended'),
  'wait-until': nothingToUndo,
  wait: nothingToUndo,
  'keep-copy': nothingToUndo,
  'restore-copy': async ({ paths }, { itemId }) => undoneBy({ kind: 'restore-copy', copyId: itemId, paths }),
  'move-aside': async ({ path }, { itemId }) => undoneBy({ kind: 'put-back', itemId, path }),
  'put-back': async ({ itemId, path }, { ports }) => {
    const why = await ports.store.reasonOf(itemId);
    return why === null ? nothing : undoneBy({ kind: 'move-aside', path, why });
  },
  'set-file-mode': async ({ path }, { ports }) => {
    const found = await ports.files.stat(path);
    return found.kind === 'found' ? undoneBy({ kind: 'set-file-mode', path, mode: found.stat.mode }) : nothing;
  },
  'create-folder': async ({ path }, { ports }) => {
    const found = await ports.files.stat(path);
    return found.kind === 'missing' ? undoneBy({ kind: 'remove-empty-folder', path }) : nothing;
  },
  'remove-empty-folder': async ({ path }, { ports }) => {
    const found = await ports.files.stat(path);
    return found.kind === 'found' ? undoneBy({ kind: 'create-folder', path, mode: found.stat.mode }) : nothing;
  },
  'archive-log': irreversible('log-emptied'),
  'remove-submitted-job': irreversible('job-removed'),
  // The copy is made by the step itself, right before it writes.
  'edit-config': async ({ path }, { itemId }) => undoneBy({ kind: 'restore-copy', copyId: itemId, paths: [path] }),
  'restore-version': async ({ path }, { itemId }) => undoneBy({ kind: 'restore-copy', copyId: itemId, paths: [path] }),
  'remove-env-line': async ({ path }, { itemId }) => undoneBy({ kind: 'restore-copy', copyId: itemId, paths: [path] }),
  'set-env-line': async ({ path }, { itemId }) => undoneBy({ kind: 'restore-copy', copyId: itemId, paths: [path] }),
  'unset-login-variable': irreversible('login-variable-unset'),
  'manage-device': irreversible('device-decided'),
  'run-openclaw': async ({ command }, context) => (command === 'config-validate' ? nothing : reinstalled(context)),
};

/**
 * The files as they were, and what an installation does beside: it enables the service and starts it. Of a unit that
 * systemd did not know, a link among the enabled ones would stay behind.
 */
async function reinstalled(context: RepairStepContext): Promise<Inverse> {
  const { keptCopy } = context;
  if (keptCopy === null) return nothing;
  const { serviceTarget } = context.basis.target;
  const restore: RepairStep = { kind: 'restore-copy', copyId: keptCopy.copyId, paths: keptCopy.paths };
  const service = await readJob(serviceTarget, context);
  if (service === null) return undoneBy(restore);
  const wasNew = service.manager === 'systemd' && !service.loaded;
  const disables: readonly RepairStep[] =
    wasNew || service.enabled === false ? [{ kind: 'disable-service', serviceTarget }] : [];
  if (!runsUnderManager(service)) return undoneBy(...disables, ...unloadSteps(serviceTarget), restore);
  // A disabled service can stay loaded, but not be loaded.
  return undoneBy(...(await takenUpAgain(service, restore, context)), ...disables);
}

/** A manager that keeps a service running goes on with the definition it has read, until it reads the file again. */
async function takenUpAgain(
  service: ServiceState,
  restore: RepairStep,
  context: RepairStepContext,
): Promise<readonly RepairStep[]> {
  const { serviceTarget } = context.basis.target;
  if (service.manager === 'systemd') return [restore, { kind: 'restart-loaded-service', serviceTarget }];
  const definitionPath = definitionOf(serviceTarget, service, context);
  const hasFile = definitionPath !== null && (await context.ports.files.stat(definitionPath)).kind === 'found';
  if (!hasFile) return [restore];
  const domain = domainOf(serviceTarget, context);
  return [...unloadSteps(serviceTarget), restore, { kind: 'load-service', domain, definitionPath, serviceTarget }];
}

function unloaded(serviceTarget: string): Inverse {
  return undoneBy(...unloadSteps(serviceTarget));
}

function unloadSteps(serviceTarget: string): readonly RepairStep[] {
  const condition = { kind: 'service-gone', serviceTarget, pid: null } as const;
  return [
    { kind: 'unload-service', serviceTarget },
    { kind: 'wait-until', condition, timeoutMs: serviceGoneMs },
  ];
}

async function readJob(serviceTarget: string, context: RepairStepContext): Promise<ServiceState | null> {
  return valueOf(await context.readService(serviceTarget)) ?? null;
}

/** systemd knows every unit it has a file of; launchd only what it keeps running. */
function runsUnderManager({ manager, loaded, phase }: ServiceState): boolean {
  return loaded && (manager === 'launchd' || phase !== 'stopped');
}

/** The file a job was loaded from: as its manager says, else as the folders were read. */
function definitionOf(
  serviceTarget: string,
  { loadedFrom }: ServiceState,
  { basis }: RepairStepContext,
): string | null {
  if (loadedFrom !== null) return loadedFrom;
  if (serviceTarget === basis.target.serviceTarget) return basis.target.definitionPath;
  const label = serviceTarget.slice(serviceTarget.lastIndexOf('/') + 1);
  return valueOf(basis.supervisors)?.find((supervisor) => supervisor.label === label)?.path ?? null;
}

function domainOf(serviceTarget: string, { basis }: RepairStepContext): string {
  const slash = serviceTarget.lastIndexOf('/');
  return slash < 0 ? basis.target.domain : serviceTarget.slice(0, slash);
}
