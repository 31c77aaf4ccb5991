import path from 'node:path';
import { writeConfig } from '../openclaw/config.ts';
import { findListenerPid, type ForegroundGateway, startGateway, untilReady } from '../openclaw/gateways.ts';
import { createHome, type Home } from '../openclaw/homes.ts';
import { openClawNode, openClawPackage, type OpenClawVersion } from '../openclaw/install.mjs';

/** A throw-away home in which real gateways are started in the foreground, one after another. */
export interface Terminal {
  readonly home: Home;
  readonly port: number;
  readonly entry: string;
  /** Resolves when the gateway is ready; `pid` is the process that listens. */
  start(): Promise<{ readonly pid: number; readonly gateway: ForegroundGateway }>;
}

export function openTerminal(version: OpenClawVersion, port: number): Terminal {
  const home = createHome(version);
  const entry = path.join(openClawPackage(version), 'openclaw.mjs');
  writeConfig(home.path, { port });
  return {
    home,
    port,
    entry,
    start: async () => {
      const gateway = startGateway({ node: openClawNode, entry, env: home.env });
      await untilReady(port);
      const pid = await findListenerPid(port);
      if (pid === null) throw new Error(`Nothing listens on ${port}.`);
      return { pid, gateway };
    },
  };
}
