import { tokenize } from '@humanwhocodes/momoa';
import * as fc from 'fast-check';
import json5 from 'json5';
import { describe, expect, test } from 'vitest';
import { editText } from '../../../app/core/config-edit/edit-text.ts';
import type { TextEdit } from '../../../app/core/config-edit/wanted.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

/** `FUZZ_RUNS=10000` for a long one. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

const real = [
  'openclaw-2026.3.13.json',
  'openclaw-2026.9.6.json',
  'openclaw-2026.9.6-small.json',
  'models-2026.3.13.json',
];
const texts = [...real, 'by-hand.json5'].map((name) => readFixture(`config/${name}`));

/** How a person, an editor or a program may have changed the looks of a file, not its values. */
const dressings: readonly ((text: string, seed: number) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('  ', '\t'),
  withRemarks,
  (text, seed) => withRemarks(text, seed).replaceAll('\n', '\r\n'),
  (text) => json5.stringify(json5.parse(text), { space: 4, quote: "'" }),
  (text) => json5.stringify(json5.parse(text)),
  (text) => JSON.stringify(json5.parse(text)),
  (text) => text.replaceAll(/(?<=[\]}"\d]),(?=\n)/g, '\n,'),
];

/** Remarks above lines, behind them and inside of them, different ones with each seed. */
function withRemarks(text: string, seed: number): string {
  // A text that goes on in the next line must not get a remark into it.
  if (text.includes('\\\n')) return text;
  return text
    .split('\n')
    .map((line, index) => {
      const kind = (index * 7 + seed) % 6;
      if (line === '') return line;
      if (kind === 0) return `  // above ${index}\n${line}`;
      if (kind === 1) return `${line} // behind ${index}`;
      if (kind === 2) return `${line} /* behind ${index} */`;
      if (kind === 3) return `/* before ${index} */ ${line}`;
      return kind === 4 ? `${line}\n\n/* below ${index}\n * long */` : line;
    })
    .join('\n');
}

const oddNames = [
  '__proto__',
  'constructor',
  'toString',
  '',
  '4786',
  'a.b',
  'x y',
  "it's",
  '"',
  'ключ',
  '名',
  'null',
  '\u2028',
  '\\',
];
const name = fc.oneof(
  fc.constantFrom(...oddNames),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('port', 'token', 'models'),
);
const value: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(name, tie('any'), { maxKeys: 4 }),
  ),
})).any;

type Step = string | number;

/** Every path in a value. */
function listPaths(of: unknown, at: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof of !== 'object' || of === null) return [at];
  const entries: readonly (readonly [Step, unknown])[] = Array.isArray(of)
    ? of.map((entry, index) => [index, entry] as const)
    : Object.entries(of);
  return [at, ...entries.flatMap(([step, entry]) => listPaths(entry, [...at, step]))];
}

interface Draw {
  readonly kind: 'set' | 'add' | 'append' | 'remove' | 'resemble';
  readonly where: number;
  readonly names: readonly string[];
  readonly value: unknown;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom('set', 'add', 'append', 'remove', 'resemble'),
  where: fc.nat(),
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  value,
});

/** An edit that makes sense, or does not, for what is there. */
function makeEdit(present: unknown, { kind, where, names, value: drawn }: Draw): TextEdit {
  const paths = listPaths(present).filter((path) => path.length > 0);
  const path = paths[where % Math.max(1, paths.length)] ?? ['first'];
  const there = path.reduce<unknown>((at, step) => (at as Record<Step, unknown> | undefined)?.[step], present);
  if (kind === 'remove') return { op: 'remove', path };
  if (kind === 'add') return { op: 'set', path: [...path, ...names], value: drawn };
  if (kind === 'append') return { op: 'set', path: [...path, Array.isArray(there) ? there.length : 0], value: drawn };
  return { op: 'set', path, value: kind === 'resemble' ? resemble(there, where, drawn) : drawn };
}

/** Something like it: with an entry less, one more, or another one. */
function resemble(there: unknown, seed: number, other: unknown): unknown {
  if (Array.isArray(there)) {
    const at = there.length === 0 ? 0 : seed % there.length;
    return there.toSpliced(at, seed % 3, ...(seed % 2 === 0 ? [other] : []));
  }
  if (typeof there !== 'object' || there === null) return other;
  const entries = Object.entries(there);
  const at = entries.length === 0 ? 0 : seed % entries.length;
  const added: readonly (readonly [string, unknown])[] = seed % 2 === 0 ? [[`added${seed % 5}`, other]] : [];
  return Object.fromEntries([...entries.toSpliced(at, seed % 3), ...added]);
}

