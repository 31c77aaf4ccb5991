import { servingAnswers } from './answer.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './model/finding.ts';
import type { Memory, Sample } from './model/memory.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayStatus } from './model/state.ts';
import type { PortOwner } from './port-owner.ts';
import { rememberDoctor } from './doctor.ts';
import { firstJudgedAt } from './suppress.ts';
import { addSlow, addUsage } from './usage.ts';

const keptMs = 15 * 60_000;

/** What one look adds to a judgement. */
export interface Judged {
  readonly facts: Facts;
  readonly owner: PortOwner;
  readonly status: GatewayStatus;
  /** All of them, also those that still wait or are folded. */
  readonly findings: readonly Finding[];
}

/** The memory for the next look. What is gone is forgotten at once, so that its patience begins anew. */
export function remember(memory: Memory, snapshot: Snapshot, judged: Judged): Memory {
  const { at } = snapshot;
  const samples = memory.samples.filter((sample) => at - sample.at <= keptMs);
  return {
    ...memory,
    samples: [...samples, makeSample(snapshot, judged)],
    firstSeen: Object.fromEntries(judged.findings.map((finding) => [finding.id, firstJudgedAt(finding, memory, at)])),
    state: { name: judged.status.state, since: judged.status.since },
    usage: addUsage(memory.usage, snapshot, judged.owner),
    slowAt: addSlow(memory.slowAt, snapshot),
    ...rememberDoctor(memory, snapshot, judged.status),
  };
}

function makeSample(snapshot: Snapshot, { facts, owner }: Judged): Sample {
  const service = valueOf(snapshot.service);
  const servicePid = service?.pid ?? null;
  const ownPid = owner.kind === 'gateway' || owner.kind === 'claimed' ? owner.pid : null;
  const isOurs = owner.kind === 'service' || (owner.kind === 'gateway' && servicePid === null);
  return {
    at: snapshot.at,
    runs: service?.loaded ? service.runs : null,
    pid: servicePid ?? ownPid,
    live: isOurs && servingAnswers.includes(facts.answer),
  };
}
