import { describe, expect, test } from 'vitest';
import { makeProviderWish, type ProviderFacts } from '../../app/core/make-provider-wish.ts';
import type { ProviderFault, ProviderRequest } from '../../app/core/model/provider-request.ts';
import { locales } from '../../app/core/model/view.ts';
import { writeProviderFault } from '../../app/core/text/provider-faults.ts';

const asked: ProviderRequest = {
  preset: 'ark-coding-plan',
  plan: null,
  region: null,
  address: null,
  key: null,
  models: null,
  isDefault: false,
};
const facts: ProviderFacts = { version: '2026.9.6', isThere: () => false, isHere: () => false, offered: null };
const typed = { kind: 'typed', ticket: 't-1', name: null } as const;
const local = { preset: 'local', address: 'http://127.0.0.1:8317/v1' } as const;

const make = (request: Partial<ProviderRequest>, known: Partial<ProviderFacts> = {}) =>
  makeProviderWish({ ...asked, ...request }, { ...facts, ...known });

describe('what is still to be said', () => {
  test.each<[string, Partial<ProviderRequest>, Partial<ProviderFacts>, ProviderFault]>([
    ['the plan', { preset: 'qwen' }, {}, { kind: 'choose-plan', preset: 'qwen', options: ['coding', 'standard'] }],
    [
      'another plan than there is',
      { preset: 'qwen', plan: 'token', region: 'china' },
      {},
      { kind: 'choose-plan', preset: 'qwen', options: ['coding', 'standard'] },
    ],
    [
      'the region',
      { preset: 'qwen', plan: 'coding' },
      {},
      { kind: 'choose-region', preset: 'qwen', options: ['china', 'global'] },
    ],
    [
      'a region that the preset does not have',
      { region: 'global' },
      {},
      { kind: 'choose-region', preset: 'ark-coding-plan', options: ['china'] },
    ],
    ['the address', { preset: 'local' }, {}, { kind: 'address-needed' }],
    [
      'an address that is none',
      { preset: 'local', address: 'ftp://x' },
      {},
      { kind: 'bad-address', address: 'ftp://x' },
    ],
    [
      'an address with a key in it',
      { preset: 'local', address: 'http://sk-1@h/v1' },
      {},
      { kind: 'bad-address', address: 'http://sk-1@h/v1' },
    ],
    ['an address for a preset', { address: 'http://h/v1' }, {}, { kind: 'address-given', preset: 'ark-coding-plan' }],
    ['the key', {}, {}, { kind: 'key-missing', name: 'VOLCANO_ENGINE_API_KEY' }],
    [
      'the key of a variable',
      { key: { kind: 'variable', name: 'ARK_KEY' } },
      {},
      { kind: 'key-missing', name: 'ARK_KEY' },
    ],
    ['a name that is none', { key: { ...typed, name: 'path' } }, {}, { kind: 'bad-key-name', name: 'path' }],
    [
      'a name of OpenClaw’s',
      { key: { ...typed, name: 'OPENCLAW_GATEWAY_TOKEN' } },
      {},
      { kind: 'bad-key-name', name: 'OPENCLAW_GATEWAY_TOKEN' },
    ],
    [
      'a name that changes programs',
      { key: { ...typed, name: 'NODE_OPTIONS' } },
      {},
      { kind: 'bad-key-name', name: 'NODE_OPTIONS' },
    ],
    [
      'an id of the other interface',
      { key: typed, models: ['glm-4-7-251222'] },
      {},
      { kind: 'mistaken-model', written: 'glm-4-7-251222', meant: 'glm-4.7' },
    ],
    ['an id that is none', { key: typed, models: ['a\nb'] }, {}, { kind: 'bad-model', model: 'a\nb' }],
    ['which of several models', local, { offered: ['a', 'b'] }, { kind: 'choose-models', models: ['a', 'b'] }],
    ['no model at all', local, { offered: [] }, { kind: 'choose-models', models: [] }],
    [
      'a model that the server does not have',
      { ...local, models: ['claude'] },
      { offered: ['gpt'] },
      { kind: 'not-offered', model: 'claude', models: ['gpt'] },
    ],
  ])('%s', (_what, request, known, fault) => {
    expect(make(request, known)).toEqual(fault);
    for (const locale of locales) expect(writeProviderFault(fault, locale)).toMatch(/[.。]$/);
  });
});

const keyOf = (request: Partial<ProviderRequest>, known: Partial<ProviderFacts> = {}) => {
  const wish = make(request, known);
  return 'kind' in wish ? wish : wish.key;
};

describe('the key', () => {
  test('is that of the gateway, where it is there already', () => {
    expect(keyOf({}, { isThere: (name) => name === 'VOLCANO_ENGINE_API_KEY' })).toEqual({
      name: 'VOLCANO_ENGINE_API_KEY',
      from: null,
    });
  });

  test('else that of this very terminal', () => {
    const from = { kind: 'variable', name: 'VOLCANO_ENGINE_API_KEY' };
    expect(keyOf({}, { isHere: () => true })).toEqual({ name: 'VOLCANO_ENGINE_API_KEY', from });
  });

  test('goes under the name of the variable that is named', () => {
    const key = { kind: 'variable', name: 'ARK_KEY' } as const;
    expect(keyOf({ key }, { isHere: () => true })).toEqual({ name: 'ARK_KEY', from: key });
    expect(keyOf({ key }, { isThere: () => true })).toEqual({ name: 'ARK_KEY', from: null });
  });

  test('that was typed goes under the usual name, or the one that was chosen', () => {
    const from = { kind: 'typed', ticket: 't-1' };
    expect(keyOf({ key: typed })).toEqual({ name: 'VOLCANO_ENGINE_API_KEY', from });
    expect(keyOf({ key: { ...typed, name: 'MY_TOKEN' } })).toEqual({ name: 'MY_TOKEN', from });
  });

  test('is not needed by a server of one’s own', () => {
    expect(keyOf(local, { offered: ['m'] })).toBeNull();
  });
});

test('a model that is new has no limits of ours', () => {
  const wish = make({ key: typed, models: ['glm-9', 'glm-4.7', 'glm-9'] });
  expect(wish).toMatchObject({
    models: [
      { id: 'glm-9', contextWindow: null, alias: null },
      { id: 'glm-4.7', contextWindow: 200_000, alias: 'glm' },
    ],
  });
});
