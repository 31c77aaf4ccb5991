import type { Finding, FindingCode, Severity, ShownFinding } from './model/finding.ts';
import type { Memory } from './model/memory.ts';
import { rules, triageOrder } from './rules/index.ts';

const weightOf: Readonly<Record<Severity, number>> = { notice: 0, degraded: 1, blocking: 2 };

/** What is shown of the judged findings, and when the first that still waits will have waited long enough. */
export interface Suppressed {
  readonly shown: readonly ShownFinding[];
  readonly nextAt: number | null;
}

/**
 * Patience first: what came up while we watch waits for its rule's `graceMs`; what was there at the first look, or in
 * a single look, does not. While an action is in flight nothing with patience shows. Then causes fold what they
 * cause, and the gravest comes first, in triage order among equals.
 */
export function suppress(findings: readonly Finding[], memory: Memory, at: number): Suppressed {
  const waits = findings.map((finding) => ({ finding, until: showsAt(finding, memory, at) }));
  const patient = waits.filter(({ until }) => until <= at).map(({ finding }) => finding);
  const pending = waits.map(({ until }) => until).filter((until) => until > at && Number.isFinite(until));
  return { shown: fold(patient.toSorted(compare)), nextAt: pending.length === 0 ? null : Math.min(...pending) };
}

/** When a finding was first judged; one of the very first look was there before. */
export function firstJudgedAt(finding: Finding, memory: Memory, at: number): number {
  const isFirstLook = memory.samples.length === 0;
  return memory.firstSeen[finding.id] ?? (isFirstLook ? at - rules[finding.code].graceMs : at);
}

function showsAt(finding: Finding, memory: Memory, at: number): number {
  const { graceMs } = rules[finding.code];
  if (graceMs > 0 && memory.activity !== null) return Number.POSITIVE_INFINITY;
  return firstJudgedAt(finding, memory, at) + graceMs;
}

function compare(one: Finding, other: Finding): number {
  const gravity = weightOf[other.severity] - weightOf[one.severity];
  if (gravity !== 0) return gravity;
  return triageOrder.indexOf(one.code) - triageOrder.indexOf(other.code) || (one.id < other.id ? -1 : 1);
}

function fold(findings: readonly Finding[]): readonly ShownFinding[] {
  const tops = findings.filter((finding) => findCause(finding, findings) === null);
  return tops.map((finding) => ({
    finding,
    consequences: findings.filter((other) => other !== finding && findTop(other, findings) === finding),
  }));
}

/** A cause must weigh as much as what it explains: a mere warning does not explain an outage. */
function findCause(finding: Finding, findings: readonly Finding[]): Finding | null {
  const causes: readonly FindingCode[] = rules[finding.code].causes;
  const found = findings.find(
    (other) => causes.includes(other.code) && weightOf[other.severity] >= weightOf[finding.severity],
  );
  return found ?? null;
}

function findTop(finding: Finding, findings: readonly Finding[]): Finding {
  const cause = findCause(finding, findings);
  return cause === null ? finding : findTop(cause, findings);
}
