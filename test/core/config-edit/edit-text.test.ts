import json5 from 'json5';
import { describe, expect, test } from 'vitest';
import { editText } from '../../../app/core/config-edit/edit-text.ts';
import { diffLines } from '../../../app/core/config-edit/line-diff.ts';
import type { TextEdit } from '../../../app/core/config-edit/wanted.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const set = (path: TextEdit['path'], value: unknown): TextEdit => ({ op: 'set', path, value });
const remove = (...path: TextEdit['path']): TextEdit => ({ op: 'remove', path });

function edited(text: string, ...edits: readonly TextEdit[]): string {
  const result = editText(text, edits);
  if (result.kind !== 'edited') throw new Error(JSON.stringify(result));
  return result.text;
}

const byHand = readFixture('config/by-hand.json5');
const real = readFixture('config/openclaw-2026.9.6.json');

describe('nothing changes', () => {
  test.each<[string, readonly TextEdit[]]>([
    ['without edits', []],
    ['a value that is there', [set(['gateway', 'port'], 18_789)]],
    ['a list that is there', [set(['agents', 'list'], [{ id: 'main' }, { id: 'Арк', name: "it's AB" }])]],
    ['a setting that is not there to be removed', [remove('gateway', 'remote', 'token')]],
    ['an entry behind the end of a list', [remove('agents', 'list', 7)]],
    ['there and back', [set(['gateway', 'port'], 1), set(['gateway', 'port'], 18_789)]],
  ])('%s', (_what, edits) => {
    expect(editText(byHand, edits)).toEqual({ kind: 'unchanged' });
  });
});

describe('an edit is refused', () => {
  test.each<[string, string, TextEdit, string]>([
    ['of what is no JSON5', '{ a: }', set(['a'], 1), 'it is not valid JSON5 (line 1, column 6)'],
    ['of an empty text', '', set(['a'], 1), 'it is not valid JSON5 (line 1, column 1)'],
    ['inside a text', '{ a: "x" }', set(['a', 'b'], 1), 'a is no group that could hold "b"'],
    ['by a number in a group', '{ a: {} }', set(['a', 0], 1), 'a is no group that could hold 0'],
    ['by a name in a list', '{ a: [] }', set(['a', 'b'], 1), 'a is a list without a place "b"'],
    ['beyond a list', '{ a: [1] }', set(['a', 2], 1), 'a is a list without a place 2'],
    ['of the whole', '{}', remove(), 'the whole text cannot be removed'],
    [
      'of a name that is there twice',
      '{ a: 1, "a": 2 }',
      set(['a'], 3),
      'a is written twice: one of the two has to go first',
    ],
    [
      'below such a name',
      '{ a: {}, b: { c: {}, c: {} } }',
      set(['b', 'c', 'd'], 3),
      'b.c is written twice: one of the two has to go first',
    ],
    [
      'of a name without quotes that is there twice',
      '{ null: 1, null: 2 }',
      set(['null'], 3),
      'null is written twice: one of the two has to go first',
    ],
    [
      'that JSON cannot say',
      '{ "a": 1 }',
      set(['a'], Number.POSITIVE_INFINITY),
      'the change did not come out as it was meant',
    ],
  ])('%s', (_what, text, edit, message) => {
    expect(editText(text, [edit])).toEqual({ kind: 'failed', message });
  });
});

describe('what JSON5 allows and few people write stays, and can be changed', () => {
  test.each<[string, TextEdit, string]>([
    ['{ null: 1, a: 2 }', set(['a'], 3), '{ null: 1, a: 3 }'],
    ['{ null: 1, a: 2 }', set(['null'], 3), '{ null: 3, a: 2 }'],
    ['{ true : null, "false": false, a: 2 }', set(['true'], 3), '{ true : 3, "false": false, a: 2 }'],
    ['{ false /* : */ : { null: [null] } }', set(['false', 'null', 0], true), '{ false /* : */ : { null: [true] } }'],
    ['{ true: 1, ____: 2, a: 3 }', remove('true'), '{ ____: 2, a: 3 }'],
    ['{ nullable: 1, $null: 2, null1: 3 }', set(['$null'], 4), '{ nullable: 1, $null: 4, null1: 3 }'],
    ['{ Infinity: Infinity, NaN: -NaN }', set(['Infinity'], 1), '{ Infinity: 1, NaN: -NaN }'],
    ['{ b: -.5, a: 2 }', set(['a'], 3), '{ b: -.5, a: 3 }'],
    ['{ b: -.5, a: +.5e3 }', set(['b'], 0.5), '{ b: 0.5, a: +.5e3 }'],
    ['[-.5, +.5, .5, 5.]', set([1], 1), '[-.5, 1, .5, 5.]'],
    ['{ b: "-.5 null: // x", a: 2 }', set(['a'], 3), '{ b: "-.5 null: // x", a: 3 }'],
    ["{ b: 'it\\'s null: -.5', a: 2 }", set(['a'], 3), "{ b: 'it\\'s null: -.5', a: 3 }"],
    ['{ /* null: " */ a: 2, // \' -.5\n b: 1 }', set(['b'], 3), '{ /* null: " */ a: 2, // \' -.5\n b: 3 }'],
    ['{ // x\u2028 a: 2, b: "\u2029" }', set(['a'], 3), '{ // x\u2028 a: 3, b: "\u2029" }'],
  ])('%s', (text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });
});