/** The same edit on values, written as plainly as can be; `undefined`: it cannot be done. */
function apply(present: unknown, edit: TextEdit): unknown {
  const whole = { root: structuredClone(present) };
  let box: unknown = whole;
  const path: readonly Step[] = ['root', ...edit.path];
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    if (!fits(box, step)) return undefined;
    const has = Object.hasOwn(box, step);
    if (edit.op === 'remove' && !has) return present;
    if (isLast && edit.op === 'remove') {
      if (Array.isArray(box)) box.splice(Number(step), 1);
      else Reflect.deleteProperty(box, step);
    } else if (isLast && edit.op === 'set') define(box, step, edit.value);
    else if (!has) define(box, step, typeof path[index + 1] === 'number' ? [] : {});
    if (!isLast) box = (box as Record<Step, unknown>)[step];
  }
  return whole.root;
}

function fits(box: unknown, step: Step): box is object {
  if (typeof box !== 'object' || box === null) return false;
  return Array.isArray(box) ? typeof step === 'number' && step <= box.length : typeof step === 'string';
}

function define(box: object, step: Step, entry: unknown): void {
  Object.defineProperty(box, step, { value: entry, configurable: true, enumerable: true, writable: true });
}

/** As JSON, names sorted: -0 is 0, and what is there twice counts once. */
function canonical(of: unknown): string {
  if (Array.isArray(of)) return `[${of.map(canonical).join(',')}]`;
  if (typeof of !== 'object' || of === null) return Object.is(of, -0) ? '0' : JSON.stringify(of);
  const entries = Object.entries(of).map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${entries.toSorted().join(',')}}`;
}

function listComments(text: string): readonly string[] {
  return tokenize(text, { mode: 'json5' })
    .filter(({ type }) => type.endsWith('Comment'))
    .map(({ loc }) => text.slice(loc.start.offset, loc.end.offset));
}

/** What is wrong with the outcome of these edits. */
function listFaults(text: string, draws: readonly Draw[]): readonly string[] {
  let present: unknown = json5.parse(text.replace(/^\uFEFF/, ''));
  const edits: TextEdit[] = [];
  let isPossible = true;
  for (const each of draws) {
    const edit = makeEdit(present, each);
    edits.push(edit);
    const next = apply(present, edit);
    isPossible &&= next !== undefined;
    if (next === undefined) break;
    present = next;
  }
  const result = editText(text, edits);
  if (result.kind === 'failed') return isPossible ? [`refused: ${result.message}`] : [];
  if (!isPossible) return ['done, but it cannot be'];
  const after = result.kind === 'edited' ? result.text : text;
  const [before, kept] = [listComments(text), listComments(after)];
  // Where something was only added, nothing is lost.
  const addsOnly = draws.every(({ kind }) => kind === 'append' || kind === 'add');
  const checks: Readonly<Record<string, boolean>> = {
    'another value': canonical(json5.parse(after.replace(/^\uFEFF/, ''))) === canonical(present),
    'the byte order mark': after.startsWith('\uFEFF') === text.startsWith('\uFEFF'),
    'line ends': text.includes('\r') || !after.includes('\r\n'),
    'a remark that nobody wrote': kept.every((comment) => before.includes(comment)),
    'a lost remark': !addsOnly || kept.join('\n') === before.join('\n'),
  };
  return Object.keys(checks).filter((what) => checks[what] === false);
}

describe.each(texts.map((text, index) => ({ text, file: [...real, 'by-hand.json5'][index] })))('$file', ({ text }) => {
  test('any edits give the file that was meant, or none', () => {
    fc.assert(
      fc.property(
        fc.nat(dressings.length - 1),
        fc.nat(50),
        fc.array(draw, { minLength: 1, maxLength: 4 }),
        (look, seed, draws) => {
          expect(listFaults(dressings[look]?.(text, seed) ?? text, draws)).toEqual([]);
        },
      ),
      { numRuns: Math.ceil(runs / texts.length) },
    );
  }, 600_000);
});
