import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Shared by every gateway of the tests; never leaves loopback. */
export const gatewayToken = 'token-of-the-tests-0123456789';

/** A small valid openclaw.json: loopback, token, nothing that looks at the network. */
export function writeConfig(home: string, options: { readonly port: number; readonly stateDir?: string }): string {
  const file = path.join(home, options.stateDir ?? '.openclaw', 'openclaw.json');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const config = {
    gateway: { mode: 'local', port: options.port, bind: 'loopback', auth: { mode: 'token', token: gatewayToken } },
    update: { checkOnStart: false },
    discovery: { mdns: { mode: 'off' } },
    logging: { file: path.join(home, 'openclaw-test.log') },
  };
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
  return file;
}
