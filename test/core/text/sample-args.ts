import type { RefusalArgsByCode } from '../../../app/core/actions/refuse.ts';
import type { ActionQuestion, RefusalCode, Step } from '../../../app/core/model/action.ts';
import type { FindingArgsByCode, FindingCode } from '../../../app/core/model/finding.ts';
import type { StateArgs } from '../../../app/core/model/state.ts';

/** Facts as they come from a machine: foreign words, which every language must repeat unchanged. */
export const foreignWords = [
  '/Users/alice/agent.plist',
  '/Users/alice/other.plist',
  '/Users/alice/openclaw.json',
  '/Users/alice/disable-launchagent',
  '/opt/node/bin/node',
  '/opt/openclaw/dist/index.js',
  '/opt/other',
  'ai.openclaw.gateway',
  'com.clawdbot.gateway',
  'openclaw gateway run',
  '78 EX_CONFIG',
  'EADDRINUSE',
  'invalid character',
  'loading plugins',
  'telegram',
  'discord',
  'python3',
  'ClawX',
  'lsof gave no answer',
  'bench-a',
  'bench-b',
  '18789',
  '18790',
  '4711',
  '5822',
  '77',
  '15',
  '3',
  '12',
] as const;

export const fullStateArgs: StateArgs = {
  port: 18789,
  pid: 4711,
  otherPid: 5822,
  otherName: 'python3',
  label: 'ai.openclaw.gateway',
  runs: 12,
  lastExit: '78 EX_CONFIG',
  failing: ['telegram', 'discord'],
  detail: 'lsof gave no answer',
};

/** Only what is always known. */
export const sparseStateArgs: StateArgs = {
  ...fullStateArgs,
  pid: null,
  otherPid: null,
  otherName: null,
  runs: null,
  lastExit: null,
  failing: [],
  detail: null,
};

const label = 'ai.openclaw.gateway';
const definitionPath = '/Users/alice/agent.plist';
const commandLine = 'openclaw gateway run';
const entryPath = '/opt/openclaw/dist/index.js';
const second = { first: label, second: 'com.clawdbot.gateway', secondPath: '/Users/alice/other.plist' };

export const findingArgs: { readonly [Code in FindingCode]: readonly FindingArgsByCode[Code][] } = {
  'agent-not-loaded': [{ label, definitionPath }],
  'agent-disabled': [{ label }],
  'port-stray': [
    { port: 18789, pid: 5822, servicePid: 4711, startedAt: Date.UTC(2026, 8, 20, 10), commandLine },
    { port: 18789, pid: 5822, servicePid: null, startedAt: null, commandLine },
  ],
  'dup-supervisor': [
    { port: 18789, ...second, secondScope: 'user-agent' },
    { port: null, ...second, secondScope: 'global-agent' },
    { port: null, ...second, secondScope: 'daemon' },
    { port: 18789, ...second, secondScope: 'systemd-user' },
    { port: null, ...second, secondScope: 'systemd-system' },
  ],
  'legacy-label': [{ label: 'com.clawdbot.gateway', path: '/Users/alice/other.plist' }],
  'keepalive-loop': [
    { label, runs: 12, lastExit: '78 EX_CONFIG', lastError: 'EADDRINUSE' },
    { label, runs: null, lastExit: null, lastError: null },
  ],
  'launchd-parked': [
    { label, lastExit: '78 EX_CONFIG', idleSeconds: 180 },
    { label, lastExit: null, idleSeconds: null },
  ],
  'config-syntax': [{ path: '/Users/alice/openclaw.json', line: 15, column: 3, message: 'invalid character' }],
  'slow-not-dead': [
    { pid: 4711, ageSeconds: 77, phase: 'loading plugins' },
    { pid: null, ageSeconds: null, phase: null },
  ],
  'node-path-gone': [
    { nodePath: '/opt/node/bin/node', why: 'missing' },
    { nodePath: '/opt/node/bin/node', why: 'not-absolute' },
    { nodePath: '/opt/node/bin/node', why: 'version-manager' },
  ],
  'entrypoint-stale': [
    { entryPath, why: 'missing', cliPackageRoot: '/opt/other' },
    { entryPath, why: 'missing', cliPackageRoot: null },
    { entryPath, why: 'other-package', cliPackageRoot: '/opt/other' },
    { entryPath, why: 'other-package', cliPackageRoot: null },
  ],
  'port-config-mismatch': [{ servicePort: 18789, configPort: 18790 }],
  'profile-split': [
    { what: 'state-dir', service: '/opt/other', shell: 'bench-b' },
    { what: 'config-path', service: '/opt/other', shell: 'bench-b' },
    { what: 'profile', service: 'bench-a', shell: 'bench-b' },
    { what: 'home', service: '/opt/other', shell: 'bench-b' },
  ],
  'third-party-host': [
    { product: 'ClawX', pid: 5822, port: 18789 },
    { product: 'ClawX', pid: null, port: null },
  ],
  'ssh-tunnel': [
    { port: 18789, pid: 5822 },
    { port: 18789, pid: null },
  ],
  'no-cli': [{ definitionPath: null }, { definitionPath }],
};

