import { redactText } from '../redact.ts';

export type LaunchctlFailureKind =
  /** launchd does not know the job. */
  | 'not-loaded'
  /** The domain does not exist or is going away: nobody is logged in, or a log-out is under way. */
  | 'no-domain'
  /** The domain is there, but without a graphical login it does not take the job. */
  | 'no-gui-session'
  /** It is loaded already. */
  | 'already'
  /** An earlier request is still being worked on: dying, or starting. */
  | 'in-progress'
  /** By `launchctl disable`, or switched off in Login Items & Extensions. */
  | 'disabled'
  /** launchd's catch-all: loaded already, still dying, disabled, bad owner, bad plist, no graphical session. */
  | 'io-error'
  | 'bad-plist'
  | 'not-permitted'
  | 'quarantined'
  | 'other';

export interface LaunchctlFailure {
  readonly kind: LaunchctlFailureKind;
  /** launchd's number: the exit code, or the one in the text; `null` when neither tells. */
  readonly code: number | null;
  /** The line that says it, without launchctl's misleading advice. Redacted; may be empty. */
  readonly message: string;
}

export interface LaunchctlOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Why a launchctl call failed. launchctl exits with launchd's error number (macOS 10.15 to 27), so that comes first;
 * `load` exits 0 all the same, so then the number in the text, then its words.
 */
export function classifyLaunchctlFailure(output: LaunchctlOutput): LaunchctlFailure {
  const text = `${output.stderr}\n${output.stdout}`;
  const codeInText = /(?:failed|service(?: ".*")?|domain): (\d+): /i.exec(text)?.[1];
  const numbers = [output.exitCode, codeInText === undefined ? null : Number(codeInText)];
  // Exit code 1 is also what any program says that failed, so there the text may know better.
  const code = (output.exitCode === 1 ? numbers.toReversed() : numbers).find(isTelling) ?? null;
  const kind = (code === null ? undefined : kindByCode.get(code)) ?? kindByWords(text) ?? 'other';
  return { kind, code: code ?? (output.exitCode === 0 ? null : output.exitCode), message: complaint(text) };
}

function isTelling(code: number | null): code is number {
  return code !== null && kindByCode.has(code);
}

/** Below 107 errno, from 107 launchd's own table. */
const kindByCode: ReadonlyMap<number, LaunchctlFailureKind> = new Map([
  [1, 'not-permitted'],
  [3, 'not-loaded'],
  [5, 'io-error'],
  [13, 'not-permitted'],
  [17, 'already'],
  [22, 'bad-plist'],
  [36, 'in-progress'],
  [37, 'in-progress'],
  [107, 'bad-plist'],
  [108, 'bad-plist'],
  [109, 'bad-plist'],
  [110, 'bad-plist'],
  [111, 'bad-plist'],
  [112, 'no-domain'],
  [113, 'not-loaded'],
  [119, 'disabled'],
  [122, 'bad-plist'],
  [124, 'no-domain'],
  [125, 'no-gui-session'],
  [130, 'already'],
  [134, 'no-gui-session'],
  [144, 'not-permitted'],
  [150, 'not-permitted'],
  [155, 'quarantined'],
  [159, 'not-permitted'],
  [161, 'disabled'],
]);

const kindsByWords: readonly (readonly [RegExp, LaunchctlFailureKind])[] = [
  [/could not find service|no such process/i, 'not-loaded'],
  [/could not find (?:specified )?domain/i, 'no-domain'],
  [/domain does not support specified action/i, 'no-gui-session'],
  [/already exists in domain|service (?:is )?already (?:loaded|bootstrapped)/i, 'already'],
  [/operation (?:now|already) in progress/i, 'in-progress'],
  [/service is disabled|because of btm policy/i, 'disabled'],
  [/input\/output error/i, 'io-error'],
  [/invalid property list/i, 'bad-plist'],
  [/operation not permitted|permission denied/i, 'not-permitted'],
];

function kindByWords(text: string): LaunchctlFailureKind | undefined {
  return kindsByWords.find(([words]) => words.test(text))?.[1];
}

function complaint(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => line !== '' && line !== 'Bad request.' && !/^Try (?:re-)?running /.test(line));
  return redactText(telling ?? '').slice(0, 300);
}
