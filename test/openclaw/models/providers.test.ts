import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../clawtender.ts';
import { listMistakes } from './mistakes.ts';
import { createModelHome, type ModelHome } from './model-home.ts';
import { type ModelServer, said, startModelServer, tell } from './model-server.ts';
import { listSetUps, modelscope, type SetUp, variableOf } from './set-ups.ts';

const server: ModelServer = await startModelServer(['qwen3-8b', 'glm-9b']);
const setUps = listSetUps(server.port);
afterAll(() => server.close());

/** A changed configuration takes its time until it counts. */
const patience = { timeout: 60_000, interval: 300 };
const arrivedAt = ({ address, key }: SetUp, ...models: readonly string[]) => ({
  requests: models.map((model) => `${address}/chat/completions ${model} Bearer ${key}`),
  isAnswered: true,
});
const withoutKey = (request: string) => request.replace(/ Bearer .*$/, '');

describe.each([
  { version: '2026.9.6', port: 28990 },
  { version: '2026.3.13', port: 28995 },
] as const)('what OpenClaw $version sends', ({ version, port }) => {
  let home: ModelHome;
  const done = new Map<SetUp, { readonly run: Run; readonly config: string }>();

  /** Each from a configuration without any provider; the keys gather in the `.env` that the gateway reads at its start. */
  beforeAll(async () => {
    home = createModelHome(version, port, server);
    const fresh = home.readConfig();
    for (const each of setUps) {
      home.writeConfig(fresh);
      const words = ['provider', 'add', ...each.words, '--yes'];
      const run = await home.clawtender(words, { [variableOf(each, version)]: each.key });
      done.set(each, { run, config: home.readConfig() });
    }
    server.forget();
    home.writeConfig(fresh);
    home.start();
    await home.untilReady();
  });
  afterAll(() => home.close());

  /** What one message leads to, each request once however often it was tried. */
  async function sendOne(): Promise<{ readonly requests: readonly string[]; readonly isAnswered: boolean }> {
    const from = server.requests.length;
    const answer = await home.send();
    return { requests: [...new Set(server.requests.slice(from).map(tell))], isAnswered: answer.includes(said) };
  }

  test('before any set-up: nothing', async () => {
    expect((await sendOne()).isAnswered).toBe(false);
    expect(server.requests).toEqual([]);
  });

  test.each(setUps)('$name', async (each) => {
    const { run, config } = done.get(each) ?? { run: null, config: '' };
    expect(JSON.stringify([run, config])).not.toContain(each.key);
    expect(readFileSync(home.statePath('.env'), 'utf8')).toContain(`${variableOf(each, version)}=${each.key}\n`);
    home.writeConfig(config);
    await expect.poll(sendOne, patience).toEqual(arrivedAt(each, each.model));
  });

  test.each(setUps.filter(({ alias }) => alias !== null))('$name, another model by its alias', async (each) => {
    home.writeConfig(done.get(each)?.config ?? '');
    await home.clawtender(['models', 'use', each.alias?.word ?? '', '--yes']);
    await expect.poll(sendOne, patience).toEqual(arrivedAt(each, each.alias?.model ?? ''));
  });

  test('where the first model is used up, the second answers', async () => {
    home.writeConfig(done.get(modelscope)?.config ?? '');
    await expect.poll(sendOne, patience).toEqual(arrivedAt(modelscope, modelscope.model));
    server.answer(modelscope.model, 429);
    expect(await sendOne()).toEqual(arrivedAt(modelscope, modelscope.model, 'ZhipuAI/GLM-5'));
    server.forget();
  });

  const mistakes = listMistakes(server.port).filter(({ versions = [version] }) => versions.includes(version));
  test.each(mistakes)('$name, before and after its repair', async (mistake) => {
    const { providers, model, defaults, before, after, code, key, unknown = [] } = mistake;
    for (const id of unknown) server.answer(id, 404);
    home.writeModels(providers, { model, ...defaults });
    await expect.poll(async () => (await sendOne()).requests.map(withoutKey), patience).toEqual(before);
    await home.clawtender(['repair', code, '--yes']);
    const wanted = { requests: after.map((each) => `${each} Bearer ${key}`), isAnswered: true };
    await expect.poll(sendOne, patience).toEqual(wanted);
    server.forget();
  });
});
