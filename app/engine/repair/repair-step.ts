import type { Inverse, RepairStep } from '../../core/model/repair.ts';
import type { StepContext, StepOf, StepOutcome } from '../steps/step.ts';

/** What a step of a repair may use. */
export interface RepairStepContext extends StepContext {
  readonly runId: string;
  /** Unique for this step of this run: the name of what it puts into the store. */
  readonly itemId: string;
  readonly profile: string | null;
  /** The newest `keep-copy` of this run before this step. */
  readonly keptCopy: { readonly copyId: string; readonly paths: readonly string[] } | null;
}

export type PerformRepairStep<Kind extends RepairStep['kind']> = (
  step: StepOf<Kind>,
  context: RepairStepContext,
) => Promise<StepOutcome>;

/** What would take a step back, read before it is performed. */
export type ForeseeInverse<Kind extends RepairStep['kind']> = (
  step: StepOf<Kind>,
  context: RepairStepContext,
) => Promise<Inverse>;
