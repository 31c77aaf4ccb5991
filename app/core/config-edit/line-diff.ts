/** More comparisons than this are not made: then all of one side goes, and all of the other comes. */
const maxComparisons = 4_000_000;
const context = 1;
const maxLines = 200;

type Line = { readonly sign: ' ' | '-' | '+'; readonly text: string };

/** Lines with `-` and `+` before them, and a line around each change; what is left out shows as `…`. */
export function diffLines(before: string, after: string): readonly string[] {
  const lines = compare(splitLines(before), splitLines(after));
  const shown = lines.map((_line, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(isChange),
  );
  const written: string[] = [];
  for (const [index, { sign, text }] of lines.entries()) {
    if (shown[index] === true) written.push(`${sign} ${text}`);
    else if (shown[index - 1] === true && shown.includes(true, index)) written.push('  …');
  }
  return written.length <= maxLines ? written : [...written.slice(0, maxLines), '  …'];
}

const isChange = ({ sign }: Line): boolean => sign !== ' ';

function splitLines(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function compare(one: readonly string[], other: readonly string[]): readonly Line[] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const middle = compareMiddle(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  return [...same(one.slice(0, head)), ...middle, ...same(one.slice(one.length - tail))];
}

const same = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ sign: ' ', text }));

/** The longest common sequence of lines stays; removals come before additions. */
function compareMiddle(one: readonly string[], other: readonly string[]): readonly Line[] {
  if (one.length * other.length > maxComparisons) return replaced(one, other);
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  const longestAt = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        one[row] === other[column]
          ? longestAt(row + 1, column + 1) + 1
          : Math.max(longestAt(row + 1, column), longestAt(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    const [left, right] = [one[row], other[column]];
    if (left !== undefined && left === right) {
      lines.push({ sign: ' ', text: left });
      row += 1;
      column += 1;
    } else if (left !== undefined && longestAt(row + 1, column) >= longestAt(row, column + 1)) {
      lines.push({ sign: '-', text: left });
      row += 1;
    } else if (right !== undefined) {
      lines.push({ sign: '+', text: right });
      column += 1;
    } else break;
  }
  return lines;
}

function replaced(one: readonly string[], other: readonly string[]): readonly Line[] {
  return [...one.map((text): Line => ({ sign: '-', text })), ...other.map((text): Line => ({ sign: '+', text }))];
}
