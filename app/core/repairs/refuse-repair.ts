import type { ActivityKind } from '../model/action.ts';
import type { RepairRefusal, RepairRefusalReason, RepairSubject } from '../model/repair.ts';
import type { ProbeName } from '../model/snapshot.ts';

/** Who else decides about this gateway. */
export type Owner = 'remote' | 'external-supervisor' | 'nix' | 'read-only' | 'launch-agent-switch' | 'somebody-else';

/** What each refusal's sentence may mention. `null` is "not known". */
export interface RepairRefusalArgsByReason {
  busy: { action: ActivityKind | null };
  'maintenance-running': { pid: number; commandLine: string };
  /** `name`: the file that says so, or whose the process is. */
  'hands-off': { owner: Owner; name: string | null };
  'stopped-on-purpose': Readonly<Record<string, never>>;
  'too-soon': { minutes: number };
  'other-watchdog': { name: string | null };
  'cannot-tell': { probe: ProbeName | null; detail: string | null };
  'tried-all': { count: number };
  /** The finding code of what comes first. */
  'other-first': { first: string };
  /** `setting`: dotted. */
  'shared-include': { path: string; setting: string };
  'gone-meanwhile': Readonly<Record<string, never>>;
  'already-so': Readonly<Record<string, never>>;
  'not-recorded': { detail: string };
  'nothing-to-undo': Readonly<Record<string, never>>;
  'already-undone': Readonly<Record<string, never>>;
}

/** Says no to a repair, with the facts its sentence needs. */
export function refuseRepair<Reason extends RepairRefusalReason>(
  finding: Pick<RepairSubject, 'code' | 'id'>,
  reason: Reason,
  args: RepairRefusalArgsByReason[Reason],
): RepairRefusal {
  return { kind: 'refusal', code: finding.code, findingId: finding.id, reason, args };
}
