import type { ActionQuestion, ProcessIdentity, Step, StepResult } from './action.ts';
import type { Certainty, FindingCode } from './finding.ts';
import type { ModelQuestion } from './model-question.ts';
import type { JobPhase } from './service.ts';
import type { PlainValue, SettingPath } from './setting.ts';
import type { GatewayState } from './state.ts';
import type { WishCode } from './wish.ts';

/**
 * One change to the machine that a repair may make. A closed union: what has no kind here cannot be done. Nothing
 * deletes: the strongest is moving aside into our own folder, with a manifest.
 */
export type RepairStep =
  | Step
  | { readonly kind: 'disable-service'; readonly serviceTarget: string }
  /** SIGKILL, after its own question only, and only to a process that did not end by SIGTERM. */
  | { readonly kind: 'kill-process'; readonly process: ProcessIdentity }
  /** Copies files (missing ones are noted as missing) into our own folder before something else may change them. */
  | { readonly kind: 'keep-copy'; readonly paths: readonly string[] }
  | { readonly kind: 'restore-copy'; readonly copyId: string; readonly paths: readonly string[] }
  | { readonly kind: 'move-aside'; readonly path: string; readonly why: MoveReason }
  | { readonly kind: 'put-back'; readonly itemId: string; readonly path: string }
  | { readonly kind: 'set-file-mode'; readonly path: string; readonly mode: number }
  | { readonly kind: 'create-folder'; readonly path: string; readonly mode: number }
  | { readonly kind: 'remove-empty-folder'; readonly path: string }
  /** Compresses a log into our own folder and empties it in place (same inode: launchd keeps it open). */
  | { readonly kind: 'archive-log'; readonly path: string }
  /** launchctl remove of a job that was submitted without a plist. */
  | { readonly kind: 'remove-submitted-job'; readonly label: string }
  /** The official command with the service's own node and a scrubbed environment; only what is named here. */
  | {
      readonly kind: 'run-openclaw';
      readonly command: OpenClawCommand;
      readonly nodePath: string;
      readonly entryPath: string;
    }
  /** `openclaw devices approve|reject <request>`, `devices remove <device>`, with the service's own program. */
  | {
      readonly kind: 'manage-device';
      readonly command: DeviceCommand;
      readonly id: string;
      readonly nodePath: string;
      readonly entryPath: string;
    }
  | { readonly kind: 'wait'; readonly waitMs: number; readonly until: WaitReason }
  /** Changes single values of a JSON5 file in place: comments, quotes and order stay. A secret is never named here. */
  | { readonly kind: 'edit-config'; readonly path: string; readonly edits: readonly ConfigEdit[] }
  /** Gives a file the content of a kept version or of one of OpenClaw's own copies. */
  | { readonly kind: 'restore-version'; readonly path: string; readonly source: VersionSource }
  /** Takes lines of a file of `NAME=value` out, by name; the others stay byte for byte. */
  | { readonly kind: 'remove-env-line'; readonly path: string; readonly names: readonly string[] }
  /**
   * Writes `NAME=value` into a file of such lines, and makes it if it is not there; the others stay byte for byte. The
   * value is in no plan: only where it is to be taken from when the step is performed.
   */
  | { readonly kind: 'set-env-line'; readonly path: string; readonly name: string; readonly from: SecretSource }
  /** `launchctl unsetenv`. What it was before is not kept: it cannot be taken back. */
  | { readonly kind: 'unset-login-variable'; readonly name: string };

/** One value of a configuration. `copy`: the value that a kept version has at the same place, which may be a secret. */
export type ConfigEdit =
  | { readonly op: 'set'; readonly path: SettingPath; readonly value: PlainValue }
  | { readonly op: 'remove'; readonly path: SettingPath }
  | { readonly op: 'copy'; readonly path: SettingPath; readonly from: VersionSource };

/** Where a key comes from: this process's own environment, or what a person has typed, which is held in memory only. */
export type SecretSource =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'typed'; readonly ticket: string };

/** Where a former content comes from: our history by its id, or a file that OpenClaw keeps beside its configuration. */
export type VersionSource =
  | { readonly kind: 'version'; readonly id: string }
  | { readonly kind: 'backup'; readonly path: string; readonly sha256: string };

