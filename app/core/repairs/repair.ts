import type { Facts } from '../facts.ts';
import type { ProcessIdentity } from '../model/action.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Memory } from '../model/memory.ts';
import type { RepairOffer } from '../model/repair.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { GatewayStatus } from '../model/state.ts';
import type { PortOwner } from '../port-owner.ts';

/** How one finding is mended: pure. The ladder's next rung that was not tried, a refusal, or what a person must do. */
export interface Repair<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  /** Names of the rungs, least destructive first; empty: a person must do it. */
  readonly rungs: readonly string[];
  /** Shown in docs/findings.md: what is never done here, as keys of the texts. */
  readonly never: readonly NeverCode[];
  readonly plan: (finding: Finding<Code>, context: RepairContext) => RepairOffer;
}

export interface RepairContext {
  readonly snapshot: Snapshot;
  readonly status: GatewayStatus;
  readonly facts: Facts;
  readonly owner: PortOwner;
  readonly memory: Memory;
  /** Rungs of this finding that were executed within the last hour without fixing it. */
  readonly tried: readonly string[];
  /** Processes that such runs asked to end (SIGTERM): only these may be killed. */
  readonly askedToEnd: readonly ProcessIdentity[];
}

/** Promises of the catalogue; `test/law/never.test.ts` checks those that a plan could break. */
export const neverCodes = [
  'delete-anything',
  'kill-by-name',
  'kill-unproven',
  'sudo',
  'bootout-first',
  'kickstart-loop',
  'doctor-fix',
  'update-or-install',
  'touch-other-products',
  'change-config',
  'enable-without-asking',
  'restart-during-update',
  'touch-database',
  'overwrite-unkept',
  'show-secret',
  'guess-content',
  'flip-mode-unasked',
  'weaken-access',
  'new-token',
  'clear-devices',
  'approve-unasked',
  'touch-keys',
  'widen-without-asking',
  'change-proxy',
  'spend-unasked',
] as const;
export type NeverCode = (typeof neverCodes)[number];
