import type { Facts } from '../facts.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Memory } from '../model/memory.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { PortOwner } from '../port-owner.ts';

/** One entry of the failure catalogue: pure, and silent about what it does not know. */
export interface Rule<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  /** A finding that comes up while we watch stays quiet for so long: it may be gone with the next look. */
  readonly graceMs: number;
  /** A finding of one of these codes, when it weighs as much, explains this one: then it is folded under it. */
  readonly causes: readonly FindingCode[];
  readonly find: (snapshot: Snapshot, context: RuleContext) => readonly Finding<Code>[];
}

/** What was already derived from the same snapshot, once for all rules. */
export interface RuleContext {
  readonly facts: Facts;
  readonly owner: PortOwner;
  readonly memory: Memory;
}

/** A finding whose id is made of its code and subject. */
export function makeFinding<Code extends FindingCode>(
  code: Code,
  subject: string,
  rest: Omit<Finding<Code>, 'id' | 'code' | 'subject'>,
): Finding<Code> {
  return { id: `${code}:${subject}`, code, subject, ...rest } as unknown as Finding<Code>;
}
