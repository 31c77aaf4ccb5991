import { gatewayPidOf } from '../facts.ts';
import { recentMarks } from '../log-life.ts';
import type { FindingArgsByCode, Severity } from '../model/finding.ts';
import type { UsageSample } from '../model/memory.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { usageOf } from '../usage.ts';
import { isHandsOff } from './circumstances.ts';
import { processEvidence } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const gigabyte = 1_000_000_000;
/** 0.7 to 1.2 GB is usual (2026.9.6). */
const noticedFrom = 2 * gigabyte;
const heavyFrom = 4 * gigabyte;
/** What Node needs beside the heap it was allowed. */
const besideHeap = 2 * gigabyte;
const hourMs = 3_600_000;
/** By half in each of six hours. */
const growsByHour = 1.5;
const growsForHours = 6;
const pressureWithinMs = hourMs / 2;

type Why = FindingArgsByCode['mem']['why'];

/** Too much memory: by size, by growth, or by the gateway's own word. What its command line allows is no fault. */
export const mem: Rule<'mem'> = {
  code: 'mem',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const pid = gatewayPidOf(snapshot, context.owner);
    if (pid === null || isHandsOff(snapshot, context)) return [];
    const memoryBytes = usageOf(snapshot, pid)?.memoryBytes ?? null;
    if (memoryBytes === null) return [];
    const heapLimitBytes = heapLimitOf(snapshot, pid);
    const pressure = context.owner.kind === 'service' ? recentMarks(snapshot, 'memory-pressure', pressureWithinMs) : [];
    const samples = context.memory.usage.filter((sample) => sample.pid === pid);
    const judged = judgeSize(memoryBytes, heapLimitBytes, { grows: isGrowing(samples), pressed: pressure.length > 0 });
    if (judged === null) return [];
    return [
      makeFinding('mem', snapshot.target.label, {
        severity: judged.severity,
        certainty: judged.why === 'large' ? 'certain' : 'likely',
        args: { pid, memoryBytes, why: judged.why, heapLimitBytes },
        evidence: [
          { command: `ps -o pid=,rss= -p ${pid}`, line: `${pid} ${Math.round(memoryBytes / 1024)}` },
          ...markEvidence(snapshot, pressure),
          ...processEvidence(snapshot, pid),
        ],
      }),
    ];
  },
};

function judgeSize(
  memoryBytes: number,
  heapLimitBytes: number | null,
  { grows, pressed }: { readonly grows: boolean; readonly pressed: boolean },
): { readonly why: Why; readonly severity: Severity } | null {
  if (pressed) return { why: 'pressure', severity: 'degraded' };
  if (grows) return { why: 'grows', severity: 'degraded' };
  const allowed = heapLimitBytes ?? 0;
  if (memoryBytes > Math.max(heavyFrom, allowed + besideHeap)) return { why: 'large', severity: 'degraded' };
  return memoryBytes > Math.max(noticedFrom, allowed) ? { why: 'large', severity: 'notice' } : null;
}

/** `--max-old-space-size=8192`, in MiB: what OpenClaw's own service definition allows since 2026.9. */
function heapLimitOf(snapshot: Snapshot, pid: number): number | null {
  const process = valueOf(snapshot.processes)?.find((entry) => entry.pid === pid);
  const text = process === undefined ? '' : `${process.commandLine} ${serviceCommand(snapshot, pid)}`;
  const megabytes = /--max[-_]old[-_]space[-_]size[= ](\d+)/.exec(text)?.[1];
  return megabytes === undefined ? null : Number(megabytes) * 1024 * 1024;
}

/** A process that has given itself a title shows no flags any more. */
function serviceCommand(snapshot: Snapshot, pid: number): string {
  const isService = valueOf(snapshot.service)?.pid === pid;
  return isService ? (valueOf(snapshot.definition)?.command.join(' ') ?? '') : '';
}

/** Each hour's memory is half as much again as that of the hour before, six hours long. */
function isGrowing(samples: readonly UsageSample[]): boolean {
  const last = samples.at(-1);
  if (last === undefined || last.memoryBytes === null || last.memoryBytes < noticedFrom) return false;
  const hourly = Array.from({ length: growsForHours + 1 }, (_, hours) => sizeAt(samples, last.at - hours * hourMs));
  return hourly.every((size, hours) => {
    const before = hourly[hours + 1];
    if (size === null || before === null) return false;
    return before === undefined || size >= before * growsByHour;
  });
}

/** The sample nearest to the moment, at most a quarter of an hour away. */
function sizeAt(samples: readonly UsageSample[], moment: number): number | null {
  const near = samples.filter((sample) => Math.abs(sample.at - moment) <= hourMs / 4);
  const [nearest] = near.toSorted((a, b) => Math.abs(a.at - moment) - Math.abs(b.at - moment));
  return nearest?.memoryBytes ?? null;
}
