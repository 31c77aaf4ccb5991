/** What a person may ask of the gateway. */
export const actionKinds = ['start', 'stop', 'restart'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What may be in flight, from any face: at most one at a time. */
export const activityKinds = [...actionKinds, 'repair', 'undo'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** The proof that a pid still is the process that was meant (macos §4.4): re-read just before a signal. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: number;
  readonly uid: number;
  /** Redacted command line as it was read. */
  readonly commandLine: string;
}

/** One change to the machine. A closed union: what has no kind here cannot be done. */
export type Step =
  | { readonly kind: 'enable-service'; readonly serviceTarget: string }
  | {
      readonly kind: 'load-service';
      readonly domain: string;
      readonly definitionPath: string;
      readonly serviceTarget: string;
    }
  | { readonly kind: 'start-loaded-service'; readonly serviceTarget: string }
  | { readonly kind: 'restart-loaded-service'; readonly serviceTarget: string }
  | { readonly kind: 'unload-service'; readonly serviceTarget: string }
  | { readonly kind: 'terminate-process'; readonly process: ProcessIdentity }
  | { readonly kind: 'wait-until'; readonly condition: WaitCondition; readonly timeoutMs: number };

export type WaitCondition =
  | { readonly kind: 'service-gone'; readonly serviceTarget: string; readonly pid: number | null }
  | { readonly kind: 'port-free'; readonly port: number }
  | { readonly kind: 'gateway-serves'; readonly port: number; readonly notPid: number | null };

/** What will be done for one action on this machine now. Printable, refusable, executed step by step. */
export interface ActionPlan {
  readonly kind: 'plan';
  readonly action: ActionKind;
  /** `interrupts` when a serving gateway goes away meanwhile. */
  readonly reach: 'safe' | 'interrupts';
  readonly steps: readonly Step[];
  /** A question that must be answered with yes first; `null`: none. */
  readonly question: ActionQuestion | null;
  /** What must be true when all is read again. */
  readonly goal: 'serving' | 'not-running';
}

export type ActionQuestion =
  | { readonly code: 'stop-unmanaged'; readonly pid: number; readonly commandLine: string }
  | { readonly code: 'enable-disabled'; readonly label: string }
  | { readonly code: 'restart-again-soon'; readonly minutesAgo: number }
  /** `line`: `null` for a setting that is missing; `setting`: dotted, empty for the whole; `version`: of OpenClaw. */
  | {
      readonly code: 'restart-rejected-config';
      readonly path: string;
      readonly line: number | null;
      readonly setting: string;
      readonly version: string;
    };

/** An action that would not be refused now, and what is asked first. */
export interface AvailableAction {
  readonly action: ActionKind;
  readonly question: ActionQuestion | null;
}

/** Why an action is not done; nothing was changed. */
export interface ActionRefusal {
  readonly kind: 'refusal';
  readonly action: ActionKind;
  readonly code: RefusalCode;
  readonly args: Readonly<Record<string, string | number | null>>;
}

export const refusalCodes = [
  'busy',
  'already-serving',
  'already-stopped',
  'remote-mode',
  'not-installed',
  'maintenance-running',
  'other-program-on-port',
  'stray-on-port',
  'not-ours-to-stop',
  'launch-agent-writes-disabled',
  'external-supervisor',
  'node-missing',
  'entry-missing',
  'config-broken',
  'cannot-tell',
  'changed-meanwhile',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface StepResult {
  readonly step: Step;
  readonly outcome: 'done' | 'already' | 'failed' | 'timed-out' | 'not-reached';
  /** Evidence: the command and its first line of complaint. Redacted. */
  readonly detail: string | null;
}

export interface ActionResult {
  readonly action: ActionKind;
  readonly outcome: 'succeeded' | 'failed' | 'refused' | 'needs-confirmation';
  readonly refusal: ActionRefusal | null;
  readonly question: ActionQuestion | null;
  readonly steps: readonly StepResult[];
  readonly startedAt: number;
  readonly finishedAt: number;
}
