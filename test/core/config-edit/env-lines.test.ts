import { describe, expect, test } from 'vitest';
import { setEnvLine } from '../../../app/core/config-edit/env-lines.ts';
import { readDotenvVariables } from '../../../app/core/parse/dotenv.ts';

function set(text: string, name: string, value: string): string {
  const edited = setEnvLine(text, name, value);
  return edited.kind === 'edited' ? edited.text : edited.kind;
}

describe('one line gets the key, and all others stay byte for byte', () => {
  test.each<[string, string, string]>([
    ['', 'ARK', 'ARK=sk-1\n'],
    ['\uFEFF', 'ARK', '\uFEFF\nARK=sk-1\n'],
    ['# mine\nA=1', 'ARK', '# mine\nA=1\nARK=sk-1\n'],
    ['# mine\r\nA=1\r\n', 'ARK', '# mine\r\nA=1\r\nARK=sk-1\r\n'],
    ['A=1\n\n', 'ARK', 'A=1\n\nARK=sk-1\n'],
    ['ARK=old\nA=1\n', 'ARK', 'ARK=sk-1\nA=1\n'],
    ['A=1\r\n  export ARK = "old" # why\r\nB=2', 'ARK', 'A=1\r\n  export ARK =sk-1\r\nB=2'],
    ['ARK="two\nlines"\nB=2\n', 'ARK', 'ARK=sk-1\nB=2\n'],
    ['ARK=', 'ARK', 'ARK=sk-1'],
    // The last of a name counts.
    ['ARK=a\nB=2\nARK=b\n', 'ARK', 'ARK=a\nB=2\nARK=sk-1\n'],
    ['#ARK=old\n', 'ARK', '#ARK=old\nARK=sk-1\n'],
    ['ARK2=old\nMY_ARK=x\n', 'ARK', 'ARK2=old\nMY_ARK=x\nARK=sk-1\n'],
  ])('%j', (text, name, expected) => {
    expect(set(text, name, 'sk-1')).toBe(expected);
  });

  test.each([
    ['a.b-c_d/e+f=g@h', 'ARK=a.b-c_d/e+f=g@h\n'],
    ['a#b', "ARK='a#b'\n"],
    ['a$b"c', `ARK='a$b"c'\n`],
    ["a'b#c", "ARK=`a'b#c`\n"],
  ])('the key %s is written as %s', (value, expected) => {
    expect(set('', 'ARK', value)).toBe(expected);
    expect(readDotenvVariables(expected, (secret) => secret as never).names).toEqual(['ARK']);
  });

  test('nothing changes when it is there', () => {
    expect(set('ARK=sk-1\n', 'ARK', 'sk-1')).toBe('unchanged');
  });
});

describe('what cannot be written safely is refused, without a word of it', () => {
  test.each(['', 'two\nlines', 'a\rb', "a'b`c#", 'schlüssel', 'a\u0000b'])('%j', (value) => {
    const edited = setEnvLine('A=1\n', 'ARK', value);
    expect(edited).toEqual({ kind: 'failed', message: 'this key cannot be written on one line' });
  });
});
