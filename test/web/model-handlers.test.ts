import { describe, expect, test } from 'vitest';
import { requests } from '../../app/contract/requests.ts';
import type { ProviderTest } from '../../app/core/model/provider-test.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import { createModelHandlers } from '../../app/web/model-handlers.ts';
import { configured } from '../core/configured-machines.ts';
import { at } from '../core/make-moment.ts';
import { makePicture } from '../core/make-picture.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makePlan, makePreview } from '../fakes/repairs.ts';

const settings: Settings = {
  models: {
    providers: {
      ark: {
        baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3',
        models: [{ id: 'glm-4.7' }, { id: 'kimi-k2.5' }],
      },
    },
  },
  agents: {
    defaults: { model: { primary: 'ark/glm-4.7', fallbacks: ['old/gone'] }, models: { 'ark/no-more': {} } },
  },
};

function make() {
  const engine = makeFakeEngine(makePicture({ snapshot: configured(settings) }));
  return { engine, handlers: createModelHandlers({ engine, locale: () => 'en' }) };
}

const gone = 'It is no longer in the list.';
const fresh = {
  preset: 'qwen',
  choice: 'standard-global',
  address: null,
  key: null,
  models: ['qwen3.7-max'],
  isDefault: true,
} as const;
const body = { ...fresh, models: [...fresh.models] };
const asked = {
  preset: 'qwen',
  plan: 'standard',
  region: 'global',
  address: null,
  key: null,
  models: ['qwen3.7-max'],
  isDefault: true,
};
const answer = (outcome: ProviderTest['outcome']): ProviderTest => ({
  provider: 'qwen',
  url: null,
  at,
  outcome,
  proxies: [],
});

describe('what a page names', () => {
  test('is a model that is known here', async () => {
    const { engine, handlers } = make();
    engine.previewWith(makePreview(makePlan()));
    expect(await handlers.previewModel({ ref: 'ark/kimi-k2.5' })).toBeUndefined();
    expect(engine.calls).toEqual([{ kind: 'preview-wish', wish: { code: 'model-use', ref: 'ark/kimi-k2.5' } }]);
  });

  test.each(['ark/other', 'ark/no-more', 'anthropic/claude', 'models.providers'])('not %s', async (ref) => {
    const { engine, handlers } = make();
    expect(await handlers.previewModel({ ref })).toBe(gone);
    expect(await handlers.previewFallbacks({ refs: ['ark/glm-4.7', ref] })).toBe(gone);
    expect(engine.calls).toEqual([]);
  });

  test('may be a fallback that is written already, whatever it is', async () => {
    const { engine, handlers } = make();
    engine.previewWith(makePreview(makePlan()));
    await handlers.previewFallbacks({ refs: ['ark/kimi-k2.5', 'old/gone', 'ark/kimi-k2.5'] });
    expect(engine.calls).toEqual([
      { kind: 'preview-wish', wish: { code: 'model-fallbacks', refs: ['ark/kimi-k2.5', 'old/gone'] } },
    ]);
  });

  test('is a provider that is listed', async () => {
    const { engine, handlers } = make();
    engine.testWith(answer({ kind: 'no-list' }));
    expect(await handlers.testProvider({ name: 'ark' })).toBeUndefined();
    expect(await handlers.testProvider({ name: 'openai' })).toBe(gone);
    expect(engine.calls).toEqual([{ kind: 'test-provider', subject: 'ark' }]);
  });

  test('is nothing before the first look', async () => {
    const engine = makeFakeEngine(null);
    const handlers = createModelHandlers({ engine, locale: () => 'en' });
    expect(await handlers.previewModel({ ref: 'ark/glm-4.7' })).toBe(gone);
    expect(await handlers.previewFallbacks({ refs: [] })).toBe(gone);
    expect(await handlers.testProvider({ name: 'ark' })).toBe(gone);
  });
});

