import type { Writer } from '../model/history.ts';
import type { ProcessEntry } from '../model/process.ts';
import type { ConfigAuditRecord } from '../parse/config-audit.ts';
import { productOf } from '../rules/host-app.ts';

/** What is known of the moment at which a version came to be, besides what we announced ourselves. */
export interface WriterEvidence {
  readonly sha256: string;
  /** Epoch ms: the file's own time of change. */
  readonly at: number;
  /** Of this look, epoch ms. */
  readonly now: number;
  /** OpenClaw's record of its writes; `null`: it could not be read, or this file is not in it. */
  readonly audit: readonly ConfigAuditRecord[] | null;
  /** OpenClaw copied the version before to its `.bak` at that very moment, as it does before each write. */
  readonly isJustBackedUp: boolean;
  /** The text is what a program writes: JSON with two blanks, without comments. */
  readonly isProgramsText: boolean;
  /** `null`: not known. */
  readonly processes: readonly ProcessEntry[] | null;
}

/** Longer ago, the processes of now prove nothing. */
const recentMs = 10_000;
/** Start times of processes are whole seconds. */
const startSlackMs = 1_000;

/**
 * Who wrote a version. OpenClaw by its own record; where that cannot be read (a database of 2026.8 and later, and
 * nothing here that reads it) by the copy that it makes just before. Another manager only when it is the only one that
 * runs, ran when the file was changed a moment ago, and the text is a program's: a person with an editor may well work
 * beside it. Everything else is `other`, which is no accusation.
 */
export function deriveWriter(evidence: WriterEvidence): Writer {
  const { audit, sha256, isJustBackedUp } = evidence;
  const record = audit?.findLast((each) => each.sha256 === sha256);
  if (record?.by === 'openclaw') return { kind: 'openclaw', command: record.command };
  if (audit === null && isJustBackedUp) return { kind: 'openclaw', command: null };
  const name = findManager(evidence);
  return name === null ? { kind: 'other' } : { kind: 'manager', name };
}

function findManager({ processes, at, now, isProgramsText }: WriterEvidence): string | null {
  if (processes === null || !isProgramsText || now - at > recentMs) return null;
  const then = processes.filter(
    ({ role, startedAt }) => role === 'host-app' && startedAt !== null && startedAt <= at + startSlackMs,
  );
  const products = new Set(then.map(productOf));
  return products.size === 1 ? ([...products][0] ?? null) : null;
}

/** Whether a text is exactly what `JSON.stringify` makes, as OpenClaw and its relatives write it. */
export function isMachineWritten(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text), null, 2) === text.trimEnd();
  } catch {
    return false;
  }
}