/** Lines that went and came. */
function changes(before: string, after: string): readonly string[] {
  return diffLines(before, after).filter((line) => !line.startsWith(' '));
}

describe('a file that a person wrote stays as it is but for', () => {
  test.each<[string, readonly TextEdit[], readonly string[]]>([
    [
      'a number',
      [set(['gateway', 'port'], 18_790)],
      [
        '-     port: 18789, bind: "loopback", // both together',
        '+     port: 18790, bind: "loopback", // both together',
      ],
    ],
    [
      'a text, in the quotes it had',
      [set(['gateway', 'bind'], 'lan')],
      ['-     port: 18789, bind: "loopback", // both together', '+     port: 18789, bind: "lan", // both together'],
    ],
    [
      'a new setting',
      [set(['gateway', 'remote'], { url: 'ws://x' })],
      ['+     remote: {', "+       url: 'ws://x',", '+     },'],
    ],
    [
      'a new setting in a group on one line',
      [set(['gateway', 'auth', 'allowTailscale'], true)],
      [
        "-     auth: { mode: 'token', token: '${OPENCLAW_GATEWAY_TOKEN}', },",
        "+     auth: { mode: 'token', token: '${OPENCLAW_GATEWAY_TOKEN}', allowTailscale: true, },",
      ],
    ],
    [
      'a setting in an empty group',
      [set(['tools', 'profile'], 'full')],
      ['-   tools: {},', '+   tools: {', "+     profile: 'full',", '+   },'],
    ],
    [
      'a setting under a comment',
      [set(['hooks', 'internal', 'on'], true)],
      ['+     internal: {', '+       on: true,', '+     },'],
    ],
    [
      'a last setting without a comma',
      [set(['talk'], 1)],
      [
        "-   meta: { lastTouchedVersion: '2026.3.13' } // stays",
        "+   meta: { lastTouchedVersion: '2026.3.13' }, // stays",
        '+   talk: 1',
      ],
    ],
    ['one more in a list', [set(['gateway', 'controlUi', 'allowedOrigins', 2], 'http://d')], ["+         'http://d',"]],
    [
      'one less in a list, with the remark about it',
      [remove('gateway', 'controlUi', 'allowedOrigins', 0)],
      ["-         'http://192.168.1.5:18789', // Bob"],
    ],
    [
      'another order in a list',
      [set(['gateway', 'controlUi', 'allowedOrigins'], ['http://192.168.1.6:18789'])],
      ["-         'http://192.168.1.5:18789', // Bob"],
    ],
    [
      'one in the middle of a list',
      [
        set(
          ['gateway', 'controlUi', 'allowedOrigins'],
          ['http://192.168.1.5:18789', 'http://new', 'http://192.168.1.6:18789'],
        ),
      ],
      ["+         'http://new',"],
    ],
    [
      'one of two on a line: the remark is about both',
      [remove('gateway', 'bind')],
      ['-     port: 18789, bind: "loopback", // both together', '+     port: 18789, // both together'],
    ],
    [
      'the first of two on a line',
      [remove('gateway', 'port')],
      ['-     port: 18789, bind: "loopback", // both together', '+     bind: "loopback", // both together'],
    ],
    [
      'the last setting',
      [remove('meta')],
      ["- two' },", "-   meta: { lastTouchedVersion: '2026.3.13' } // stays", "+ two' }"],
    ],
    [
      'a name with letters of its own',
      [set(['agents', 'list', 1, 'name'], "Арк's")],
      [
        "-     list: [ { id: 'main', }, { id: 'Арк', name: 'it\\'s \\x41\\u0042' } /* last */ ],",
        "+     list: [ { id: 'main', }, { id: 'Арк', name: 'Арк\\'s' } /* last */ ],",
      ],
    ],
    [
      'a list entry on one line',
      [remove('agents', 'list', 1)],
      [
        "-     list: [ { id: 'main', }, { id: 'Арк', name: 'it\\'s \\x41\\u0042' } /* last */ ],",
        "+     list: [ { id: 'main', } /* last */ ],",
      ],
    ],
  ])('%s', (_what, edits, lines) => {
    const text = edited(byHand, ...edits);
    expect(changes(byHand, text)).toEqual(lines);
  });
});

