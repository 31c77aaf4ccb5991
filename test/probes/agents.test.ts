import { describe, expect, it } from 'vitest';
import { absent, known } from '../../app/core/model/reading.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import { agentsProbe } from '../../app/probes/agents.ts';
import { fakeSecrets } from '../fakes/fake-secrets.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { makeConfig, makeConfigContent } from '../core/make-running.ts';
import type { FakeFile } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const folder = '/Users/alice/.openclaw/agents';
const main = `${folder}/main`;
const definition = absent(0);

function read(files: Readonly<Record<string, FakeFile>>, settings: Settings = {}) {
  const config = known(makeConfig({ content: makeConfigContent({ settings }) }), 0);
  return agentsProbe.read(makeContext({ files }), { definition, config });
}

async function providersOf(text: string) {
  const reading = await read({ [`${main}/agent/models.json`]: text });
  return reading.status === 'known' ? reading.value.agents[0]?.models?.providers : undefined;
}

async function profilesOf(file: FakeFile) {
  const reading = await read({ [`${main}/agent/auth-profiles.json`]: file });
  return reading.status === 'known' ? reading.value.agents[0]?.auth?.profiles : undefined;
}

it('no agents are absent, hidden ones unknown', async () => {
  expect(await read({})).toMatchObject({ status: 'absent' });
  expect(await read({ [folder]: { kind: 'not-permitted' } })).toMatchObject({ status: 'unknown' });
});

it('an agent that has nothing yet', async () => {
  expect(await read({ [`${main}/agent/README`]: '' })).toMatchObject({
    value: { agents: [{ id: 'main', folder: main, models: null, auth: null, sessions: null }] },
  });
});

describe('models.json', () => {
  it('of 2026.3.13', async () => {
    expect(await providersOf(readFixture('machine/models-2026.3.13.json'))).toEqual([
      {
        id: 'custom-127-0-0-1-8317',
        baseUrl: 'http://127.0.0.1:8317/v1',
        api: 'openai-completions',
        modelIds: ['glm-4.7'],
        apiKey: fakeSecrets.mark('sk-0-neutral-0'),
      },
    ]);
  });

  it.each(['', '{', '[]', '{"providers":[]}', 'null'])('that is none is told as none: %j', async (text) => {
    expect(await providersOf(text)).toBeNull();
  });

  it.each(['secretref-managed', 'VOLCANO_ENGINE_API_KEY', '${ARK_KEY}', 'qwen-oauth', 'ollama-local', 'oauth:openai'])(
    'what stands for a key is told: %s',
    async (apiKey) => {
      expect(await providersOf(JSON.stringify({ providers: { ark: { apiKey } } }))).toMatchObject([{ apiKey }]);
    },
  );

  it.each(['sk-0123456789abcdef', 'AKIAIOSFODNN7EXAMPLE', 'hunter2', 'HUNTER2', 'x_Y_z', ''])(
    'a key is a mark: %j',
    async (apiKey) => {
      const providers = await providersOf(JSON.stringify({ providers: { ark: { apiKey } } }));
      expect(providers?.[0]?.apiKey).toEqual(fakeSecrets.mark(apiKey));
    },
  );

  it('credentials in an address are taken out, odd entries passed over', async () => {
    const ark = { baseUrl: 'https://me:geheim@ark.example/v1', api: 7, models: [{ id: 'a' }, 'b', { name: 'c' }] };
    expect(await providersOf(JSON.stringify({ providers: { ark } }))).toEqual([
      { id: 'ark', baseUrl: 'https://***@ark.example/v1', api: null, modelIds: ['a'], apiKey: null },
    ]);
  });
});

describe('auth-profiles.json', () => {
  it('tells who and until when, never with what', async () => {
    const profiles = {
      'volcengine:default': { type: 'api_key', provider: 'volcengine', key: 'sk-geheim-1' },
      'qwen:oauth': {
        type: 'oauth',
        provider: 'qwen',
        access: 'geheim-2',
        refresh: 'geheim-3',
        expires: 1795171238305,
      },
      'old:one': { mode: 'token', provider: 'old', token: 'geheim-4', expires: 0 },
      'no:provider': { type: 'token' },
      odd: 'text',
    };
    const told = await profilesOf(JSON.stringify({ version: 1, profiles }));
    expect(told).toEqual([
      { id: 'volcengine:default', provider: 'volcengine', type: 'api_key', expiresAt: null, canRefresh: false },
      { id: 'qwen:oauth', provider: 'qwen', type: 'oauth', expiresAt: 1795171238305, canRefresh: true },
      { id: 'old:one', provider: 'old', type: 'token', expiresAt: null, canRefresh: false },
    ]);
    expect(JSON.stringify(told)).not.toContain('geheim');
  });

  it('that is none, or may not be read', async () => {
    expect(await profilesOf('{')).toBeNull();
    expect(await profilesOf({ kind: 'not-permitted' })).toBeNull();
  });
});

it('sessions are counted, with what they left', async () => {
  const sessions = {
    [`${main}/sessions/sessions.json`]: '{}',
    [`${main}/sessions/a.jsonl`]: 'x'.repeat(100),
    [`${main}/sessions/b.jsonl.deleted.2026-11-20T10-00-00.000Z`]: 'x'.repeat(50),
    [`${main}/sessions/c.jsonl.reset.2026-11-20T10-00-00.000Z`]: 'x',
    [`${main}/sessions/sessions.json.1.tmp`]: 'x',
  };
  expect(await read(sessions)).toMatchObject({
    value: { agents: [{ sessions: { files: 5, leftovers: 3, sizeBytes: 154 } }] },
  });
});

describe('an agent whose files are elsewhere', () => {
  const elsewhere = '/Users/alice/agents/work';
  const files = {
    [`${elsewhere}/models.json`]: '{"providers":{}}',
    [`${folder}/work/sessions/a.jsonl`]: 'x',
    [`${main}/agent/models.json`]: '{"providers":{}}',
  };

  it.each([
    ['before 2026.8.1', { agents: { list: [{ id: 'work', agentDir: '~/agents/work' }] } }],
    ['since', { agents: { entries: { work: { agentDir: elsewhere } } } }],
  ])('%s', async (_when, settings) => {
    expect(await read(files, settings)).toMatchObject({
      value: {
        agents: [
          { id: 'main', folder: main },
          { id: 'work', folder: elsewhere, models: { path: `${elsewhere}/models.json` }, sessions: { files: 1 } },
        ],
      },
    });
  });

  it.each(['~/Documents/work', 'work', '${AGENTS}/work'])('is not looked for in %s', async (agentDir) => {
    const settings = { agents: { list: [{ id: 'work', agentDir }, { agentDir: elsewhere }] } };
    expect(await read(files, settings)).toMatchObject({
      value: { agents: [{ id: 'main' }, { id: 'work', folder: `${folder}/work`, models: null }] },
    });
  });
});

it('of a hundred agents and more only a hundred are looked at', async () => {
  const files = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`${folder}/a${index}/agent/x`, '']));
  const reading = await read(files);
  expect(reading.status === 'known' ? reading.value.agents.length : 0).toBe(100);
});
