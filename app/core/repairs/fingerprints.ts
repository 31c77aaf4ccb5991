import { deriveConfigPath } from '../file-places.ts';
import { valueOf } from '../model/reading.ts';
import type { Fingerprint, RepairStep, VersionSource } from '../model/repair.ts';
import type { Snapshot } from '../model/snapshot.ts';

type ServiceFingerprint = Extract<Fingerprint, { kind: 'service' }>;

/**
 * All that a plan's steps rely on, from the snapshot it was made of. File contents are read at the preview.
 * `settled` is false while the service comes and goes by itself: its process then is no ground to build on.
 */
export function deriveBasis(
  steps: readonly RepairStep[],
  snapshot: Snapshot,
  options: { readonly settled: boolean },
): readonly Fingerprint[] {
  const { serviceTarget } = snapshot.target;
  const paths = new Set(steps.flatMap((step) => pathsOf(step, snapshot)));
  const usesService = steps.some((step) => 'serviceTarget' in step && step.serviceTarget === serviceTarget);
  const usesPort = steps.some((step) => step.kind === 'wait-until' && step.condition.kind !== 'service-gone');
  const named = steps.flatMap((step) =>
    step.kind === 'terminate-process' || step.kind === 'kill-process' ? [step.process] : [],
  );
  return [
    ...[...paths].map((path): Fingerprint => ({ kind: 'file', path, sha256: null })),
    ...(usesService || usesPort ? [serviceNow(snapshot, options.settled)] : []),
    // A job that bounces the gateway gives it another process every now and then.
    ...(steps.some(({ kind }) => kind === 'remove-submitted-job') ? [serviceNow(snapshot, false)] : []),
    ...(usesPort ? [listenersNow(snapshot, options.settled || named.length > 0)] : []),
    ...named.map((process): Fingerprint => ({ kind: 'process', process })),
  ];
}

function pathsOf(step: RepairStep, snapshot: Snapshot): readonly string[] {
  if (step.kind === 'load-service') return [step.definitionPath, deriveConfigPath(snapshot)];
  if (step.kind === 'run-openclaw') return [snapshot.target.definitionPath, deriveConfigPath(snapshot)];
  if (step.kind === 'start-loaded-service' || step.kind === 'restart-loaded-service')
    return [deriveConfigPath(snapshot)];
  // Its programs; the lists of devices change with every connection.
  if (step.kind === 'manage-device') return [snapshot.target.definitionPath];
  // That it is stale follows from what the configuration says.
  if (step.kind === 'unset-login-variable') return [deriveConfigPath(snapshot)];
  // A log grows while one looks at it; that it still is the service's log, stands in the definition.
  if (step.kind === 'archive-log') return [snapshot.target.definitionPath];
  if (step.kind === 'restore-version') return [step.path, ...backupsOf([step.source])];
  if (step.kind === 'edit-config') {
    return [step.path, ...backupsOf(step.edits.flatMap((edit) => (edit.op === 'copy' ? [edit.from] : [])))];
  }
  if ('paths' in step) return step.paths;
  return 'path' in step ? [step.path] : [];
}

/** A kept version is always the same; a file that OpenClaw keeps may be another one by then. */
function backupsOf(sources: readonly VersionSource[]): readonly string[] {
  return sources.flatMap((source) => (source.kind === 'backup' ? [source.path] : []));
}

function serviceNow(snapshot: Snapshot, settled: boolean): ServiceFingerprint {
  const { serviceTarget } = snapshot.target;
  const service = valueOf(snapshot.service);
  return {
    kind: 'service',
    serviceTarget,
    loaded: service?.loaded ?? null,
    enabled: service?.enabled ?? null,
    pid: settled ? (service?.pid ?? null) : null,
    phase: settled ? (service?.phase ?? null) : null,
  };
}

function listenersNow(snapshot: Snapshot, settled: boolean): Fingerprint {
  return { kind: 'listeners', port: snapshot.port.port, pids: settled ? listPids(snapshot) : null };
}

function listPids(snapshot: Snapshot): readonly number[] | null {
  const listeners = valueOf(snapshot.listeners);
  if (listeners === undefined) return null;
  return [...new Set(listeners.map(({ pid }) => pid))].toSorted((one, other) => one - other);
}

/**
 * The first thing a plan relies on that is not so any more in a newer snapshot; `null`: all holds. Files are compared
 * by the hashes read just now. What could be read before and cannot now does not hold.
 */
export function findChanged(
  basedOn: readonly Fingerprint[],
  snapshot: Snapshot,
  sha256ByPath: ReadonlyMap<string, string | null>,
): Fingerprint | null {
  return basedOn.find((entry) => !holds(entry, snapshot, sha256ByPath)) ?? null;
}

function holds(entry: Fingerprint, snapshot: Snapshot, sha256ByPath: ReadonlyMap<string, string | null>): boolean {
  if (entry.kind === 'file') return sha256ByPath.get(entry.path) === entry.sha256;
  if (entry.kind === 'service') return serviceHolds(entry, snapshot);
  if (entry.kind === 'listeners') return entry.pids === null || String(listPids(snapshot)) === String(entry.pids);
  const { pid, uid, startedAt } = entry.process;
  const found = valueOf(snapshot.processes)?.find((process) => process.pid === pid);
  return found?.uid === uid && found.startedAt !== null && Math.abs(found.startedAt - startedAt) <= startSlackMs;
}

/** ps computes start times from the boot time, which is rounded anew at each call (Linux). */
const startSlackMs = 1_000;

function serviceHolds(entry: ServiceFingerprint, snapshot: Snapshot): boolean {
  const service = valueOf(snapshot.service);
  if (entry.loaded !== null && service?.loaded !== entry.loaded) return false;
  if (entry.enabled !== null && service?.enabled !== entry.enabled) return false;
  return entry.phase === null || (service?.phase === entry.phase && service.pid === entry.pid);
}
