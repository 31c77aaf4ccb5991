import { gatewayPidOf } from './facts.ts';
import type { UsageSample } from './model/memory.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { PortOwner } from './port-owner.ts';

const minuteMs = 60_000;
const denseForMs = 15 * minuteMs;
const sparseStepMs = 10 * minuteMs;
const keptForMs = 6.5 * 60 * minuteMs;

/** The samples with this look's, if its list of processes is a new one. Another process begins a new story. */
export function addUsage(
  samples: readonly UsageSample[],
  snapshot: Snapshot,
  owner: PortOwner,
): readonly UsageSample[] {
  const kept = thinOut(samples, snapshot.at);
  const pid = gatewayPidOf(snapshot, owner);
  const { processes } = snapshot;
  if (pid === null || processes.status !== 'known') return kept;
  const mine = kept.filter((sample) => sample.pid === pid);
  const process = processes.value.find((entry) => entry.pid === pid);
  const isNew = processes.readAt > (mine.at(-1)?.at ?? 0);
  if (process === undefined || !isNew) return mine;
  const { cpuPercent, memoryBytes } = process;
  return [...mine, { at: processes.readAt, pid, cpuPercent, memoryBytes }];
}

/** Of what is older than a quarter of an hour the first of each ten minutes stays. */
function thinOut(samples: readonly UsageSample[], now: number): readonly UsageSample[] {
  return samples.filter((sample, index) => {
    const ageMs = now - sample.at;
    if (ageMs <= denseForMs) return true;
    const before = samples[index - 1];
    const opensStep = before === undefined || stepOf(before.at) !== stepOf(sample.at);
    return ageMs <= keptForMs && opensStep;
  });
}

function stepOf(at: number): number {
  return Math.floor(at / sparseStepMs);
}

/** With the moment of this look, when the gateway took the connection and left `/healthz` unanswered. */
export function addSlow(moments: readonly number[], { at, reach }: Snapshot): readonly number[] {
  const kept = moments.filter((moment) => at - moment <= denseForMs);
  const isSlow =
    reach.status === 'known' &&
    reach.value.tcp === 'open' &&
    reach.value.health.kind === 'no-answer' &&
    reach.value.health.why === 'timed-out';
  return isSlow && reach.readAt > (kept.at(-1) ?? 0) ? [...kept, reach.readAt] : kept;
}

/** What the process uses now, by the newest list. */
export function usageOf(snapshot: Snapshot, pid: number): Pick<UsageSample, 'cpuPercent' | 'memoryBytes'> | null {
  return valueOf(snapshot.processes)?.find((entry) => entry.pid === pid) ?? null;
}