export const moveReasons = [
  'second-supervisor',
  'legacy-service',
  'stale-lock',
  'broken-package',
  'staging-leftover',
  'stale-models',
  'stale-device-token',
  'broken-identity',
] as const;
export type MoveReason = (typeof moveReasons)[number];

export const waitReasons = [
  'settled',
  'gateway-ready',
  'maintenance-over',
  'breaker-window-over',
  'request-over',
] as const;
export type WaitReason = (typeof waitReasons)[number];

export const openClawCommands = ['gateway-install-force', 'config-validate'] as const;
export type OpenClawCommand = (typeof openClawCommands)[number];

/** About one device or one request that a person chose; never all of them. */
export const deviceCommands = ['approve', 'reject', 'remove'] as const;
export type DeviceCommand = (typeof deviceCommands)[number];

/** What a plan relies on; read again just before the first step. Anything changed → stale, nothing done. */
export type Fingerprint =
  /** `sha256` is filled in at the preview (`pinFiles`); `null`: the file is missing. */
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string | null }
  /** `loaded`, `enabled` `null`: not known, not relied on. `phase` `null`: neither it nor the pid is relied on (a loop). */
  | {
      readonly kind: 'service';
      readonly serviceTarget: string;
      readonly loaded: boolean | null;
      readonly enabled: boolean | null;
      readonly pid: number | null;
      readonly phase: JobPhase | null;
    }
  /** `pids` ascending; `null`: not relied on. */
  | { readonly kind: 'listeners'; readonly port: number; readonly pids: readonly number[] | null }
  | { readonly kind: 'process'; readonly process: ProcessIdentity };

/** What a plan is about: a finding, or what a person chose by themselves. */
export type RepairCode = FindingCode | WishCode;

/** A finding is one of these; a wish makes one. */
export interface RepairSubject {
  readonly code: RepairCode;
  readonly id: string;
  readonly certainty: Certainty;
}

/** One strength of a repair, for this machine now. Printable, refusable, verified, undone. */
export interface RepairPlan {
  readonly kind: 'repair';
  /** Hash of the content: the same plan has the same id, another step another id. */
  readonly id: string;
  readonly code: RepairCode;
  /** Of a wish: its id (`wishId`). */
  readonly findingId: string;
  readonly rung: string;
  readonly reach: 'safe' | 'interrupts' | 'loses-data';
  readonly basedOn: readonly Fingerprint[];
  readonly steps: readonly RepairStep[];
  /** Answered with one yes at the preview; SIGKILL has its own. */
  readonly questions: readonly RepairQuestion[];
  readonly verify: Verify;
}

export type RepairQuestion =
  | ActionQuestion
  | { readonly code: 'kill-hard'; readonly pid: number; readonly commandLine: string }
  /** A gateway outside the service makes room for it. */
  | { readonly code: 'stop-stray'; readonly pid: number; readonly commandLine: string }
  /** Of two services one stays, the other is moved aside. `instead`: what a person types to keep the other one. */
  | {
      readonly code: 'keep-one';
      readonly keep: string;
      readonly aside: string;
      readonly path: string;
      readonly instead: readonly string[];
    }
  | { readonly code: 'stop-loop'; readonly label: string }
  /** Of one request for pairing, exactly as it waits. */
  | {
      readonly code: 'approve-request';
      readonly requestId: string;
      readonly client: string | null;
      readonly role: string | null;
      readonly scopes: string;
      readonly remoteIp: string | null;
    }
  | { readonly code: 'remove-device'; readonly device: string }
  | { readonly code: 'allow-origin'; readonly origin: string }
  /** Other computers no longer reach the gateway. */
  | { readonly code: 'close-network' }
  /** A model may be used that was not. */
  | { readonly code: 'allow-model'; readonly model: string; readonly list: string }
  /** Agents may do more than before; `lets`: what they may do now. */
  | { readonly code: 'widen-tools'; readonly path: string; readonly lets: string; readonly profile: string | null }
  /** Programs that have the token may use agents. */
  | { readonly code: 'open-endpoint'; readonly channel: string }
  | ModelQuestion
  | { readonly code: 'only-likely' }
  /** The computer woke up a moment ago, and much comes right by itself. */
  | { readonly code: 'just-woke' }
  /** `settings`: dotted. What would be taken back was changed once more since. */
  | { readonly code: 'overtaken'; readonly settings: readonly string[] };

