import type { RepairOffer } from '../core/model/repair.ts';
import type { Finding } from '../core/model/finding.ts';
import type { RepairContext } from '../core/repairs/repair.ts';
import type { Environment, Target } from '../core/model/target.ts';
import type { Ports } from '../ports/index.ts';
import type { RepairResult } from './engine.ts';
import type { LockHolder } from '../ports/notebook.ts';
import type { ProbeSet } from './probe-set.ts';

export type PlanRepair = (finding: Finding, context: RepairContext) => RepairOffer;

/** Repairs without a question, and who has to know of them. */
export interface AutomaticRepairs {
  /** A person has switched them on. Asked at each picture. */
  readonly isOn: () => boolean;
  /** Is told of each while it runs: a face must not end meanwhile. */
  readonly underway: (run: Promise<RepairResult>) => void;
}

/** Which machine and gateway an engine is about, and whom it speaks for. */
export interface EngineParts {
  readonly ports: Ports;
  readonly environment: Environment;
  readonly target: Target;
  readonly probes: ProbeSet;
  /** This process, as other faces will see it in the notebook. */
  readonly self: { readonly pid: number; readonly face: LockHolder['face'] };
  /** What is offered for a finding. Default: the catalogue. */
  readonly planRepair?: PlanRepair;
  /** Default: none, ever. */
  readonly automatic?: AutomaticRepairs;
  /** Told of faults of our own that no caller waits for. */
  readonly onError: (error: unknown) => void;
}
