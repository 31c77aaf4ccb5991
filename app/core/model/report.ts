import type { Certainty, FindingCode, Severity } from './finding.ts';
import type { Evidence } from './evidence.ts';
import type { ProbeName } from './snapshot.ts';
import type { GatewayState } from './state.ts';

/** What `clawtender status --json` prints, and each line of `watch --json`. Field names are an interface: only add. */
export interface StatusReport {
  readonly schema: 1;
  readonly app: { readonly name: 'clawtender'; readonly version: string };
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly state: GatewayState;
  readonly summary: string;
  readonly gateway: {
    readonly pid: number | null;
    readonly port: number;
    readonly url: string;
    /** Of the running gateway where it tells (`/startupz`), else of the package beside its entry point. */
    readonly version: string | null;
    readonly startedAt: string | null;
    readonly supervisor: 'launchd' | 'systemd' | 'none' | 'unknown';
    readonly label: string | null;
    readonly profile: string | null;
  } | null;
  readonly service: {
    readonly installed: boolean | null;
    readonly loaded: boolean | null;
    readonly enabled: boolean | null;
    readonly pid: number | null;
    readonly runs: number | null;
    readonly lastExit: string | null;
    readonly definitionPath: string | null;
  };
  readonly config: {
    readonly path: string;
    readonly exists: boolean | null;
    readonly valid: boolean | null;
    readonly error: { readonly line: number; readonly column: number; readonly message: string } | null;
  };
  readonly findings: readonly {
    readonly id: string;
    readonly code: FindingCode;
    readonly severity: Severity;
    readonly certainty: Certainty;
    readonly title: string;
    readonly explanation: string;
    readonly evidence: readonly Evidence[];
    /** The rung of the repair that `clawtender repair` would offer now; empty: none, or a person must do it. */
    readonly repairs: readonly string[];
    /** Id of the finding that causes this one, and is to be dealt with first; `null`: nothing known does. */
    readonly causedBy: string | null;
  }[];
  readonly unknown: readonly { readonly probe: ProbeName; readonly reason: string }[];
}
