import type { Evidence } from './evidence.ts';
import type { Supervisor } from './service.ts';

type SupervisorScope = Supervisor['scope'];

/** Codes are eternal: the ids of the failure catalogue in lower case. */
export const findingCodes = [
  'agent-not-loaded',
  'agent-disabled',
  'port-stray',
  'dup-supervisor',
  'legacy-label',
  'keepalive-loop',
  'launchd-parked',
  'config-syntax',
  'slow-not-dead',
  'node-path-gone',
  'entrypoint-stale',
  'port-config-mismatch',
  'profile-split',
  'third-party-host',
  'ssh-tunnel',
  'no-cli',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** blocking: no gateway serves · degraded: it serves, but not as it should or not for long · notice: worth knowing. */
export type Severity = 'blocking' | 'degraded' | 'notice';
export type Certainty = 'certain' | 'likely';

/** What each finding's texts may mention. `null` is "not known". */
export interface FindingArgsByCode {
  'agent-not-loaded': { label: string; definitionPath: string };
  'agent-disabled': { label: string };
  'port-stray': { port: number; pid: number; servicePid: number | null; startedAt: number | null; commandLine: string };
  'dup-supervisor': {
    port: number | null;
    first: string;
    second: string;
    secondScope: SupervisorScope;
    secondPath: string;
  };
  'legacy-label': { label: string; path: string };
  'keepalive-loop': { label: string; runs: number | null; lastExit: string | null; lastError: string | null };
  'launchd-parked': { label: string; lastExit: string | null; idleSeconds: number | null };
  'config-syntax': { path: string; line: number; column: number; message: string };
  'slow-not-dead': { pid: number | null; ageSeconds: number | null; phase: string | null };
  'node-path-gone': { nodePath: string; why: 'missing' | 'not-absolute' | 'version-manager' };
  'entrypoint-stale': { entryPath: string; why: 'missing' | 'other-package'; cliPackageRoot: string | null };
  'port-config-mismatch': { servicePort: number; configPort: number };
  'profile-split': { what: 'state-dir' | 'config-path' | 'profile' | 'home'; service: string; shell: string };
  'third-party-host': { product: string; pid: number | null; port: number | null };
  'ssh-tunnel': { port: number; pid: number | null };
  'no-cli': { definitionPath: string | null };
}

/** `Finding` is the union over all codes; `Finding<'port-stray'>` is one of them. */
export type Finding<Code extends FindingCode = FindingCode> = {
  [C in Code]: {
    /** `code:subject`. */
    readonly id: string;
    readonly code: C;
    readonly subject: string;
    readonly severity: Severity;
    readonly certainty: Certainty;
    readonly args: Readonly<FindingArgsByCode[C]>;
    /** At least one line a person can check. */
    readonly evidence: readonly Evidence[];
  };
}[Code];

/** A finding as it is shown: what it causes is folded under it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly consequences: readonly Finding[];
}
