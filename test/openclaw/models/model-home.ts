import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clawtenderWell, type Run } from '../clawtender.ts';
import { gatewayToken, writeConfig } from '../config.ts';
import { findListenerPid, type ForegroundGateway, startGateway, untilReady, untilSilent } from '../gateways.ts';
import { createHome } from '../homes.ts';
import { openClawNode, openClawPackage, type OpenClawVersion } from '../install.mjs';
import type { ModelServer } from './model-server.ts';

const preload = fileURLToPath(new URL('stay-on-loopback.cjs', import.meta.url));

/** A throw-away home with a real gateway, whose providers all are the model server. */
export interface ModelHome {
  /** The built command line, with variables of the shell besides; it must end well. */
  clawtender(args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<Run>;
  /** The text of the configuration. */
  readConfig(): string;
  writeConfig(text: string): void;
  /** As the first one, with more of `models` and `agents`. */
  writeModels(providers: Readonly<Record<string, object>>, defaults: object): void;
  statePath(name: string): string;
  start(): ForegroundGateway;
  untilReady(): Promise<void>;
  stop(): Promise<void>;
  /** One message through the gateway, in a conversation of its own: status and body of the answer. */
  send(): Promise<string>;
  close(): Promise<void>;
}

export function createModelHome(version: OpenClawVersion, port: number, server: ModelServer): ModelHome {
  const home = createHome(version);
  const file = writeConfig(home.path, { port });
  const entry = path.join(openClawPackage(version), 'openclaw.mjs');
  const env = { ...home.env, MODEL_SERVER_PORT: `${server.port}`, NODE_OPTIONS: `--require "${preload}"` };
  const first = openModelHttp(file);
  const writeText = (text: string) => writeFileSync(file, text, { mode: 0o600 });
  const write = (config: object) => writeText(`${JSON.stringify({ ...first, ...config }, null, 2)}\n`);
  let gateway: ForegroundGateway | null = null;
  let conversations = 0;
  return {
    // Nothing that is repaired here could come back later.
    clawtender: (args, variables = {}) =>
      clawtenderWell({ ...home.env, CLAWTENDER_HOLD_SECONDS: '1', ...variables }, ...args),
    readConfig: () => readFileSync(file, 'utf8'),
    writeConfig: writeText,
    writeModels: (providers, defaults) =>
      write({ models: { providers }, agents: { defaults: { ...first.agents.defaults, ...defaults } } }),
    statePath: (name) => path.join(home.path, '.openclaw', name),
    start() {
      gateway = startGateway({ node: openClawNode, entry, env });
      return gateway;
    },
    untilReady: () => untilReady(port),
    async stop() {
      const pid = await findListenerPid(port);
      if (pid !== null) process.kill(pid, 'SIGTERM');
      await untilSilent(port);
      await gateway?.exited;
      gateway = null;
    },
    send() {
      conversations += 1;
      return sendMessage(port, `alice-${conversations}`);
    },
    close: () => home.close(),
  };
}

/** Opens the way in by HTTP, and leaves out what a first conversation is about. */
export function openModelHttp(file: string) {
  const config = JSON.parse(readFileSync(file, 'utf8')) as { readonly gateway: object };
  const http = { endpoints: { chatCompletions: { enabled: true } } };
  const first = { ...config, gateway: { ...config.gateway, http }, agents: { defaults: { skipBootstrap: true } } };
  writeFileSync(file, `${JSON.stringify(first, null, 2)}\n`, { mode: 0o600 });
  return first;
}

/** One message through a gateway: status and body of the answer. */
export async function sendMessage(port: number, user: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gatewayToken}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ model: 'openclaw', user, messages: [{ role: 'user', content: 'Are you there?' }] }),
    signal: AbortSignal.timeout(120_000),
  });
  return `${answer.status} ${await answer.text()}`;
}
