import { enableQuestion } from '../actions/plan-start.ts';
import { waitUntilServing } from '../actions/plan-start.ts';
import { derivePortHolder, isLive } from '../actions/port-holder.ts';
import { deriveConfigPath } from '../file-places.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairOffer, RepairRefusal } from '../model/repair.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { compareOpenClawVersions, fitsRange } from '../versions.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';
import { listConfigFiles } from './safe-restart.ts';

/** What a new definition will start, and the version it is. */
export interface Program {
  readonly nodePath: string;
  readonly entryPath: string;
  readonly version: string | null;
}

/**
 * `gateway install --force`: the service's definition is written anew by the program that it will start, after copies
 * of all that this touches. Refused where the program is older than what the configuration was written with, or
 * where the new service would not come up anyway.
 */
export function planReinstall(
  finding: Finding,
  context: RepairContext,
  options: { readonly rung: string; readonly program: Program; readonly port?: number },
): RepairOffer {
  const { snapshot } = context;
  const { rung, program, port = snapshot.port.port } = options;
  const refusal = findReinstallRefusal(finding, snapshot, program);
  if (refusal !== null) return refusal;
  const service = valueOf(snapshot.service);
  const question = service === undefined ? null : enableQuestion(snapshot, service);
  const { nodePath, entryPath } = program;
  const wait = waitUntilServing({ ...snapshot, port: { ...snapshot.port, port } }, service?.pid ?? null);
  return makePlan(finding, context, {
    rung,
    steps: [
      { kind: 'keep-copy', paths: listTouchedFiles(snapshot) },
      { kind: 'run-openclaw', command: 'gateway-install-force', nodePath, entryPath },
      wait,
    ],
    interrupts: isLive(snapshot),
    questions: question === null ? [] : [question],
    goal: 'serving',
  });
}

function findReinstallRefusal(finding: Finding, snapshot: Snapshot, program: Program): RepairRefusal | null {
  if (snapshot.service.status === 'unknown') {
    return refuseRepair(finding, 'cannot-tell', { probe: 'service', detail: snapshot.service.reason.detail });
  }
  if (snapshot.config.status === 'unknown') {
    return refuseRepair(finding, 'cannot-tell', { probe: 'config', detail: snapshot.config.reason.detail });
  }
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind === 'broken') return refuseRepair(finding, 'other-first', { first: 'config-syntax' });
  const writtenBy = content?.lastTouchedVersion ?? null;
  if (writtenBy !== null && program.version !== null && (compareOpenClawVersions(program.version, writtenBy) ?? 0) < 0)
    return refuseRepair(finding, 'other-first', { first: 'older-binary' });
  const holder = derivePortHolder(snapshot);
  if (holder.kind === 'stray') return refuseRepair(finding, 'other-first', { first: 'port-stray' });
  return holder.kind === 'other' ? refuseRepair(finding, 'other-first', { first: 'port-taken' }) : null;
}

/** The definition, the files with its environment, and the configuration: an installation may write each of them. */
export function listTouchedFiles(snapshot: Snapshot): readonly string[] {
  const definition = valueOf(snapshot.definition);
  const wrapper = definition?.wrapper ?? null;
  return [
    ...new Set([
      definition?.path ?? snapshot.target.definitionPath,
      ...(wrapper === null ? [] : [wrapper.script, wrapper.envFile]),
      ...(definition?.dropIns ?? []),
      deriveConfigPath(snapshot),
      ...listConfigFiles(snapshot),
    ]),
  ];
}

/** What the service starts now, when all of it is there. */
export function programOfService(snapshot: Snapshot): Program | null {
  const definition = valueOf(snapshot.definition);
  if (definition?.nodeExists !== true || definition.entryExists !== true) return null;
  const { nodePath, entryPath } = definition;
  if (nodePath === null || entryPath === null) return null;
  return { nodePath, entryPath, version: valueOf(snapshot.install)?.version ?? null };
}

/** The service's package with another Node that it runs on: the one beside the command. */
export function programWithOtherNode(snapshot: Snapshot): Program | null {
  const install = valueOf(snapshot.install);
  const other = install?.otherNode ?? null;
  if (install === undefined || other === null || install.entryPath === null) return null;
  if (valueOf(snapshot.definition)?.entryExists === false) return null;
  if (!suits(other.version, install.nodeRange)) return null;
  return { nodePath: other.path, entryPath: install.entryPath, version: install.version };
}

/** A version that is not known to suit is not tried on a person's service. */
function suits(version: string | null, range: string | null): boolean {
  if (range === null) return true;
  return version !== null && fitsRange(version, range) === true;
}

/**
 * What a service that was never set up will start: the command's package with the Node beside it, with which it was
 * installed. Only a Node that is known not to suit is refused.
 */
export function programToRegister(snapshot: Snapshot): Program | null {
  const install = valueOf(snapshot.install);
  if (install === undefined || install.nodePath === null || install.entryPath === null) return null;
  const { nodePath, entryPath, nodeVersion, nodeRange, version } = install;
  if (nodeVersion !== null && !suits(nodeVersion, nodeRange)) return null;
  return { nodePath, entryPath, version };
}
