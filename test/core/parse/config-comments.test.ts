import { array, assert, constantFrom, property } from 'fast-check';
import json5 from 'json5';
import { describe, expect, it } from 'vitest';
import { parseConfigText } from '../../../app/core/parse/config.ts';

/** As JSON5 itself reads it; `undefined`: not at all. */
function readAsJson5(text: string): unknown {
  try {
    return json5.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function read(text: string): unknown {
  const document = parseConfigText(text, '/x');
  return document.kind === 'document' ? document.value : undefined;
}

describe('JSON with comments and last commas is read as JSON5 reads it', () => {
  it.each([
    '{ // a\n "a": 1, /* b */ "c": [1, 2,], }',
    '{ "url": "http://x//y", "s": "/* no */", "q": "a\\"//b", }',
    '{ "a": "x,}", "b": [",]"], }',
    '{ "a": 1 // the last line has no end',
    '{ "a": 1 } // the last line has no end',
    "{ 'a': '// \"', /* \" */ b: 1 }",
    "{ a: '/*', b: '*/' }",
    '{ "a": /* , */ 1, }',
    '{ "a": "line\\\n goes on", }',
    '{ "a": .5, "b": +1, "c": 0x10, "d": Infinity, }',
    '\uFEFF{ "a": 1, }',
    '{ "__proto__": { "a": 1 }, }',
    '{ "a": 1, "a": 2, }',
    '{ "a": 1\u00A0,\u2003}',
    '{ "a": "\u2028", }',
  ])('%j', (text) => {
    expect(read(text)).toEqual(readAsJson5(text));
  });

  it.each([
    '{ , }',
    '{,}',
    '{ "a": [,] }',
    '{ "a": [1,,] }',
    '{ "a": , }',
    '{ "a": 1,, }',
    '{ "a" 1, }',
    '{ "a": 1 / 2 }',
  ])('a mistake stays one: %j', (text) => {
    expect([read(text), readAsJson5(text)]).toEqual([undefined, undefined]);
  });

  const pieces = constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b//"',
    "'c'",
    'd',
    '1',
    '"x,}"',
    '// e\n',
    '/* f " */',
    ' ',
    '\n',
    '"',
    "'",
    '\\',
  );

  it('whatever is put together', () => {
    assert(
      property(array(pieces, { maxLength: 14 }), (parts) => {
        const text = `{"z":[1${parts.join('')}`;
        for (const each of [text, `${text}]}`, `{${parts.join('')}}`]) {
          const expected = readAsJson5(each);
          const isObject = typeof expected === 'object' && expected !== null && !Array.isArray(expected);
          expect(read(each)).toEqual(isObject ? expected : undefined);
        }
      }),
      { numRuns: 4_000 },
    );
  });
});
