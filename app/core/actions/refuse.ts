import type { ActionKind, ActionRefusal, ActivityKind, RefusalCode } from '../model/action.ts';
import type { ProbeName } from '../model/snapshot.ts';

/** What each refusal's sentence may mention. `null` is "not known". */
export interface RefusalArgsByCode {
  busy: { action: ActivityKind };
  'already-serving': { port: number; pid: number | null };
  'already-stopped': { port: number };
  'remote-mode': Readonly<Record<string, never>>;
  'not-installed': { label: string };
  'maintenance-running': { pid: number; commandLine: string };
  'other-program-on-port': { port: number; pid: number | null; name: string | null };
  'stray-on-port': { port: number; pid: number; commandLine: string };
  /** `owner`: what would start it again, or the uid it belongs to. */
  'not-ours-to-stop': { pid: number | null; owner: string | null };
  'launch-agent-writes-disabled': { path: string };
  'external-supervisor': Readonly<Record<string, never>>;
  'node-missing': { nodePath: string | null };
  'entry-missing': { entryPath: string | null };
  'config-broken': { path: string; line: number; column: number; message: string };
  'cannot-tell': { probe: ProbeName; detail: string | null };
  'changed-meanwhile': { pid: number | null };
}

/** Says no to an action, with the facts its sentence needs. */
export function refuse<Code extends RefusalCode>(
  action: ActionKind,
  code: Code,
  args: RefusalArgsByCode[Code],
): ActionRefusal {
  return { kind: 'refusal', action, code, args };
}
