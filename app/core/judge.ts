import { deriveFacts } from './facts.ts';
import { remember } from './memory.ts';
import type { Finding, ShownFinding } from './model/finding.ts';
import type { Memory } from './model/memory.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayStatus } from './model/state.ts';
import { derivePortOwner } from './port-owner.ts';
import { rules } from './rules/index.ts';
import type { RuleContext } from './rules/rule.ts';
import { deriveStatus } from './state.ts';
import { suppress } from './suppress.ts';

export interface Judgement {
  readonly status: GatewayStatus;
  /** The gravest first; what they cause is folded under them. */
  readonly findings: readonly ShownFinding[];
  /** For the next look. */
  readonly memory: Memory;
  /** Epoch ms at which a finding that still waits would show: worth another look. `null`: none waits. */
  readonly lookAgainAt: number | null;
}

/** Judges one moment: the same snapshot and memory always give the same judgement. */
export function judge(snapshot: Snapshot, memory: Memory): Judgement {
  const facts = deriveFacts(snapshot, memory);
  const owner = derivePortOwner(snapshot);
  const status = deriveStatus(snapshot, facts, memory);
  const findings = findAll(snapshot, { facts, owner, memory });
  const { shown, nextAt } = suppress(findings, memory, snapshot.at);
  return {
    status,
    findings: shown,
    memory: remember(memory, snapshot, { facts, owner, status, findings }),
    lookAgainAt: nextAt,
  };
}

/** Every finding of every rule, before patience and folding. */
export function findAll(snapshot: Snapshot, context: RuleContext): readonly Finding[] {
  return Object.values(rules).flatMap((rule): readonly Finding[] => rule.find(snapshot, context));
}
