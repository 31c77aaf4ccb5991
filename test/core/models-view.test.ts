import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../app/core/model/memory.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { ProviderTest, ProviderTestOutcome } from '../../app/core/model/provider-test.ts';
import { unknown } from '../../app/core/model/reading.ts';
import { SecretMark, type Settings } from '../../app/core/model/setting.ts';
import { findModel, readModels } from '../../app/core/models-view.ts';
import { judge } from '../../app/core/judge.ts';
import { configured, makePlace, type Setup } from './configured-machines.ts';
import { at } from './make-moment.ts';
import { makePicture } from './make-picture.ts';

const settings: Settings = {
  models: {
    providers: {
      'volcengine-plan': {
        baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3',
        apiKey: '${ARK_API_KEY}',
        api: 'openai-completions',
        models: [
          { id: 'glm-4.7', name: 'G' },
          { id: 'kimi-k2.5', name: 'K' },
        ],
      },
    },
  },
  agents: {
    defaults: {
      model: { primary: 'kimi', fallbacks: ['volcengine-plan/glm-4.7', 'anthropic/claude'] },
      models: { 'volcengine-plan/kimi-k2.5': { alias: 'Kimi' }, 'volcengine-plan/gone': {}, 'anthropic/claude': {} },
    },
  },
};
const withKey: Setup = { places: [makePlace('state-dotenv', { names: ['ARK_API_KEY'] })] };
const tested = (outcome: ProviderTestOutcome): ProviderTest => ({
  provider: 'volcengine-plan',
  url: null,
  at,
  outcome,
  proxies: [],
});

function read(setup: Setup = withKey, change: Partial<Picture> = {}, written = settings) {
  const snapshot = configured(written, setup);
  const { findings } = judge(snapshot, emptyMemory);
  const reading = readModels(makePicture({ snapshot, findings, ...change }));
  if (reading === null) throw new Error('nothing is read');
  return reading;
}

describe('models', () => {
  test('the default and who stands in, aliases followed', () => {
    const { primary, fallbacks } = read();
    expect(primary).toEqual({ ref: 'volcengine-plan/kimi-k2.5', alias: 'Kimi' });
    expect(fallbacks.map(({ ref }) => ref)).toEqual(['volcengine-plan/glm-4.7', 'anthropic/claude']);
  });

  test('each once, with what keeps it from being used', () => {
    const { models, list } = read();
    expect(list).toBe('agents.defaults.models');
    expect(models.map(({ ref, use, isAllowed, isThere }) => [ref, use, isAllowed, isThere])).toEqual([
      ['volcengine-plan/kimi-k2.5', 'primary', true, true],
      ['volcengine-plan/glm-4.7', 'fallback', false, true],
      ['anthropic/claude', 'fallback', true, true],
      ['volcengine-plan/gone', null, true, false],
    ]);
  });

  test('nothing is chosen', () => {
    expect(read({}, {}, {})).toMatchObject({ primary: null, fallbacks: [], models: [], providers: [], list: null });
  });

  test('nothing can be read', () => {
    const snapshot = configured({}, { config: unknown('not-permitted', 'x', at) });
    expect(readModels(makePicture({ snapshot }))).toBeNull();
  });

  test.each([
    ['KIMI', 'volcengine-plan/kimi-k2.5'],
    ['volcengine-plan/glm-4.7', 'volcengine-plan/glm-4.7'],
    ['anthropic/claude-opus', 'anthropic/claude-opus'],
    ['volcengine-plan/gone', null],
    ['volcengine-plan/other', null],
    ['nobody/model', null],
    ['nothing', null],
  ])('%s is %s', (word, ref) => {
    expect(findModel(word, read())).toBe(ref);
  });
});

const stateOf = (setup?: Setup, change?: Partial<Picture>) => read(setup, change).providers[0]?.state;

describe('providers', () => {
  test('the configured ones, and those that are used without', () => {
    expect(read().providers).toMatchObject([
      {
        name: 'volcengine-plan',
        from: 'configuration',
        known: { plan: 'coding', region: 'china', billing: 'subscription' },
        key: { kind: 'variable', name: 'ARK_API_KEY', isThere: true },
        models: ['glm-4.7', 'kimi-k2.5'],
        state: 'not-tested',
        test: null,
      },
      { name: 'anthropic', from: 'built-in', address: null, key: { kind: 'none' } },
    ]);
  });

  test.each<[ProviderTestOutcome, string]>([
    [{ kind: 'ok', models: [], missing: [] }, 'ok'],
    [{ kind: 'no-list' }, 'no-list'],
    [{ kind: 'asking' }, 'asking'],
    [{ kind: 'failed', problem: { why: 'bad-key', httpStatus: 401, detail: null } }, 'failed'],
    [{ kind: 'failed', problem: { why: 'key-unset', httpStatus: null, detail: 'ARK_API_KEY' } }, 'key-missing'],
  ])('after a test: %j is %s', (outcome, state) => {
    expect(stateOf(withKey, { providerTests: [tested(outcome)] })).toBe(state);
  });

  test('a key that is not there goes before any answer', () => {
    const ok = tested({ kind: 'ok', models: [], missing: [] });
    expect(stateOf({ places: [makePlace('state-dotenv')] }, { providerTests: [ok] })).toBe('key-missing');
  });

  test('a key that stands in the configuration is told, and not shown', () => {
    const provider = { baseUrl: 'http://127.0.0.1:1/v1', apiKey: new SecretMark('1f760000', 'ordinary'), models: [] };
    const { providers } = read(withKey, {}, { models: { providers: { mine: provider } } });
    expect(providers).toMatchObject([{ name: 'mine', key: { kind: 'written' }, known: null }]);
    expect(JSON.stringify(providers)).not.toContain('•••');
  });
});
