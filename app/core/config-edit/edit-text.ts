import type { SettingPath } from '../model/setting.ts';
import { writePath } from '../settings/read.ts';
import { parseDocument, parseValue, type PlacedValue } from './document.ts';
import { at, isJsonObject, isSameValue } from './plain-value.ts';
import { insertEntry, removeEntry, replaceValue } from './splice.ts';
import { deriveStyle } from './style.ts';
import { deriveWanted, type TextEdit } from './wanted.ts';

type Failed = { readonly kind: 'failed'; readonly message: string };

export type EditedText =
  | { readonly kind: 'edited'; readonly text: string }
  /** All values are as they are wanted. */
  | { readonly kind: 'unchanged' }
  /** English; no value of the text is in it. */
  | Failed;

/**
 * Changes single values of a JSON5 text in place: comments, quotes, order, indentation and line ends stay. What comes
 * out was read again and is exactly what was wanted; JSON proper stays JSON proper.
 */
export function editText(text: string, edits: readonly TextEdit[]): EditedText {
  const before = parseValue(text);
  if (before.kind === 'not-understood') return failed(before.message);
  let wanted = before.value;
  let now = text;
  for (const edit of edits) {
    const next = deriveWanted(wanted, edit);
    if (next.kind === 'impossible') return failed(explainImpossible(wanted, edit.path, next.at));
    for (const round of listRoundsOf(edit, wanted, next.value)) {
      const spliced = splice(now, before.isStrict, round);
      if (spliced.kind === 'failed') return spliced;
      now = spliced.text;
    }
    wanted = next.value;
  }
  if (now === text) return { kind: 'unchanged' };
  const after = parseValue(now);
  const isRight = after.kind === 'value' && isSameValue(after.value, wanted) && (!before.isStrict || after.isStrict);
  return isRight ? { kind: 'edited', text: now } : failed('the change did not come out as it was meant');
}

function failed(message: string): Failed {
  return { kind: 'failed', message };
}

function explainImpossible(value: unknown, path: SettingPath, steps: number): string {
  if (steps >= path.length) return 'the whole text cannot be removed';
  const name = steps === 0 ? 'the text' : writePath(path.slice(0, steps));
  const step = JSON.stringify(path[steps]);
  return Array.isArray(at(value, path.slice(0, steps)))
    ? `${name} is a list without a place ${step}`
    : `${name} is no group that could hold ${step}`;
}

type Round =
  | { readonly kind: 'replace'; readonly path: SettingPath; readonly value: unknown }
  | { readonly kind: 'insert'; readonly path: SettingPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: SettingPath };

function listRoundsOf({ op, path }: TextEdit, have: unknown, want: unknown): readonly Round[] {
  const steps = path.findIndex((_step, index) => at(have, path.slice(0, index + 1)) === undefined);
  if (op === 'remove') return steps === -1 ? [{ kind: 'remove', path }] : [];
  if (steps === -1) return listRounds(at(have, path), at(want, path), path);
  const place = path.slice(0, steps + 1);
  return [{ kind: 'insert', path: place, value: at(want, place) }];
}

/** The smallest changes that make one value of another: what is the same on both sides keeps its comments. */
function listRounds(have: unknown, want: unknown, path: SettingPath): readonly Round[] {
  if (isSameValue(have, want)) return [];
  if (Array.isArray(have) && Array.isArray(want)) return listRoundsInList(have, want, path);
  if (!isJsonObject(have) || !isJsonObject(want)) return [{ kind: 'replace', path, value: want }];
  return [...new Set([...Object.keys(have), ...Object.keys(want)])].flatMap((name): readonly Round[] => {
    const place = [...path, name];
    if (!Object.hasOwn(want, name)) return [{ kind: 'remove', path: place }];
    if (!Object.hasOwn(have, name)) return [{ kind: 'insert', path: place, value: want[name] }];
    return listRounds(have[name], want[name], place);
  });
}

/** What lists have in common at both ends stays; in the middle entry by entry, then the surplus. */
function listRoundsInList(have: readonly unknown[], want: readonly unknown[], path: SettingPath): readonly Round[] {
  const most = Math.min(have.length, want.length);
  let head = 0;
  while (head < most && isSameValue(have[head], want[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSameValue(have.at(-1 - tail), want.at(-1 - tail))) tail += 1;
  const changed = have.slice(head, most - tail).flatMap((entry, index) => {
    const place = head + index;
    return listRounds(entry, want[place], [...path, place]);
  });
  const from = most - tail;
  const removed = have.slice(from, have.length - tail).map((): Round => ({ kind: 'remove', path: [...path, from] }));
  const added = want
    .slice(from, want.length - tail)
    .map((value, index): Round => ({ kind: 'insert', path: [...path, from + index], value }));
  return [...changed, ...removed, ...added];
}

type Spliced = { readonly kind: 'spliced'; readonly text: string } | Failed;

function splice(text: string, isStrict: boolean, round: Round): Spliced {
  const document = parseDocument(text, isStrict);
  if ('kind' in document) return failed(document.message);
  const style = deriveStyle(document);
  const step = round.path.at(-1);
  if (step === undefined) {
    if (round.kind !== 'replace') return failed('the whole text cannot be removed');
    const { root } = document;
    const entry = { name: null, written: null, value: root, from: root.from, to: root.to };
    return spliced(replaceValue(document, style, { entry, value: round.value }));
  }
  const box = findBox(document.root, round.path);
  if (typeof box === 'string') return failed(box);
  const index = typeof step === 'number' ? step : box.entries.findIndex(({ name }) => name === step);
  if (round.kind === 'remove') return spliced(removeEntry(document, { box, index }));
  if (round.kind === 'insert') {
    const place = typeof step === 'number' ? { name: null, index: step } : { name: step, index: box.entries.length };
    return spliced(insertEntry(document, style, { box, entry: { ...place, value: round.value } }));
  }
  const entry = box.entries[index];
  if (entry === undefined) return failed(`${writePath(round.path)} was not found`);
  return spliced(replaceValue(document, style, { entry, value: round.value }));
}

const spliced = (text: string): Spliced => ({ kind: 'spliced', text });

/** The object or list that holds the last step of a path; a name that is there twice is refused. */
function findBox(root: PlacedValue, path: SettingPath): PlacedValue | string {
  let box = root;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'string' && box.entries.filter(({ name }) => name === step).length > 1) {
      return `${writePath(path.slice(0, index + 1))} is written twice: one of the two has to go first`;
    }
    if (index === path.length - 1) break;
    const next = typeof step === 'number' ? box.entries[step] : box.entries.find(({ name }) => name === step);
    if (next === undefined) return `${writePath(path.slice(0, index + 1))} was not found`;
    box = next.value;
  }
  return box;
}
