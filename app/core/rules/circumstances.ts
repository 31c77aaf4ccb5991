import { servingAnswers } from '../answer.ts';
import { isMaintenanceRunning, isStoppedOnPurpose } from '../idle.ts';
import type { Severity } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ServiceDefinition, ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { RuleContext } from './rule.ts';

/** Where "hands off" was said: another machine's gateway counts, or another product keeps this one. */
export function isHandsOff(snapshot: Snapshot, context: RuleContext): boolean {
  return context.facts.mode === 'remote' || valueOf(snapshot.markers)?.externalSupervisor === true;
}

/** Nothing about a gateway that does not run is a fault while it was stopped on purpose or is being worked on. */
export function isIdleForAReason(snapshot: Snapshot, context: RuleContext): boolean {
  return isMaintenanceRunning(snapshot) || isStoppedOnPurpose(snapshot, context.memory);
}

/** A gateway answers on the port, whoever keeps it. */
export function isServing(context: RuleContext): boolean {
  return servingAnswers.includes(context.facts.answer);
}

/** Blocking only when it is known that no gateway serves. */
export function severityOfFault(context: RuleContext): Severity {
  return isServing(context) || context.facts.answer === 'unknown' ? 'degraded' : 'blocking';
}

/** The definition, when it and the service's state were both read: what most rules about the service need. */
export function readInstalledService(
  snapshot: Snapshot,
): { readonly definition: ServiceDefinition; readonly service: ServiceState } | null {
  const definition = valueOf(snapshot.definition);
  const service = valueOf(snapshot.service);
  return definition === undefined || service === undefined ? null : { definition, service };
}
