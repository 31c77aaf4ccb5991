import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigSyntaxError } from '../../../app/core/model/config-file.ts';
import { fakeSecrets } from '../../fakes/fake-secrets.ts';
import { parseConfigText, readConfigContent, readSharedToken } from '../../../app/core/parse/config.ts';

const file = '/Users/alice/.openclaw/openclaw.json';

function read(text: string) {
  const document = parseConfigText(text, file);
  if (document.kind === 'broken') throw new Error(document.message);
  return document.value;
}

function failure(text: string): ConfigSyntaxError {
  const document = parseConfigText(text, file);
  if (document.kind !== 'broken') throw new Error('it was understood');
  return document;
}

function contentOf(text: string) {
  const value = read(text);
  return readConfigContent(value, [{ path: '/x', value }], (secret) => fakeSecrets.mark(secret));
}

describe('texts that are fine', () => {
  it.each([
    ['JSON', '{"gateway":{"port":18789}}'],
    ['JSON5', '// mine\n{ gateway: { port: 18789, }, }'],
    ['a byte order mark', '\uFEFF{"gateway":{"port":18789}}'],
    ['Windows line ends', '{\r\n"gateway": {"port": 18789}\r\n}\r\n'],
  ])('%s', (_name, text) => {
    expect(contentOf(text).port).toBe(18789);
  });

  it('an empty object, of which nothing is known', () => {
    expect(contentOf('{}')).toEqual({
      kind: 'parsed',
      port: null,
      mode: null,
      authMode: null,
      bind: null,
      customBindHost: null,
      tls: false,
      controlUiBasePath: null,
      topLevelKeys: [],
      lastTouchedVersion: null,
      includes: [],
      settings: {},
      files: [{ path: '/x', settings: {} }],
    });
  });
});

it('reads the settings it looks at', () => {
  const text = `{
    meta: { lastTouchedVersion: '2026.3.13' },
    gateway: {
      mode: 'local', port: 19000, bind: 'custom', customBindHost: '192.0.2.7',
      auth: { mode: 'token', token: 'abc' }, tls: { enabled: true }, controlUi: { basePath: '/claw' },
    },
  }`;
  expect(contentOf(text)).toMatchObject({
    port: 19000,
    mode: 'local',
    authMode: 'token',
    bind: 'custom',
    customBindHost: '192.0.2.7',
    tls: true,
    controlUiBasePath: '/claw',
    topLevelKeys: ['meta', 'gateway'],
    lastTouchedVersion: '2026.3.13',
  });
});

it.each(['"18789"', '0', '70000', '1.5', 'null', '{}', '[]'])('takes %s for no port', (port) => {
  expect(contentOf(`{"gateway":{"port":${port}}}`).port).toBeNull();
});

describe('the shared token', () => {
  it.each([
    ['is nowhere', '{}'],
    ['is empty', '{"gateway":{"auth":{"token":" "}}}'],
    ['is a variable', '{"gateway":{"auth":{"token":"${OPENCLAW_GATEWAY_TOKEN}"}}}'],
    ['is in a secret store', '{"gateway":{"auth":{"token":{"source":"env","provider":"default","id":"T"}}}}'],
    ['is not what is checked', '{"gateway":{"auth":{"mode":"password","token":"abc"}}}'],
    ['is not needed', '{"gateway":{"auth":{"mode":"none","token":"abc"}}}'],
  ])('%s', (_name, text) => {
    expect(readSharedToken(read(text))).toBeNull();
  });

  it('is there', () => {
    expect(readSharedToken(read('{"gateway":{"auth":{"token":"abc"}}}'))).toBe('abc');
  });
});

describe('texts with a mistake', () => {
  it.each([
    ['nothing', '', 1, 1, 'the file is empty'],
    ['blanks', ' \n\t', 1, 1, 'the file is empty'],
    ['a mark and nothing', '\uFEFF', 1, 1, 'the file is empty'],
    ['half of it', '{\n  "gateway": {\n    "port": 18789', 3, 18, 'the file ends too early: something is not closed'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3, "invalid character '\"'"],
    ['a closing brace too many', '{\n}\n}', 3, 1, "invalid character '}'"],
    ['Chinese quotes', '{\n  “gateway”: {}\n}', 2, 3, "invalid character '“': write \" instead"],
    ['a full-width colon', '{\n  "gateway"：{}\n}', 2, 12, "invalid character '：': write : instead"],
    ['a full-width comma', '{ "a": 1， "b": 2 }', 1, 9, "invalid character '，': write , instead"],
    ['a picture', '\u0089PNG\n\0\0\0', 2, 1, 'this is no text file'],
    ['a list', '[]', 1, 1, 'the configuration must be one object: { … }'],
    ['a word', '"local"', 1, 1, 'the configuration must be one object: { … }'],
  ])('%s', (_name, text, line, column, message) => {
    expect(failure(text)).toMatchObject({ kind: 'broken', file, line, column, message });
  });
});

describe('the excerpt', () => {
  it('shows three lines at most, with the keys but without the values', () => {
    const text =
      '{\n  "models": {\n    "apiKey": "sk-abc",\n    "baseUrl": "https://example.com"\n    "port": 18789\n  }\n}';
    expect(failure(text).excerpt).toEqual([`    "baseUrl": "…"`, `    "port": 18789`, '  }']);
  });

  it('shows no comment, no word without quotes and no endless line', () => {
    expect(failure('{\n// my old token: abc\ntoken: “abc”,\n}').excerpt).toEqual(['// …', 'token: ***', '}']);
    expect(failure(`{ "a": ${'x'.repeat(400)} }`).excerpt).toEqual(['…']);
    expect(failure('{ "mode": abc }').excerpt).toEqual(['{ "mode": … }']);
  });

  it('never shows a value, wherever the text is cut or damaged', () => {
    const secret = 'hunter2secret';
    const text = JSON.stringify(
      { a: { apiKey: secret, list: [secret, `x ${secret} y`], port: 1 }, token: secret },
      null,
      2,
    );
    const damage = fc.constantFrom('', '"', '”', ',', '{', '}', ':', '\n', '\\', "'", '/*', '//');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), damage, (cut, at, wrong) => {
        const whole = text.slice(0, at) + wrong + text.slice(at);
        const document = parseConfigText(whole.slice(0, cut), file);
        if (document.kind !== 'broken') return;
        expect(`${document.message}\n${document.excerpt.join('\n')}`).not.toContain('hunter2');
      }),
      { numRuns: 2000 },
    );
  });
});

it('always answers, with a place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const document = parseConfigText(text, file);
      const isPlaced = document.kind === 'document' || (document.line >= 1 && document.column >= 1);
      expect(isPlaced).toBe(true);
    }),
  );
});
