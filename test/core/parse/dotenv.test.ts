import { describe, expect, it } from 'vitest';
import { readDotenvVariables } from '../../../app/core/parse/dotenv.ts';
import { fakeSecrets } from '../../fakes/fake-secrets.ts';

const read = (text: string) => readDotenvVariables(text, (secret) => fakeSecrets.mark(secret));

describe('the value of a token, as the dotenv package reads it', () => {
  it.each([
    ['plain', 'OPENCLAW_GATEWAY_TOKEN=abc', 'abc'],
    ['exported, with blanks', '  export OPENCLAW_GATEWAY_TOKEN = abc  ', 'abc'],
    ['with a colon', 'OPENCLAW_GATEWAY_TOKEN: abc', 'abc'],
    ['with a comment', 'OPENCLAW_GATEWAY_TOKEN=abc # mine', 'abc'],
    ['in double quotes', 'OPENCLAW_GATEWAY_TOKEN="a#b c"', 'a#b c'],
    ['in single quotes, nothing is unescaped', "OPENCLAW_GATEWAY_TOKEN='a\\nb'", 'a\\nb'],
    ['in double quotes, line ends are', 'OPENCLAW_GATEWAY_TOKEN="a\\nb"', 'a\nb'],
    ['in backquotes', 'OPENCLAW_GATEWAY_TOKEN=`abc`', 'abc'],
    ['twice: the later', 'OPENCLAW_GATEWAY_TOKEN=abc\r\nOPENCLAW_GATEWAY_TOKEN=def\r\n', 'def'],
    ['empty', 'OPENCLAW_GATEWAY_TOKEN=', ''],
    ['behind a byte order mark', '\uFEFFOPENCLAW_GATEWAY_TOKEN=abc', 'abc'],
    ['over lines', 'A="1\n2"\nOPENCLAW_GATEWAY_TOKEN="a\nb"', 'a\nb'],
  ])('%s', (_how, text, value) => {
    expect(read(text).token).toEqual(fakeSecrets.mark(value));
  });
});

it.each(['', '# OPENCLAW_GATEWAY_TOKEN=abc', 'no assignment', '=x', 'OPENCLAW_GATEWAY_TOKEN'])(
  'nothing is set: %j',
  (text) => {
    expect(read(text)).toEqual({ names: [], token: null, password: null, proxies: [] });
  },
);

it('names are sorted, and each told once', () => {
  expect(read('B=1\nA=2\nB=3').names).toEqual(['A', 'B']);
});

it('proxies lose their credentials, whatever signs these hold', () => {
  const text = 'HTTP_PROXY=me:p/w@proxy.example:8080\nhttps_proxy=http://me:p@w@proxy.example\nNO_PROXY=::1,a.example';
  expect(read(text).proxies).toEqual([
    { name: 'HTTP_PROXY', value: '***@proxy.example:8080' },
    { name: 'https_proxy', value: 'http://***@proxy.example' },
    { name: 'NO_PROXY', value: '::1,a.example' },
  ]);
});