describe('a key', () => {
  test('is held, and its ticket is for the one who gave it', async () => {
    const { engine, handlers } = make();
    expect(await handlers.holdKey({ key: ' sk-1 \n' })).toEqual({ ticket: 't-1' });
    expect(engine.typed).toEqual(['sk-1']);
  });

  test.each(['two words', 'schlüssel', '密钥', '   '])('%j is none', async (key) => {
    const { engine, handlers } = make();
    expect(await handlers.holdKey({ key })).toMatch(/^That cannot be a key/);
    expect(engine.typed).toEqual([]);
  });

  test.each(['HOME', 'PATH', 'OPENCLAW_GATEWAY_TOKEN', 'a_key'])('is not read out of %s', async (name) => {
    const { engine, handlers } = make();
    const said = { ...body, key: { kind: 'variable' as const, name } };
    expect(await handlers.testNewProvider(said)).toMatch(/cannot be the name of a key/);
    expect(await handlers.previewProvider(said)).toMatch(/cannot be the name of a key/);
    expect(engine.calls).toEqual([]);
  });

  test('of a variable is sent to no address of the page beyond this computer', async () => {
    const { engine, handlers } = make();
    const key = { kind: 'variable' as const, name: 'OPENAI_API_KEY' };
    for (const address of ['https://collect.example/v1', 'http://127.0.0.1.collect.example/v1', 'nonsense']) {
      const said = { ...body, key, address };
      expect(await handlers.testNewProvider(said)).toMatch(/not sent to an address of your own/);
      expect(await handlers.previewProvider(said)).toMatch(/not sent to an address of your own/);
    }
    expect(engine.calls).toEqual([]);
  });
});

describe('a new provider', () => {
  test('is asked at the plan and region that its choice stands for', async () => {
    const { engine, handlers } = make();
    engine.testWith(answer({ kind: 'ok', models: ['qwen3.7-max'], missing: [] }));
    expect(await handlers.testNewProvider(body)).toEqual({
      test: {
        tone: 'good',
        text: 'It answers, and has one model. Only the list of models was asked for, which costs nothing.',
        models: ['qwen3.7-max'],
      },
    });
    expect(engine.calls).toEqual([{ kind: 'test-provider', subject: asked }]);
  });

  test('that gives the key back as a model has one model less', async () => {
    const { engine, handlers } = make();
    const models = ['sk-ant-REDACTED', 'ZhipuAI/GLM-5'];
    engine.testWith(answer({ kind: 'ok', models, missing: [] }));
    expect(await handlers.testNewProvider(body)).toMatchObject({ test: { models: ['ZhipuAI/GLM-5'] } });
  });

  test('that does not answer well says why', async () => {
    const { engine, handlers } = make();
    engine.testWith(answer({ kind: 'failed', problem: { why: 'bad-key', httpStatus: 401, detail: null } }));
    expect(await handlers.testNewProvider(body)).toMatchObject({ test: { tone: 'bad', models: [] } });
    engine.testWith({ kind: 'address-needed' });
    expect(await handlers.testNewProvider(body)).toMatch(/^Give the address/);
  });

  test('is shown before it is set up', async () => {
    const { engine, handlers } = make();
    engine.providerWith(makePreview(makePlan()));
    expect(await handlers.previewProvider(body)).toBeUndefined();
    expect(engine.calls).toEqual([{ kind: 'preview-provider', request: asked }]);
  });

  test('that lacks something says what, in words for a panel', async () => {
    const { engine, handlers } = make();
    engine.providerWith({ kind: 'key-missing', name: 'QWEN_API_KEY' });
    const told = await handlers.previewProvider(body);
    expect(told).toMatch(/QWEN_API_KEY is set neither/);
    expect(told).not.toMatch(/terminal/);
  });

  test('of a choice that is not offered has none', async () => {
    const { engine, handlers } = make();
    engine.providerWith({ kind: 'choose-plan', preset: 'qwen', options: ['coding', 'standard'] });
    expect(await handlers.previewProvider({ ...body, choice: 'token-global' })).toMatch(/several plans/);
    expect(engine.calls).toEqual([{ kind: 'preview-provider', request: { ...asked, plan: null, region: null } }]);
  });
});

test.each([
  ['a preset that is not there', { ...body, preset: 'openai' }],
  ['a key in the open', { ...body, key: { kind: 'typed', ticket: 't-1', name: null, key: 'sk-1' } }],
  ['a name for a typed key', { ...body, key: { kind: 'typed', ticket: 't-1', name: 'PATH' } }],
  ['no models', { ...body, models: [] }],
  ['something else', { ...body, path: '/etc' }],
])('%s is not understood', (_what, said) => {
  expect(requests.previewProvider.safeParse(said).success).toBe(false);
  expect(requests.testNewProvider.safeParse(said).success).toBe(false);
});
