import type { StepResult } from '../../core/model/action.ts';
import type { RepairStep } from '../../core/model/repair.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { ServiceState } from '../../core/model/service.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import type { Ports } from '../../ports/index.ts';
import type { Depth } from '../collect.ts';

/** What a step may use. Time passes on `ports.clock` only. */
export interface StepContext {
  readonly ports: Ports;
  /** What the plan was made from. */
  readonly basis: Snapshot;
  /** Epoch ms at which the action began. */
  readonly startedAt: number;
  /** Asks the service manager alone: of this job, or of the target's own when none is named. */
  readService(serviceTarget?: string): Promise<Reading<ServiceState>>;
  look(depth: Depth): Promise<Snapshot>;
}

export interface StepOutcome {
  readonly outcome: Exclude<StepResult['outcome'], 'not-reached'>;
  readonly detail: string | null;
  /** The process is not the one that was meant; nothing was done to it. */
  readonly changedMeanwhile?: true;
}

export type StepOf<Kind extends RepairStep['kind']> = Extract<RepairStep, { readonly kind: Kind }>;
export type PerformStep<Kind extends RepairStep['kind']> = (
  step: StepOf<Kind>,
  context: StepContext,
) => Promise<StepOutcome>;
/** The steps that speak to a service manager. */
export type ServiceStepKind =
  | 'enable-service'
  | 'disable-service'
  | 'load-service'
  | 'start-loaded-service'
  | 'restart-loaded-service'
  | 'unload-service';
export type ServiceSteps = { readonly [Kind in ServiceStepKind]: PerformStep<Kind> };

export const done: StepOutcome = { outcome: 'done', detail: null };

export function already(detail: string): StepOutcome {
  return { outcome: 'already', detail };
}

export function failed(detail: string): StepOutcome {
  return { outcome: 'failed', detail };
}

export function timedOut(detail: string): StepOutcome {
  return { outcome: 'timed-out', detail };
}
