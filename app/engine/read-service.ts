import type { Target } from '../core/model/target.ts';
import type { EngineParts } from './engine-parts.ts';
import { runProbe } from './run-probe.ts';
import type { StepContext } from './steps/step.ts';

/** Asks the service manager of one job: the target's own, or another that a step names. */
export function readServiceOf(parts: EngineParts): StepContext['readService'] {
  return (serviceTarget = parts.target.serviceTarget) =>
    runProbe(parts.probes.service, { ...parts, target: targetOf(parts.target, serviceTarget) }, undefined);
}

/** launchd names a job `domain/label`, systemd by its unit alone. */
function targetOf(target: Target, serviceTarget: string): Target {
  const slash = serviceTarget.lastIndexOf('/');
  if (slash < 0) return { ...target, label: serviceTarget, serviceTarget };
  const domain = serviceTarget.slice(0, slash);
  return { ...target, domain, label: serviceTarget.slice(slash + 1), serviceTarget };
}
