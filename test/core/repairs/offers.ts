import { deriveFacts } from '../../../app/core/facts.ts';
import type { Finding, FindingCode } from '../../../app/core/model/finding.ts';
import type { RepairOffer, RepairPlan, RepairStep } from '../../../app/core/model/repair.ts';
import { derivePortOwner } from '../../../app/core/port-owner.ts';
import { planRepair } from '../../../app/core/repairs/index.ts';
import type { RepairContext } from '../../../app/core/repairs/repair.ts';
import { deriveStatus } from '../../../app/core/state.ts';
import type { Change } from '../make-moment.ts';
import { makeMemory } from '../make-machine.ts';
import type { Machine } from '../make-machine.ts';
import { findWith } from '../rules/check-rule.ts';

/** Everything a repair may look at, of one machine. */
export function makeContext(machine: Machine, change: Change<RepairContext> = {}): RepairContext {
  const { snapshot, memory = makeMemory() } = machine;
  const facts = deriveFacts(snapshot, memory);
  return {
    snapshot,
    memory,
    facts,
    status: deriveStatus(snapshot, facts, memory),
    owner: derivePortOwner(snapshot),
    tried: [],
    askedToEnd: [],
    ...change,
  };
}

/** What is offered for a code on a machine on which its rule speaks. */
export function offerFor(code: FindingCode, machine: Machine, change: Change<RepairContext> = {}): RepairOffer {
  const [finding] = findWith(code, machine.snapshot, machine.memory ?? makeMemory());
  if (finding === undefined) throw new Error(`${code} is silent: ${machine.name}`);
  return planRepair(finding, makeContext(machine, change));
}

export interface Climbed {
  readonly finding: Finding;
  readonly context: RepairContext;
  readonly offers: readonly RepairOffer[];
}

/** Every rung in turn, as if none had helped and no process had ended when asked to; the last offer is no plan. */
export function climb(code: FindingCode, machine: Machine): readonly Climbed[] {
  return findWith(code, machine.snapshot, machine.memory ?? makeMemory()).map((finding) => {
    const offers: RepairOffer[] = [];
    for (;;) {
      const context = makeContext(machine, pastOf(offers));
      const offer = planRepair(finding, context);
      offers.push(offer);
      if (offer.kind !== 'repair' || offers.length > 10) return { finding, context, offers };
    }
  });
}

function pastOf(offers: readonly RepairOffer[]): Pick<RepairContext, 'tried' | 'askedToEnd'> {
  const plans = offers.filter((offer) => offer.kind === 'repair');
  return { tried: plans.map(({ rung }) => rung), askedToEnd: plans.flatMap(asked) };
}

function asked({ steps }: RepairPlan): RepairContext['askedToEnd'] {
  return steps.flatMap((step) => (step.kind === 'terminate-process' ? [step.process] : []));
}

/** A plan's steps in a few words. */
export function outline(steps: readonly RepairStep[]): readonly string[] {
  return steps.map((step) => {
    if (step.kind === 'wait-until') return `until ${step.condition.kind}`;
    return step.kind === 'run-openclaw' ? step.command : step.kind;
  });
}
