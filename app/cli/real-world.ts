import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Engine } from '../engine/engine.ts';
import type { Ports } from '../ports/index.ts';
import type { CliWorld } from './cli-world.ts';
import type { PanelRequest } from './panel.ts';
import { createTerminal } from './real-terminal.ts';

/** The real machine. What a command does not need is not loaded: `status` has to be fast. */
export function createWorld(): CliWorld {
  const terminal = createTerminal();
  const appVersion = readAppVersion();
  const onError = (error: unknown) => terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
  const open = (profile: string | null, face: Face) => openEngine({ profile, face, appVersion, onError });
  return {
    terminal,
    appVersion,
    preferredLocales: readPreferredLocales(process.env),
    openEngine: async (profile) => (await open(profile, 'command-line')).engine,
    openPanel: async (request) => openPanel(request, await open(request.profile, 'browser-panel'), appVersion),
  };
}

/** Inside the app's archive the development switches have no effect. */
const packaged = import.meta.dirname.includes('app.asar');

type Face = 'command-line' | 'browser-panel';

interface Opened {
  readonly engine: Engine;
  readonly ports: Ports;
}

async function openEngine(options: {
  readonly profile: string | null;
  readonly face: Face;
  readonly appVersion: string;
  readonly onError: (error: unknown) => void;
}): Promise<Opened> {
  const [{ createEngine }, { standardProbes }, { createPorts }, { readEnvironment }, { deriveTarget }] =
    await Promise.all([
      import('../engine/create-engine.ts'),
      import('../engine/standard-probes.ts'),
      import('../platform/node/create-ports.ts'),
      import('../platform/node/environment.ts'),
      import('../core/target.ts'),
    ]);
  const { profile, face, appVersion, onError } = options;
  const environment = readEnvironment({ packaged });
  const ports = createPorts({ packaged, environment, appVersion, isCommandLine: true });
  const target = deriveTarget(environment, profile);
  const self = { pid: process.pid, face };
  return { ports, engine: createEngine({ ports, environment, target, probes: standardProbes, self, onError }) };
}

async function openPanel({ port, locale, opens, log }: PanelRequest, { engine, ports }: Opened, appVersion: string) {
  const [{ servePanel }, { chooseOpener }, { realOs }] = await Promise.all([
    import('../web/serve-panel.ts'),
    import('../web/opener.ts'),
    import('../platform/node/switches.ts'),
  ]);
  const opener = chooseOpener({ os: realOs(), programs: ports.programs, variables: process.env });
  const assetsFolder = path.join(import.meta.dirname, '../../out/renderer');
  const { clock } = ports;
  const options = { engine, clock, locale, opener, appVersion, assetsFolder, log };
  const panel = await servePanel(port === null ? options : { ...options, port });
  await engine.start().ready;
  if (opens) await opener?.open(panel.url);
  return {
    url: panel.url,
    async close() {
      await panel.close();
      await engine.stop();
    },
  };
}

/** The sources and the bundle are both two folders below the package's root. */
function readAppVersion(): string {
  const manifest = readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** POSIX: the first that is set decides. A Mac's terminal may set none; then the system's own language. */
export function readPreferredLocales(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = [variables['LC_ALL'], variables['LC_MESSAGES'], variables['LANG']];
  const chosen = names.find((name) => name !== undefined && name !== '');
  return [chosen ?? Intl.DateTimeFormat().resolvedOptions().locale];
}