const configError = { path: '/Users/alice/openclaw.json', line: 15, column: 3, message: 'invalid character' };

export const refusalArgs: { readonly [Code in RefusalCode]: readonly RefusalArgsByCode[Code][] } = {
  busy: [{ action: 'start' }, { action: 'stop' }, { action: 'restart' }],
  'already-serving': [
    { port: 18789, pid: 4711 },
    { port: 18789, pid: null },
  ],
  'already-stopped': [{ port: 18789 }],
  'remote-mode': [{}],
  'not-installed': [{ label }],
  'maintenance-running': [{ pid: 5822, commandLine }],
  'other-program-on-port': [
    { port: 18789, pid: 5822, name: 'python3' },
    { port: 18789, pid: null, name: null },
  ],
  'stray-on-port': [{ port: 18789, pid: 5822, commandLine }],
  'not-ours-to-stop': [
    { pid: 5822, owner: 'ClawX' },
    { pid: null, owner: null },
    { pid: 5822, owner: null },
  ],
  'launch-agent-writes-disabled': [{ path: '/Users/alice/disable-launchagent' }],
  'external-supervisor': [{}],
  'node-missing': [{ nodePath: '/opt/node/bin/node' }, { nodePath: null }],
  'entry-missing': [{ entryPath }, { entryPath: null }],
  'config-broken': [configError],
  'cannot-tell': [
    { probe: 'listeners', detail: 'lsof gave no answer' },
    { probe: 'service', detail: null },
  ],
  'changed-meanwhile': [{ pid: 5822 }, { pid: null }],
};

export const questions: readonly ActionQuestion[] = [
  { code: 'stop-unmanaged', pid: 5822, commandLine },
  { code: 'enable-disabled', label },
  { code: 'restart-again-soon', minutesAgo: 3 },
];

const serviceTarget = `gui/77/${label}`;

export const steps: readonly Step[] = [
  { kind: 'enable-service', serviceTarget },
  { kind: 'load-service', domain: 'gui/77', definitionPath, serviceTarget },
  { kind: 'start-loaded-service', serviceTarget },
  { kind: 'restart-loaded-service', serviceTarget },
  { kind: 'unload-service', serviceTarget },
  { kind: 'terminate-process', process: { pid: 5822, startedAt: 0, uid: 77, commandLine } },
  { kind: 'wait-until', condition: { kind: 'service-gone', serviceTarget, pid: 4711 }, timeoutMs: 77_000 },
  { kind: 'wait-until', condition: { kind: 'port-free', port: 18789 }, timeoutMs: 12_000 },
  { kind: 'wait-until', condition: { kind: 'gateway-serves', port: 18789, notPid: 4711 }, timeoutMs: 180_000 },
];
