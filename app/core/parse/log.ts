import type { LogLine, LogMark, LogMarkKind } from '../model/log.ts';
import { redactText } from '../redact.ts';
import { markKindOf } from './log-marks.ts';

const maxLines = 200;
const maxMarksOfAKind = 20;
const maxLineLength = 1000;

export interface ParsedLog {
  /** Newest last, at most 200, redacted. */
  readonly lines: readonly LogLine[];
  /** Oldest first, the newest 20 of each kind: one that repeats all day must not hide the others. */
  readonly marks: readonly LogMark[];
}

/**
 * The tail of a service log: text with ISO times (2026.3.13 to 2026.9.6), lines without a time (what node or a crash
 * prints), or JSON lines. `cut`: the tail began in the middle of a line.
 */
export function parseLog(text: string, cut: boolean): ParsedLog {
  const raw = text.split(/\r?\n/).slice(cut ? 1 : 0);
  const all = raw.flatMap((line) => (line.trim() === '' ? [] : [splitLine(withoutControls(line))]));
  const marked = all.flatMap((line) => {
    const kind = markKindOf(line.text);
    return kind === null ? [] : [{ kind, line }];
  });
  return {
    lines: all.slice(-maxLines).map(publish),
    marks: keepNewest(marked).map(({ kind, line }) => {
      const { at, text: shown } = publish(line);
      return { kind, at, line: shown };
    }),
  };
}

interface Marked {
  readonly kind: LogMarkKind;
  readonly line: LogLine;
}

function keepNewest(all: readonly Marked[]): readonly Marked[] {
  const counts = new Map<LogMarkKind, number>();
  const kept = all.toReversed().filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= maxMarksOfAKind;
  });
  return kept.toReversed();
}

function splitLine(line: string): LogLine {
  const json = line.startsWith('{') ? parseJsonLine(line) : null;
  if (json !== null) return json;
  const stamped = /^\[?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2}))\]?\s?(.*)$/.exec(line);
  if (stamped === null) return { at: null, text: line };
  return { at: parseTime(stamped[1]), text: stamped[2] ?? '' };
}

/** `{"0":"{\"subsystem\":\"gateway\"}","1":"ready","_meta":{…},"time":"…"}`. */
function parseJsonLine(line: string): LogLine | null {
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
  const parts = Object.keys(entry)
    .filter((key) => /^\d+$/.test(key))
    .map((key) => partText(entry[key]));
  if (parts.length === 0) return null;
  return { at: parseTime(entry['time']), text: parts.join(' ') };
}

function partText(part: unknown): string {
  if (typeof part !== 'string') return JSON.stringify(part) ?? '';
  const subsystem = /^\{"subsystem":"([^"]*)"\}$/.exec(part)?.[1];
  return subsystem === undefined ? part : `[${subsystem}]`;
}

function parseTime(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function publish({ at, text }: LogLine): LogLine {
  const redacted = redactText(text);
  return { at, text: redacted.length > maxLineLength ? `${redacted.slice(0, maxLineLength)}…` : redacted };
}

const colour = new RegExp(`${String.fromCodePoint(27)}\\[[\\d;?]*[A-Za-z]`, 'g');

/** Colours and other terminal commands must not act on whoever prints the line. */
function withoutControls(line: string): string {
  return line.replace(colour, '').replace(/[^\P{Cc}\t]/gu, '');
}
