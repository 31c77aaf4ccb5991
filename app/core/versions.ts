/**
 * Compares OpenClaw's calendar versions: negative when `one` is older, 0 when equal, `null` when one of them is none.
 * A number behind a hyphen is a later build of the same day (`2026.7.1-2`), a word an earlier one (`2026.9.6-beta.1`).
 */
export function compareOpenClawVersions(one: string, other: string): number | null {
  const first = parseVersion(one);
  const second = parseVersion(other);
  if (first === null || second === null) return null;
  const difference = compareNumbers(first.numbers, second.numbers);
  return difference === 0 ? compareNumbers(first.build, second.build) : difference;
}

/** Whether a version is `from` or later and before `before` (`null`: no end); unknown ones are in no such span. */
export function isVersionBetween(version: string | null | undefined, from: string, before: string | null): boolean {
  if (version === null || version === undefined) return false;
  const sinceFrom = compareOpenClawVersions(version, from);
  if (sinceFrom === null || sinceFrom < 0) return false;
  return before === null || (compareOpenClawVersions(version, before) ?? 0) < 0;
}

/** Whether two versions are of different releases: builds and pre-releases of one day count as the same. */
export function isOtherRelease(one: string, other: string): boolean {
  const first = parseVersion(one);
  const second = parseVersion(other);
  return first !== null && second !== null && compareNumbers(first.numbers, second.numbers) !== 0;
}

interface Version {
  readonly numbers: readonly number[];
  /** `[0]` for the release itself, `[n]` for a later build, `[-1, …]` for what came before it. */
  readonly build: readonly number[];
}

function parseVersion(text: string): Version | null {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:-([\w.]+))?(?:\+[\w.-]+)?$/.exec(text.trim());
  if (match === null) return null;
  const [, major, minor, patch, suffix = '0'] = match;
  const build = /^\d+$/.test(suffix)
    ? [Number(suffix)]
    : [-1, rankOf(suffix), ...(suffix.match(/\d+/g) ?? []).map(Number)];
  return { numbers: [Number(major), Number(minor), Number(patch)], build };
}

function rankOf(suffix: string): number {
  return ['alpha', 'beta', 'rc'].findIndex((word) => suffix.startsWith(word));
}

/**
 * Whether a Node version is in an `engines` range, as far as OpenClaw writes them: `>=22.16.0`,
 * `>=24.16.0 <25 || >=26.1.0`, `^24.1`, `24.x`. `null`: not understood, so nothing can be said.
 */
export function fitsRange(version: string, range: string): boolean | null {
  const numbers = parseVersion(version)?.numbers;
  if (numbers === undefined) return null;
  const alternatives = new Set(range.split('||').map((part) => fitsAll(numbers, part.trim())));
  if (alternatives.has(true)) return true;
  return alternatives.has(null) ? null : false;
}

function fitsAll(version: readonly number[], part: string): boolean | null {
  const words = part.replaceAll(/([<>=^~])\s+/g, '$1').split(/\s+/);
  const answers = new Set(words.map((word) => fitsOne(version, word)));
  if (answers.has(null)) return null;
  return !answers.has(false);
}

function fitsOne(version: readonly number[], word: string): boolean | null {
  const match = /^(>=|>|<=|<|=|\^|~)?v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?$/.exec(word);
  if (match === null) return null;
  const [, operator = '', ...parts] = match;
  const given = parts.flatMap((part) => (part === undefined || /[x*]/.test(part) ? [] : [Number(part)]));
  const order = compareNumbers(version.slice(0, given.length), given);
  if (operator === '>=') return order >= 0;
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  if (operator === '<=') return order <= 0;
  if (operator === '' || operator === '=') return order === 0;
  const kept = operator === '^' ? 1 : Math.min(2, given.length);
  return order >= 0 && compareNumbers(version.slice(0, kept), given.slice(0, kept)) === 0;
}

/** A missing number counts as 0. */
function compareNumbers(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
