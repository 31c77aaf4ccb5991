import type { DriftChange, DriftRange } from './model/drift.ts';
import type { Change, Version, Writer } from './model/history.ts';

/** A kept version with the one before it. */
export interface Write {
  readonly version: Version;
  readonly beforeId: string;
}

/** What OpenClaw stamps with every write of its own, whatever was asked for. */
const stamps = /^(meta|wizard|\$schema)(?=$|[.[])/;
const stampedVersion = 'meta.lastTouchedVersion';

/** Commands by which a person changes the configuration: who typed one knows. */
const changingCommands: ReadonlySet<string> = new Set(['configure', 'onboard', 'setup', 'update']);
/** The same with the word behind them that says what is done. */
const changingGroups =
  /^(config|channels|agents|plugins|skills|hooks|mcp|secrets|browser|approvals) (?!(status|validate|audit)\b)\S/;
const changingModelCommands = /^models (set|set-image|aliases|fallbacks|image-fallbacks|auth|scan)\b/;

export function isStamp(path: string): boolean {
  return stamps.test(path);
}

/** By meaning, without what OpenClaw stamps; formatting and comments change nothing by meaning. */
export function importantChanges({ changed }: Pick<Version, 'changed'>): readonly Change[] {
  return changed.filter(({ path }) => !isStamp(path));
}

/** Nobody has to be told: it changed nothing that matters, or whoever did it knows. */
export function isQuietWrite(version: Version): boolean {
  return importantChanges(version).length === 0 || isKnownWriter(version.by) || isMigration(version);
}

function isKnownWriter(by: Writer): boolean {
  if (by.kind === 'clawtender' || by.kind === 'first-seen') return true;
  if (by.kind !== 'openclaw' || by.command === null) return false;
  const { command } = by;
  // A command that only reads may put a backup in the file's place (OpenClaw 2026.3.24): nobody expects that.
  return changingCommands.has(command) || changingGroups.test(command) || changingModelCommands.test(command);
}

/** Another release of OpenClaw brought the file into its own shape: part of an update. */
function isMigration({ by, changed }: Version): boolean {
  return by.kind === 'openclaw' && changed.some(({ path, kind }) => path === stampedVersion && kind === 'changed');
}

/** One file's writes since a version, oldest first; `null`: that version is not known (any more). */
export function writesSince(versions: readonly Version[], settledId: string): readonly Write[] | null {
  const index = versions.findIndex(({ id }) => id === settledId);
  if (index < 0) return null;
  return versions
    .slice(0, index)
    .map((version, newer) => ({ version, beforeId: versions[newer + 1]?.id ?? settledId }))
    .toReversed();
}

/**
 * What the loud writes of a file have left behind: what was put back meanwhile is no difference, and what a quiet write
 * touched afterwards somebody has dealt with.
 */
export function netChanges(writes: readonly Write[]): readonly DriftChange[] {
  const net = new Map<string, DriftChange>();
  for (const { version } of writes) {
    const isQuiet = isQuietWrite(version);
    for (const change of importantChanges(version)) {
      const first = net.get(change.path);
      net.delete(change.path);
      const merged = isQuiet ? null : mergeChange(first, change);
      if (merged !== null) net.set(change.path, { ...merged, file: version.file });
    }
  }
  return [...net.values()];
}

function mergeChange(first: Change | undefined, second: Change): Change | null {
  const before = first === undefined ? second.before : first.before;
  const { path, after } = second;
  if (first !== undefined && before === after && after?.endsWith('…') !== true) return null;
  if (before === null) return { path, kind: 'added', before, after };
  return { path, kind: after === null ? 'removed' : 'changed', before, after };
}

/** Uninterrupted rows of loud writes. */
export function loudRanges(writes: readonly Write[]): readonly DriftRange[] {
  const ranges: DriftRange[] = [];
  for (const { version, beforeId } of writes) {
    if (isQuietWrite(version)) continue;
    const last = ranges.at(-1);
    if (last?.toId === beforeId) ranges[ranges.length - 1] = { ...last, toId: version.id };
    else ranges.push({ fromId: beforeId, toId: version.id });
  }
  return ranges;
}
