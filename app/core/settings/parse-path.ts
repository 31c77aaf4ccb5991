import type { SettingPath } from '../model/setting.ts';

/** The path that `writePath` wrote; `null`: nothing that it writes. The whole file is the empty path. */
export function parsePath(text: string): SettingPath | null {
  const steps: (string | number)[] = [];
  const piece = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|(\.)?([\w-]+)/y;
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text);
    if (found === null) return null;
    const [, position, quoted, dot, name] = found;
    // A dot stands between two names, and never at the beginning.
    if (name !== undefined && (dot === undefined) !== (steps.length === 0)) return null;
    if (position !== undefined) steps.push(Number(position));
    else steps.push(quoted === undefined ? (name ?? '') : readQuoted(quoted));
  }
  return steps;
}

function readQuoted(quoted: string): string {
  return JSON.parse(quoted) as string;
}

/** Whether `path` is `above` or lies under it. */
export function isUnder(path: SettingPath, above: SettingPath): boolean {
  return above.length <= path.length && above.every((step, index) => path[index] === step);
}