/** What must hold when all is read again, exit codes notwithstanding. */
export interface Verify {
  /** The finding itself (by its id) must be gone, and every other of these codes. */
  readonly gone: readonly FindingCode[];
  readonly goal: 'serving' | 'not-running' | null;
  /** How long it must hold. */
  readonly holdMs: number;
}

/** Nothing is offered: why not now, or why never. */
export interface RepairRefusal {
  readonly kind: 'refusal';
  readonly code: RepairCode;
  readonly findingId: string;
  readonly reason: RepairRefusalReason;
  readonly args: Readonly<Record<string, string | number | null>>;
}

export const repairRefusalReasons = [
  'busy',
  'maintenance-running',
  'hands-off',
  'stopped-on-purpose',
  'too-soon',
  'other-watchdog',
  'cannot-tell',
  'tried-all',
  'other-first',
  /** The setting is written in a file that serves several places of the configuration. */
  'shared-include',
  /** Of a wish: what it was about is no longer there. */
  'gone-meanwhile',
  /** Of a wish: everything is like that already. */
  'already-so',
  /** The journal could not be written (disk full, folder read-only), so nothing was begun. */
  'not-recorded',
  /** Of an undo: the run changed nothing that can be taken back, or was taken back already. */
  'nothing-to-undo',
  'already-undone',
] as const;
export type RepairRefusalReason = (typeof repairRefusalReasons)[number];

/** A person must do it: why, and exactly what, to be copied. */
export interface Instructions {
  readonly kind: 'instructions';
  readonly code: RepairCode;
  readonly findingId: string;
  readonly commands: readonly string[];
}

export type RepairOffer = RepairPlan | RepairRefusal | Instructions;

export const verdicts = ['fixed', 'not-fixed', 'worse', 'stale', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** How a performed step is taken back. */
export type Inverse =
  | { readonly kind: 'steps'; readonly steps: readonly RepairStep[] }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'irreversible'; readonly why: IrreversibleReason };
export const irreversibleReasons = [
  'process-ended',
  'gateway-restarted',
  'job-removed',
  'log-emptied',
  'login-variable-unset',
  'device-decided',
] as const;
export type IrreversibleReason = (typeof irreversibleReasons)[number];

/** `begun`: its beginning is on record, its end is not: it runs now, or was interrupted and may have taken place. */
export type RepairStepOutcome = StepResult['outcome'] | 'begun';

export interface RepairStepResult {
  readonly step: RepairStep;
  readonly outcome: RepairStepOutcome;
  /** Evidence, redacted. */
  readonly detail: string | null;
  /** `null` when the step was not performed. Of a step that was only begun: what would take it back if it took place. */
  readonly inverse: Inverse | null;
}

/** A plan that was executed, is being executed, or was interrupted. */
export interface Run {
  readonly id: string;
  readonly plan: RepairPlan;
  readonly profile: string | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly stateBefore: GatewayState;
  readonly stateAfter: GatewayState | null;
  /** `null`: open — running now, or the process that performed it died. */
  readonly verdict: Verdict | null;
  readonly steps: readonly RepairStepResult[];
  /** The run that took this one back. */
  readonly undoneBy: string | null;
  /** This run takes that one back. */
  readonly undoes: string | null;
}

/** What is known of a run before its first step. */
export type RunHead = Pick<Run, 'id' | 'plan' | 'profile' | 'startedAt' | 'stateBefore' | 'undoes'>;

/** What happens to a run, each on record before anything else happens. `at`: epoch ms. */
export type RunEvent =
  /** `inverse`: what would take the step back, known before it is performed: a crash may come before its end. */
  | { readonly kind: 'step-begins'; readonly index: number; readonly at: number; readonly inverse: Inverse }
  | { readonly kind: 'step-ended'; readonly index: number; readonly at: number; readonly result: RepairStepResult }
  | { readonly kind: 'ended'; readonly at: number; readonly verdict: Verdict; readonly stateAfter: GatewayState | null }
  | { readonly kind: 'undone'; readonly at: number; readonly by: string };
