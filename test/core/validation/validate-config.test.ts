import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConfigObject } from '../../../app/core/parse/config.ts';
import { prepareSchema } from '../../../app/core/validation/prepare-schema.ts';
import { validateConfig } from '../../../app/core/validation/validate-config.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const versions = ['2026.3.13', '2026.9.6'] as const;
type Version = (typeof versions)[number];

interface Verdict {
  readonly name: string;
  readonly config: ConfigObject;
  /** Paths that the real `openclaw config validate` of that version complained of; a name that it does not know is part of the path. */
  readonly refused: Readonly<Record<Version, readonly string[]>>;
}

const readJson = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as unknown;
const verdicts = readJson('test/fixtures/openclaw-config/verdicts.json') as readonly Verdict[];
const schemaOf = (version: Version) =>
  readJson(`app/platform/node/openclaw-schemas/${version}.json`) as { readonly [keyword: string]: unknown };

/**
 * What OpenClaw checks beside its schema: a channel and a plugin that are not there, a provider of its own, a list that
 * it rewrites first, and a variable that may be set by the time it counts. Silence there; its log tells it.
 */
const beyondTheSchema: Readonly<Record<Version, readonly string[]>> = {
  '2026.3.13': [
    'var-mode',
    'channel-unknown',
    'channel-telegram-unknown',
    'channel-telegram-type',
    'channel-discord-unknown',
    'plugins-allow',
  ],
  '2026.9.6': ['var-mode', 'models-no-baseurl', 'agents-list-unknown', 'channel-unknown'],
};

/** 2026.3.13 names the group around what a plugin does not know. */
const otherwiseNamed: Readonly<Record<string, string>> = {
  'plugins.entries.memory-lancedb.config.bogus': 'plugins.entries.memory-lancedb.config',
};

describe.each(versions)('as OpenClaw %s itself', (version) => {
  const schema = schemaOf(version);

  test.each(verdicts)('$name', ({ name, config, refused }) => {
    const found = validateConfig(config, schema, version).map((complaint) => complaint.path.join('.'));
    const named = version === '2026.3.13' ? found.map((each) => otherwiseNamed[each] ?? each) : found;
    const expected = beyondTheSchema[version].includes(name) ? [] : refused[version];
    expect([...new Set(named)].toSorted()).toEqual(expected);
  });
});

const schema = schemaOf('2026.9.6');
const complain = (config: ConfigObject) => validateConfig(config, schema, '2026.9.6');

describe('what is said of it', () => {
  test.each([
    [{ gateway: { bogus: 1 } }, [{ path: ['gateway', 'bogus'], kind: 'unknown-key' }]],
    [{ gateway: { port: 'x' } }, [{ kind: 'wrong-type', message: 'must be a whole number' }]],
    [{ gateway: { port: 0 } }, [{ kind: 'wrong-value', message: 'the number is too small' }]],
    [{ gateway: { mode: 'x' } }, [{ kind: 'wrong-value', allowed: ['local', 'remote'] }]],
    [{ gateway: { auth: { token: 5 } } }, [{ kind: 'wrong-type', path: ['gateway', 'auth', 'token'] }]],
    [
      { models: { providers: { x: { baseUrl: 'http://x', models: [{ id: 'm' }] } } } },
      [{ kind: 'missing', path: ['models', 'providers', 'x', 'models', 0, 'name'] }],
    ],
    [{ tools: [] }, [{ kind: 'wrong-type', message: 'must be a group { … }' }]],
  ])('%j', (config, expected) => {
    expect(complain(config)).toMatchObject(expected);
  });

  test('is never a value of the file', () => {
    const secret = 'sk-verysecret0123456789';
    const text = JSON.stringify(
      complain({
        gateway: { port: secret, mode: secret, auth: { mode: secret, token: [secret] } },
        models: { providers: { x: secret } },
        bindings: [{ agentId: secret, match: { channel: [secret] } }],
      }),
    );
    expect(text).not.toContain('verysecret');
  });

  test('survives names that mean something else', () => {
    const names = ['__proto__', 'constructor', 'a/b', 'a~b', 'ä b', '%41', 'x#y', ''];
    const config = { gateway: Object.fromEntries(names.map((name) => [name, 1])) };
    expect(complain(config).map(({ path: [, name] }) => name)).toEqual(names);
  });
});

describe('a schema is prepared', () => {
  test('so that what OpenClaw fills in need not be written', () => {
    expect(
      prepareSchema({
        properties: { a: { default: 1, type: 'number', format: 'x' }, b: {} },
        required: ['a', 'b'],
      }),
    ).toEqual({ properties: { a: { default: 1, type: 'number' }, b: {} }, required: ['b'] });
  });

  test('so that a plugin’s definitions are found', () => {
    const plugin = { $defs: { account: { type: 'string' } }, items: { $ref: '#/$defs/account' } };
    expect(prepareSchema({ properties: { 'my plugin': plugin } })).toEqual({
      properties: {
        'my plugin': { ...plugin, items: { $ref: '#/properties/my%20plugin/$defs/account' } },
      },
    });
  });

  test('and a reference to the whole stays', () => {
    const whole = { $defs: { a: {} }, properties: { b: { $ref: '#/$defs/a' } } };
    expect(prepareSchema(whole)).toEqual(whole);
  });

  test('with every reference of the real ones resolved', () => {
    expect(() =>
      complain({ plugins: { entries: Object.fromEntries(pluginNames().map((name) => [name, { config: {} }])) } }),
    ).not.toThrow();
  });
});

function pluginNames(): readonly string[] {
  const { properties } = schema as { properties: { plugins: { properties: { entries: { properties: object } } } } };
  return Object.keys(properties.plugins.properties.entries.properties);
}