describe('a file that OpenClaw wrote stays JSON, as OpenClaw writes it', () => {
  test.each<[string, readonly TextEdit[]]>([
    ['another value', [set(['gateway', 'port'], 18_790)]],
    ['a new setting', [set(['gateway', 'reload'], { mode: 'off', list: [1, { a: [] }] })]],
    ['a new group on the way', [set(['channels', 'telegram', 'enabled'], true)]],
    ['one setting less', [remove('gateway', 'tailscale')]],
    ['the last one less', [remove('wizard', 'lastRunMode')]],
    ['the only one less', [remove('tools', 'profile')]],
    ['a longer list', [set(['models', 'providers', 'custom-127-0-0-1-8317', 'models', 0, 'input', 1], 'image')]],
    ['several', [set(['a'], 1), remove('hooks'), set(['gateway', 'auth', 'token'], 'x"\\\ny')]],
  ])('%s', (_what, edits) => {
    const text = edited(real, ...edits);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  test('on one line, without blanks', () => {
    const text = '{"a":{"b":1,"c":[1,2]},"d":{}}';
    expect(edited(text, set(['a', 'e'], { f: [1] }))).toBe('{"a":{"b":1,"c":[1,2],"e":{"f":[1]}},"d":{}}');
    expect(edited(text, set(['d', 'x'], 1))).toBe('{"a":{"b":1,"c":[1,2]},"d":{"x":1}}');
    expect(edited(text, remove('a', 'b'))).toBe('{"a":{"c":[1,2]},"d":{}}');
    expect(edited(text, remove('d'))).toBe('{"a":{"b":1,"c":[1,2]}}');
    expect(edited(text, remove('a', 'c', 1), remove('a', 'c', 0))).toBe('{"a":{"b":1,"c":[]},"d":{}}');
  });
});

describe('the bytes around', () => {
  test('a byte order mark and line ends of Windows stay', () => {
    const text = '\uFEFF{\r\n\t// a\r\n\t"a": 1, /* b\r\n c */\r\n\t"d": "e\\\r\nf"\r\n}\r\n';
    expect(edited(text, set(['a'], 2))).toBe(text.replace('1', '2'));
    expect(edited(text, set(['g'], { h: 1 }))).toBe(
      '\uFEFF{\r\n\t// a\r\n\t"a": 1, /* b\r\n c */\r\n\t"d": "e\\\r\nf",\r\n\t"g": {\r\n\t\t"h": 1\r\n\t}\r\n}\r\n',
    );
    expect(edited(text, remove('d'))).toBe('\uFEFF{\r\n\t// a\r\n\t"a": 1 /* b\r\n c */\r\n}\r\n');
  });

  test('names that JavaScript knows too are names like others', () => {
    const text = edited('{ a: 1 }', set(['__proto__'], { b: 1 }), set(['constructor', 'prototype'], null));
    expect(text).toBe('{ a: 1, __proto__: { b: 1 }, constructor: { prototype: null } }');
    expect(Object.keys(json5.parse(text))).toEqual(['a', '__proto__', 'constructor']);
    expect(edited(text, remove('__proto__', 'b'), remove('constructor'))).toBe('{ a: 1, __proto__: {} }');
    expect(editText('{}', [remove('toString')])).toEqual({ kind: 'unchanged' });
  });

  test('names that need quotes get them', () => {
    const text = edited('{ a: 1 }', set(['x.y'], 1), set(['null'], 2), set([''], 3), set(['4786'], 4), set(['äö'], 5));
    expect(text).toBe(`{ a: 1, "x.y": 1, "null": 2, "": 3, "4786": 4, "äö": 5 }`);
  });
});
