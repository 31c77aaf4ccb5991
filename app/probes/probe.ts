import type { Reading } from '../core/model/reading.ts';
import type { ProbeName } from '../core/model/snapshot.ts';
import type { Environment, Target } from '../core/model/target.ts';
import type { Ports } from '../ports/index.ts';

/** What every probe is given. */
export interface ProbeContext {
  readonly ports: Ports;
  readonly environment: Environment;
  readonly target: Target;
  /** Aborted at the probe's deadline. */
  readonly signal: AbortSignal;
}

/**
 * One fact, one file. `read` may throw or hang: the collector turns a throw into `unknown('probe-crashed')` and
 * the deadline into `unknown('timed-out')`, never into an older value.
 */
export interface Probe<Value, Needs = void> {
  readonly name: ProbeName;
  readonly deadlineMs: number;
  read(context: ProbeContext, needs: Needs): Promise<Reading<Value>>;
}
