import { deriveWriter, isMachineWritten } from '../core/history/derive-writer.ts';
import type { Writer } from '../core/model/history.ts';
import { valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { ConfigAuditRecord } from '../core/parse/config-audit.ts';
import { sleep } from '../ports/clock.ts';
import { readConfigAudit } from './config-audit.ts';
import { historyMemoryOf } from './history-memory.ts';
import type { ProbeContext } from './probe.ts';
import type { SeenContent } from './take-versions.ts';
import { decodeText } from './unreadable.ts';
import type { FileReadings } from './watched-files.ts';

export interface HistoryNeeds extends FileReadings {
  /** All other readings of this look, which may still be under way: what runs tells which version is in force. */
  readonly whole: Promise<Snapshot>;
}

/** OpenClaw copies the version before to `.bak` and then writes: a large file on a slow disk takes a moment. */
const backupLeadMs = 5_000;
const maxBackupBytes = 8 * 1024 * 1024;
/** 2026.9 puts a write on record after it, by a thread that it may have to start first. */
const recordDelayMs = 1_500;
const recordStepMs = 60;
/** A later look may know more, but not for ever. */
const unclearForMs = 120_000;
const maxAsked = 3;

/** Who gave a file this content, as far as can be told now. Only the configuration's writers are on record anywhere. */
export async function findWriter(context: ProbeContext, needs: HistoryNeeds, seen: SeenContent): Promise<Writer> {
  if (seen.before === null) return { kind: 'first-seen' };
  if (seen.kind !== 'config' && seen.kind !== 'include') return { kind: 'other' };
  const isJustBackedUp = await wasJustBackedUp(context, seen);
  const audit = await readAudit(context, needs, { sha256: seen.sha256, isExpected: isJustBackedUp });
  // OpenClaw has no record of writes to included files, only its copies of them.
  const isOnRecord = seen.kind === 'config' || audit?.some(({ sha256 }) => sha256 === seen.sha256) === true;
  const evidence = {
    sha256: seen.sha256,
    at: seen.at,
    now: context.ports.clock.now(),
    audit: isOnRecord ? audit : null,
    isJustBackedUp,
    isProgramsText: isMachineWritten(decodeText(seen.bytes)),
  };
  const first = deriveWriter({ ...evidence, processes: null });
  if (first.kind !== 'other') return first;
  return deriveWriter({ ...evidence, processes: valueOf((await needs.whole).processes) ?? null });
}

async function wasJustBackedUp({ ports }: ProbeContext, { file, before, changedAt }: SeenContent): Promise<boolean> {
  const path = `${file}.bak`;
  const found = await ports.files.stat(path);
  if (found.kind !== 'found') return false;
  const lead = changedAt - found.stat.changedAt;
  if (lead < -backupLeadMs || lead > backupLeadMs) return false;
  const copy = await ports.files.read(path, { maxBytes: maxBackupBytes });
  return copy.kind === 'read' && ports.secrets.sha256(copy.bytes) === before?.sha256;
}

/** Where OpenClaw has just written, its record is waited for. */
async function readAudit(
  context: ProbeContext,
  readings: FileReadings,
  { sha256, isExpected }: { readonly sha256: string; readonly isExpected: boolean },
): Promise<readonly ConfigAuditRecord[] | null> {
  const { clock } = context.ports;
  const until = clock.now() + (isExpected ? recordDelayMs : 0);
  for (;;) {
    const audit = await readConfigAudit(context, readings);
    const isFound = audit?.some((record) => record.sha256 === sha256) ?? true;
    if (isFound || clock.now() >= until || context.signal.aborted) return audit;
    await sleep(clock, recordStepMs, context.signal);
  }
}

/** Asks again for versions whose writer was not on record yet when they were kept. */
export async function clearUpWriters(context: ProbeContext, readings: FileReadings): Promise<void> {
  const { ports } = context;
  const { unclear } = historyMemoryOf(ports);
  if (unclear.size === 0) return;
  const audit = await readConfigAudit(context, readings);
  for (const [id, { version, asked }] of unclear) {
    const record = audit?.findLast(({ sha256 }) => sha256 === version.sha256);
    const isOver = asked >= maxAsked || ports.clock.now() - version.at > unclearForMs;
    if (record !== undefined || isOver) unclear.delete(id);
    else unclear.set(id, { version, asked: asked + 1 });
    if (record?.by === 'openclaw') await ports.history.noteWriter(id, { kind: 'openclaw', command: record.command });
  }
}
