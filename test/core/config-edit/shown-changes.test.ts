import { describe, expect, test } from 'vitest';
import { maskEnvText, removeEnvLines } from '../../../app/core/config-edit/env-lines.ts';
import { findRevertReason } from '../../../app/core/config-edit/guards.ts';
import { diffLines } from '../../../app/core/config-edit/line-diff.ts';
import { maskJson5Text } from '../../../app/core/config-edit/masked-text.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';

const mark = (value: string) => new SecretMark(`${value.length}`.padStart(8, '0'), 'ordinary');

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const many = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word} ${index}`).join('\n');

describe('lines that differ', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['none', text('a', 'b'), text('a', 'b'), []],
    ['one, with its neighbours', text('a', 'b', 'c', 'd'), text('a', 'x', 'c', 'd'), ['  a', '- b', '+ x', '  c']],
    [
      'two, far from each other',
      text('1', '2', '3', '4', '5', '6', '7'),
      text('1', 'x', '3', '4', '5', 'y', '7'),
      ['  1', '- 2', '+ x', '  3', '  …', '  5', '- 6', '+ y', '  7'],
    ],
    ['a new one', text('a', 'c'), text('a', 'b', 'c'), ['  a', '+ b', '  c']],
    ['one less', text('a', 'b', 'c'), text('a', 'c'), ['  a', '- b', '  c']],
    ['all of them', '', text('a', 'b'), ['+ a', '+ b']],
    ['line ends of Windows are none', 'a\r\nb\r\n', text('a', 'c'), ['  a', '- b', '+ c']],
  ])('%s', (_what, before, after, expected) => {
    expect(diffLines(before, after)).toEqual(expected);
  });

  test('more than anybody reads are cut short, and a flood is not compared', () => {
    const lines = diffLines(many('a'), many('b'));
    expect([lines.length, lines.at(-1)]).toEqual([201, '  …']);
  });
});

describe('a text without its secrets', () => {
  test('keeps everything else as it is written', () => {
    const written = `{
  // the token of Bob: sk-abcdefghijklmnopqrstuvwxyz0123
  gateway: { auth: { token: 'geheim', mode: "token" }, port: 0x10 },
  apiKeys: ['one', 'three'], url: 'https://x?token=abcdefgh12345678',
  "sk-abcdefghijklmnopqrstuvwxyz0123": 1, ref: { apiKey: '\${ARK_KEY}' },
}`;
    const masked = maskJson5Text(written, mark) ?? '';
    expect(masked).not.toMatch(/geheim|'one'|'three'|abcdefgh/);
    expect(masked).toContain(`gateway: { auth: { token: "••• 0000", mode: "token" }, port: 0x10 },`);
    expect(masked).toContain(`apiKeys: ["••• 0000", "••• 0000"], url: "https://x?token=`);
    expect(masked).toContain(`ref: { apiKey: '\${ARK_KEY}' },\n}`);
    expect(masked.split('\n')).toHaveLength(written.split('\n').length);
  });

  test('has marks behind what only JSON5 allows, too', () => {
    const masked = maskJson5Text("{ null: -.5, // x\u2028 token: 'geheim' }", mark);
    expect(masked).toBe('{ null: -.5, // x\u2028 token: "••• 0000" }');
  });

  test('cannot be shown when it is broken', () => {
    expect(maskJson5Text('{ token: "geheim', mark)).toBeNull();
  });

  test('of variables has marks for all values', () => {
    const masked = maskEnvText('# mine\nexport A="one\ntwo"\n B = three # why\nC=\n', mark);
    expect(masked).toBe('# mine\nA=••• 0000\nB=••• 0000\nC=••• 0000\n');
  });
});

describe('variables', () => {
  const env = '# mine\nA=1\nexport B="two\nC=inside"\r\n  D = \'x\' # y\nE=`one\ntwo`\nB=again\nF=1';
  test.each<[string, readonly string[], string]>([
    ['one', ['A'], env.replace('A=1\n', '')],
    ['one that spans lines, and is there twice', ['B'], "# mine\nA=1\n  D = 'x' # y\nE=`one\ntwo`\nF=1"],
    [
      'one with blanks around, and the last',
      ['D', 'F'],
      '# mine\nA=1\nexport B="two\nC=inside"\r\nE=`one\ntwo`\nB=again\n',
    ],
    ['one in quotes of its own', ['E'], env.replace('E=`one\ntwo`\n', '')],
  ])('go: %s', (_what, names, after) => {
    expect(removeEnvLines(env, names)).toEqual({ kind: 'edited', text: after });
  });

  test('that are not there, or only look so, stay', () => {
    expect(removeEnvLines(env, ['C', 'Z'])).toEqual({ kind: 'unchanged' });
  });

  test('that go on behind a backslash are refused', () => {
    expect(removeEnvLines('A=1\\\n2\nB=1\n', ['A'])).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('A'),
    });
    expect(removeEnvLines('A=1\\\n2\nB=1\n', ['B'])).toMatchObject({ kind: 'edited' });
  });
});

describe('what OpenClaw takes back by itself', () => {
  const meta = { lastTouchedVersion: '2026.9.6' };
  const large = { value: { meta, gateway: { mode: 'local' } }, sizeBytes: 1_000 };
  test.each<[string, { value: unknown; sizeBytes: number }, { value: unknown; sizeBytes: number }]>([
    ['the same', large, large],
    ['half', large, { ...large, sizeBytes: 500 }],
    ['a small file that shrinks', { ...large, sizeBytes: 511 }, { ...large, sizeBytes: 10 }],
    ['a list of models that shrinks', { value: { providers: {} }, sizeBytes: 9_000 }, { value: {}, sizeBytes: 3 }],
    ['another mode', large, { ...large, value: { meta, gateway: { mode: 'remote' } } }],
    ['a meta that comes', { value: {}, sizeBytes: 10 }, large],
  ])('is not: %s', (_what, before, after) => {
    expect(findRevertReason(before, after)).toBeNull();
  });

  test.each<[string, { value: unknown; sizeBytes: number }, string]>([
    ['less than half', { ...large, sizeBytes: 499 }, 'from 1000 to 499 bytes'],
    ['no meta', { ...large, value: { gateway: { mode: 'local' } } }, 'meta'],
    ['an empty mode', { ...large, value: { meta, gateway: { mode: null } } }, 'gateway.mode'],
    ['nothing', { value: [], sizeBytes: 600 }, 'meta'],
  ])('is: %s', (_what, after, message) => {
    expect(findRevertReason(large, after)).toContain(message);
  });
});
