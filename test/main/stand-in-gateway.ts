import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as buildPlist } from 'plist';
import type { SimulatedMac } from '../simulated-macos/create.mjs';

export const label = 'ai.openclaw.gateway';
const version = '2026.9.6';

/**
 * Answers as OpenClaw 2026.9.6 does, and ends when asked. Every configuration is fine with it; its installation gives
 * an installed service the port of the configuration.
 */
const program = `
if (process.argv.includes('validate') || process.argv[2] === 'config') process.exit(0);
if (process.argv[3] === 'install') {
  require('./install.js');
  process.exit(0);
}
const http = require('node:http');
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const startedAt = Date.now();
const answers = {
  '/healthz': () => ({ ok: true, status: 'live' }),
  '/readyz': () => ({ ready: true, failing: [], uptimeMs: Date.now() - startedAt }),
  '/startupz': () => ({ ok: true, status: 'started', version: '${version}', uptimeMs: Date.now() - startedAt }),
};
const server = http.createServer((request, response) => {
  const answer = answers[request.url];
  response.setHeader('content-type', answer ? 'application/json' : 'text/html');
  response.end(answer ? JSON.stringify(answer()) : '<!doctype html><title>OpenClaw Control</title>');
});
server.listen(port, '127.0.0.1', () => console.log('[gateway] ready'));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

/** The definition written anew, taken out of launchd, enabled, and loaded again. */
function installer({ toolsDir, domain, home }: SimulatedMac, definition: string): string {
  return `
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const launchctl = ${JSON.stringify(path.join(toolsDir, 'launchctl'))};
const [definition, target] = ${JSON.stringify([definition, `${domain}/${label}`])};
const { port } = JSON.parse(fs.readFileSync(${JSON.stringify(configOf(home))}, 'utf8')).gateway;
const text = fs.readFileSync(definition, 'utf8');
fs.writeFileSync(definition, text.replace(/(--port<\\/string>\\s*<string>)\\d+/, '$1' + port));
spawnSync(launchctl, ['bootout', target]);
while (spawnSync(launchctl, ['print', target]).status === 0);
execFileSync(launchctl, ['enable', target]);
execFileSync(launchctl, ['bootstrap', ${JSON.stringify(domain)}, definition]);
`;
}

export function configOf(home: string): string {
  return path.join(home, '.openclaw/openclaw.json');
}

/** Puts a gateway and its LaunchAgent where OpenClaw's installer would; gives the path of the definition. */
export function installGateway(mac: SimulatedMac, port: number): string {
  const packageRoot = path.join(mac.home, '.npm-global/lib/node_modules/openclaw');
  const entry = path.join(packageRoot, 'dist/index.js');
  write(entry, program);
  write(path.join(packageRoot, 'openclaw.mjs'), "import './dist/index.js';\n");
  write(path.join(packageRoot, 'package.json'), JSON.stringify({ name: 'openclaw', version }));
  write(configOf(mac.home), JSON.stringify({ gateway: { port, mode: 'local' } }), 0o600);
  const log = path.join(mac.home, 'Library/Logs/openclaw/gateway.log');
  const definition = path.join(mac.launchAgents, `${label}.plist`);
  write(path.join(packageRoot, 'dist/install.js'), installer(mac, definition));
  const content = {
    Label: label,
    ProgramArguments: [process.execPath, entry, 'gateway', '--port', String(port)],
    EnvironmentVariables: { HOME: mac.home, OPENCLAW_GATEWAY_PORT: String(port), OPENCLAW_SERVICE_VERSION: version },
    RunAtLoad: true,
    KeepAlive: true,
    ThrottleInterval: 1,
    StandardOutPath: log,
    StandardErrorPath: log,
  };
  write(definition, buildPlist(content));
  return definition;
}

/** As if it had been there for a day. */
function write(file: string, content: string, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
  const aDayAgo = new Date(Date.now() - 86_400_000);
  utimesSync(file, aDayAgo, aDayAgo);
}
