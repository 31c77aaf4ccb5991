import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clawtenderWell, codesOf, readStatus } from '../clawtender.ts';
import { writeUnit } from '../evenings/service-files.ts';
import { untilReady } from '../gateways.ts';
import { createLinuxWithOpenClaw, type LinuxWithOpenClaw } from '../linux/openclaw-on-linux.ts';
import { openModelHttp, sendMessage } from './model-home.ts';
import { type ModelServer, said, startModelServer, tell } from './model-server.ts';
import { ark, usualQwen, variableOf } from './set-ups.ts';

const preload = fileURLToPath(new URL('stay-on-loopback.cjs', import.meta.url));
const server: ModelServer = await startModelServer();
afterAll(() => server.close());

describe.each([
  { version: '2026.9.6', port: 28992, isOld: false },
  { version: '2026.3.13', port: 28997, isOld: true },
] as const)('a service of OpenClaw $version', ({ version, port, isOld }) => {
  let linux: LinuxWithOpenClaw;
  let configPath: string;
  let conversations = 0;
  beforeAll(async () => {
    linux = await createLinuxWithOpenClaw(version, port);
    configPath = path.join(linux.home, '.openclaw', 'openclaw.json');
    openModelHttp(configPath);
    // Every Node of this user loads it.
    const shim = path.join(linux.root, 'live-in-sandbox.cjs');
    appendFileSync(shim, `process.env.MODEL_SERVER_PORT = '${server.port}';\nrequire(${JSON.stringify(preload)});\n`);
    writeUnit({ ...linux, definitionPath: linux.unitPath, tmp: path.join(linux.home, 'tmp') });
    await linux.systemctl('daemon-reload');
    await linux.systemctl('enable', linux.unit);
    await linux.systemctl('start', '--no-block', linux.unit);
    await untilReady(port);
  });
  afterAll(() => linux.close());

  async function sendOne() {
    const from = server.requests.length;
    conversations += 1;
    const answer = await sendMessage(port, `alice-${conversations}`);
    return { requests: [...new Set(server.requests.slice(from).map(tell))], isAnswered: answer.includes(said) };
  }
  /** Until it serves again. */
  async function run(words: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<void> {
    await clawtenderWell({ ...linux.env, CLAWTENDER_HOLD_SECONDS: '2', ...variables }, ...words, '--yes');
    await untilReady(port);
  }
  const arrived = {
    requests: [`${ark.address}/chat/completions ark-code-latest Bearer ${ark.key}`],
    isAnswered: true,
  };

  test('one command sets a provider up, and the gateway that ran before has its key', async () => {
    expect(await sendOne()).toEqual({ requests: [], isAnswered: false });
    await run(['provider', 'add', ...ark.words], { VOLCANO_ENGINE_API_KEY: ark.key });
    expect(await sendOne()).toEqual(arrived);
  });

  test('another provider with a key of its own', async () => {
    await run(['provider', 'add', ...usualQwen.words], { [variableOf(usualQwen, version)]: usualQwen.key });
    expect(await sendOne()).toEqual({
      requests: [`${usualQwen.address}/chat/completions ${usualQwen.model} Bearer ${usualQwen.key}`],
      isAnswered: true,
    });
    await run(['models', 'use', 'ark']);
    await expect.poll(sendOne, { timeout: 30_000, interval: 500 }).toEqual(arrived);
  });

  test('a key that the service does not get is written where it reads it', async () => {
    const file = path.join(linux.home, '.openclaw', '.env');
    await linux.systemctl('stop', linux.unit);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^VOLCANO_ENGINE_API_KEY=.*\n/m, ''));
    await linux.systemctl('start', '--no-block', linux.unit);
    // 2026.3.13 does not start at all, 2026.9.6 without this provider.
    const isSilent = async () => isOld || (await sendOne()).requests.length === 0;
    if (!isOld) await untilReady(port);
    expect(await isSilent()).toBe(true);
    await run(['provider', 'add', ...ark.words], { VOLCANO_ENGINE_API_KEY: ark.key });
    expect(await sendOne()).toEqual(arrived);
  });

  /** An agent's file has the address that bills each request, and the gateway is started with it. */
  async function startWithStaleFile(change: (config: { models?: object }) => void): Promise<void> {
    const file = path.join(linux.home, '.openclaw', 'agents', 'main', 'agent', 'models.json');
    const config = JSON.parse(readFileSync(configPath, 'utf8')) as { models?: object };
    change(config);
    writeFileSync(configPath, `${JSON.stringify(config, null, 2)}\n`);
    const entry = {
      baseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
      api: 'openai-completions',
      apiKey: 'sk-stale-0123456',
      models: [{ id: 'ark-code-latest', name: 'ark-code-latest' }],
    };
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ providers: { 'volcengine-plan': entry } }), { mode: 0o600 });
    await linux.systemctl('restart', linux.unit);
    await untilReady(port);
  }

  test('an address in models.json counts for nothing where the configuration has one', async () => {
    await startWithStaleFile(() => {});
    expect(await sendOne()).toEqual(arrived);
    expect(codesOf(await readStatus(linux.env))).not.toContain('models-json-stale');
  });

  test.runIf(isOld)('an address in models.json that bills each request goes aside', async () => {
    await startWithStaleFile((config) => delete config.models);
    expect(await sendOne()).toEqual({
      requests: [`ark.cn-beijing.volces.com/api/v3/chat/completions ark-code-latest Bearer ${ark.key}`],
      isAnswered: true,
    });
    await run(['repair', 'models-json-stale']);
    expect(await sendOne()).toEqual(arrived);
  });
});
