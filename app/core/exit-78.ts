import { compareOpenClawVersions } from './versions.ts';
import { markMeanings, marksSinceStart } from './log-life.ts';
import type { Exit78Meaning } from './model/exit-78.ts';
import type { LogMark, LogMarkKind } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/**
 * Exit code 78 alone has six meanings (OpenClaw 2026.3.8 to 2026.9.6, launchd). What separates them: whether the
 * program exists, what the last start wrote last, and which versions wrote configuration and package. `null`: the last
 * exit was another one, or nothing tells which it is.
 */
export function deriveExit78Meaning(snapshot: Snapshot): Exit78Meaning | null {
  const exit = valueOf(snapshot.service)?.lastExit;
  if (exit?.kind !== 'code' || exit.code !== 78) return null;
  if (isNotExecutable(snapshot)) return 'cannot-execute';
  const fatal = marksSinceStart(snapshot).filter((mark) => markMeanings[mark.kind] === 'fatal');
  const told = fatal.map(readMeaning).findLast((meaning) => meaning !== null);
  return told ?? deriveFromFiles(snapshot);
}

/** launchd itself exits with 78 when it cannot execute the first argument: gone, or a bare name. */
function isNotExecutable(snapshot: Snapshot): boolean {
  const definition = valueOf(snapshot.definition);
  if (definition === undefined || valueOf(snapshot.service)?.manager !== 'launchd') return false;
  return definition.nodeExists === false || definition.nodePath?.startsWith('/') === false;
}

const meanings: Readonly<Partial<Record<LogMarkKind, Exit78Meaning>>> = {
  'config-invalid': 'config-invalid',
  'config-syntax': 'config-invalid',
  'mode-missing': 'config-invalid',
  'plugin-broken': 'config-invalid',
  'older-binary': 'older-binary',
  'newer-database': 'newer-database',
  'token-missing': 'token-missing',
  'already-running': 'already-running',
};

/** A gateway that takes itself out of service may say why in the same line. */
function readMeaning({ kind, line }: LogMark): Exit78Meaning | null {
  if (kind === 'parked') return /already running|exiting with code 78/i.test(line) ? 'already-running' : null;
  return meanings[kind] ?? null;
}

/** Without a word in the log: what the files would make of the next start. */
function deriveFromFiles(snapshot: Snapshot): Exit78Meaning | null {
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind === 'broken') return 'config-invalid';
  const written = content?.lastTouchedVersion ?? null;
  const installed = valueOf(snapshot.install)?.version ?? null;
  if (written === null || installed === null) return null;
  return (compareOpenClawVersions(installed, written) ?? 0) < 0 ? 'older-binary' : null;
}
