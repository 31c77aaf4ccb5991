import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clawtender, type Run } from '../clawtender.ts';
import { gatewayToken, writeConfig } from '../config.ts';
import { findListenerPid, type ForegroundGateway, startGateway, untilReady, untilSilent } from '../gateways.ts';
import { createHome } from '../homes.ts';
import { openClawNode, openClawPackage, type OpenClawVersion } from '../install.mjs';
import type { ModelServer } from './model-server.ts';

const preload = fileURLToPath(new URL('stay-on-loopback.cjs', import.meta.url));

/** A throw-away home with a real gateway, whose providers all are the model server. */
export interface ModelHome {
  readonly path: string;
  /** The built command line, with variables of the shell besides. */
  clawtender(args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<Run>;
  readConfig(): Record<string, unknown>;
  statePath(name: string): string;
  /** Back to the first configuration, without keys, files of agents or a gateway. */
  beginAnew(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** One message through the gateway, in a conversation of its own; the answer. */
  send(): Promise<string>;
  log(): string;
  close(): Promise<void>;
}

export function createModelHome(version: OpenClawVersion, port: number, server: ModelServer): ModelHome {
  const home = createHome(version);
  const statePath = (name: string) => path.join(home.path, '.openclaw', name);
  const entry = path.join(openClawPackage(version), 'openclaw.mjs');
  const env = { ...home.env, MODEL_SERVER_PORT: `${server.port}`, NODE_OPTIONS: `--require "${preload}"` };
  let gateway: ForegroundGateway | null = null;
  let conversations = 0;
  const writeFirst = () => {
    const file = writeConfig(home.path, { port });
    const config = JSON.parse(readFileSync(file, 'utf8')) as { gateway: object };
    const http = { endpoints: { chatCompletions: { enabled: true } } };
    const agents = { defaults: { skipBootstrap: true } };
    writeFileSync(file, `${JSON.stringify({ ...config, gateway: { ...config.gateway, http }, agents }, null, 2)}\n`);
  };
  const stop = async () => {
    const pid = await findListenerPid(port);
    if (pid !== null) process.kill(pid, 'SIGTERM');
    await untilSilent(port);
    await gateway?.exited;
    gateway = null;
  };
  writeFirst();
  return {
    path: home.path,
    clawtender: (args, variables = {}) => clawtender({ ...home.env, ...variables }, ...args),
    readConfig: () => JSON.parse(readFileSync(statePath('openclaw.json'), 'utf8')) as Record<string, unknown>,
    statePath,
    async beginAnew() {
      await stop();
      rmSync(statePath(''), { recursive: true, force: true, maxRetries: 5 });
      writeFirst();
    },
    async start() {
      gateway = startGateway({ node: openClawNode, entry, env });
      await untilReady(port);
    },
    stop,
    async send() {
      conversations += 1;
      const answer = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${gatewayToken}`, 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({
          model: 'openclaw',
          user: `alice-${conversations}`,
          messages: [{ role: 'user', content: 'Are you there?' }],
        }),
        signal: AbortSignal.timeout(120_000),
      });
      return `${answer.status} ${await answer.text()}`;
    },
    log: () => gateway?.output() ?? '',
    close: () => home.close(),
  };
}
