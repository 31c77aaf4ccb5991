import type { RefusalArgsByCode } from '../../../app/core/actions/refuse.ts';
import type { ActionQuestion, RefusalCode, Step } from '../../../app/core/model/action.ts';
import { exit78Meanings } from '../../../app/core/model/exit-78.ts';
import { providerFaults } from '../../../app/core/model/provider-finding.ts';
import type { FindingArgsByCode, FindingCode } from '../../../app/core/model/finding.ts';
import type { StateArgs } from '../../../app/core/model/state.ts';

/** Facts as they come from a machine: foreign words, which every language must repeat unchanged. */
export const foreignWords = [
  '/Users/alice/openclaw.json.old',
  'gateway: Unrecognized key',
  'gateway.auth, channels',
  'a.apiKey, b.apiKey',
  'gateway.auth.mode',
  'openclaw configure',
  'gateway.bogus',
  'gateway.mode',
  'gateway.port',
  'https://ark.example/api/coding/v3',
  'https://ark.example/api/v3',
  '/Users/alice/gateway.env',
  'https://a.example/v1',
  'https://b.example/v1',
  'MODELSTUDIO_API_KEY',
  'QWEN_CN_API_KEY',
  'modelstudio',
  'volcengine:default',
  'volcengine-plan',
  'openai/gpt-5',
  'models.providers.ark.apiKey',
  'models.providers.ark.baseUrl',
  'agents.defaults.models',
  'dingtalk-connector',
  'group:runtime',
  'qwen-portal',
  'qwen',
  'tools.allow',
  'ark/glm-4.7',
  'ark:default',
  'ARK_API_KEY',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  '10.0.0.0/8',
  '127.0.0.1',
  'messaging',
  'coding',
  'ark',
  '/Users/alice/agent.plist',
  '/Users/alice/other.plist',
  '/Users/alice/openclaw.json',
  '/Users/alice/disable-launchagent',
  '/opt/node/bin/node',
  '/opt/openclaw/dist/index.js',
  '/opt/other',
  '/opt/openclaw',
  '/opt/.openclaw-Ab12',
  '/Users/alice/gateway.lock',
  '>=24.16.0',
  '22.16.0',
  '2026.3.13',
  '2026.9.6',
  'gui/501',
  '600',
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
  'agent-not-loaded': [
    { label, definitionPath },
    { label, definitionPath: null },
  ],
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
    ...[...exit78Meanings, null].map((meaning) => ({
      label,
      runs: 12,
      lastExit: '78 EX_CONFIG',
      lastError: 'EADDRINUSE',
      meaning,
    })),
    { label, runs: null, lastExit: null, lastError: null, meaning: null },
  ],
  'launchd-parked': [
    { label, lastExit: '78 EX_CONFIG', idleSeconds: 180 },
    { label, lastExit: null, idleSeconds: null },
  ],
  'config-syntax': [{ path: '/Users/alice/openclaw.json', line: 15, column: 3, message: 'invalid character' }],
  'config-invalid': (['unknown-key', 'wrong-type', 'wrong-value', 'missing', 'told'] as const).flatMap((what) =>
    [true, false].map((runs) => ({
      path: '/Users/alice/openclaw.json',
      setting: what === 'told' ? null : 'gateway.bogus',
      line: what === 'missing' || what === 'told' ? null : 12,
      what,
      message: 'gateway: Unrecognized key',
      count: runs ? 1 : 3,
      runs,
    })),
  ),
  'config-clobber': (['shrunk', 'keys-lost', 'rolled-back', 'write-refused'] as const).flatMap((what) =>
    ['openclaw configure', null].map((writer) => ({
      path: '/Users/alice/openclaw.json',
      what,
      keys: what === 'shrunk' || what === 'keys-lost' ? 'gateway.auth, channels' : '/Users/alice/openclaw.json.old',
      count: 2,
      writer,
      at: Date.UTC(2026, 8, 20, 10),
    })),
  ),
  'mode-missing': [true, false].map((runs) => ({ path: '/Users/alice/openclaw.json', runs })),
  'mode-remote-flip': [
    { path: '/Users/alice/openclaw.json', why: 'was-local', writer: 'ClawX', at: Date.UTC(2026, 8, 20, 10) },
    { path: '/Users/alice/openclaw.json', why: 'was-local', writer: null, at: Date.UTC(2026, 8, 20, 10) },
    { path: '/Users/alice/openclaw.json', why: 'odd-token', writer: null, at: null },
  ],
  'redacted-written': [
    { path: '/Users/alice/openclaw.json', keys: 'models.providers.ark.apiKey', count: 1 },
    { path: '/Users/alice/openclaw.json', keys: 'a.apiKey, b.apiKey', count: 2 },
  ],
  'reload-loop': (['restarts', 'writes'] as const).flatMap((what) =>
    ['ClawX', null].map((writer) => ({
      path: '/Users/alice/openclaw.json',
      what,
      count: 5,
      keys: 'gateway.auth.mode',
      writer,
    })),
  ),
  'restart-pending': (['restart', 'hot-only', 'off', 'unwatched'] as const).map((why, index) => ({
    path: '/Users/alice/openclaw.json',
    keys: 'gateway.port',
    count: index + 1,
    why,
    at: Date.UTC(2026, 8, 20, 10),
  })),
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
  'log-disk': [
    { what: 'disk-full', path: '/opt/other', sizeBytes: 15e9, freeBytes: 77e6 },
    { what: 'disk-low', path: null, sizeBytes: null, freeBytes: 77e6 },
    { what: 'log-large', path: '/opt/other', sizeBytes: 15e9, freeBytes: null },
    { what: 'log-capped', path: null, sizeBytes: null, freeBytes: null },
  ],
  'db-newer': [
    { stateDir: '/opt/other', version: 'bench-a', writtenBy: 'bench-b' },
    { stateDir: '/opt/other', version: null, writtenBy: null },
  ],
  'db-corrupt': [{ stateDir: '/opt/other', line: 'EADDRINUSE' }],
  'plugin-blocks-start': [
    { plugin: 'discord', line: 'EADDRINUSE', blocks: 'start' },
    { plugin: null, line: 'EADDRINUSE', blocks: 'start' },
    { plugin: 'discord', line: 'EADDRINUSE', blocks: 'channel' },
    { plugin: null, line: 'EADDRINUSE', blocks: 'channel' },
  ],
  bonjour: [
    { what: 'crash', count: 12 },
    { what: 'storm', count: 12 },
  ],
  'breaker-safe-mode': [{ label, trippedAt: Date.UTC(2026, 8, 20, 10), endsAt: Date.UTC(2026, 8, 20, 11) }],
  'sleep-wake': [
    { pid: 4711, wokeAt: Date.UTC(2026, 8, 20, 10), what: 'silent', failing: null },
    { pid: 4711, wokeAt: Date.UTC(2026, 8, 20, 10), what: 'not-ready', failing: 'telegram, discord' },
    { pid: 4711, wokeAt: Date.UTC(2026, 8, 20, 10), what: 'not-ready', failing: null },
  ],
  cpu: [{ pid: 4711, cpuPercent: 77, minutes: 12 }],
  mem: [
    { pid: 4711, memoryBytes: 15e9, why: 'large', heapLimitBytes: 12e9 },
    { pid: 4711, memoryBytes: 15e9, why: 'grows', heapLimitBytes: null },
    { pid: 4711, memoryBytes: 15e9, why: 'pressure', heapLimitBytes: null },
  ],
  tcc: [
    { nodePath: '/opt/node/bin/node', line: 'EADDRINUSE' },
    { nodePath: null, line: 'EADDRINUSE' },
  ],
  'proto-mismatch': [
    { client: 'bench-a', count: 12 },
    { client: null, count: 12 },
  ],
  'tg-409': [{ count: 12 }],
  'doctor-damage': [
    { what: 'node', before: '/opt/node/bin/node', now: '/opt/other', doctorAt: Date.UTC(2026, 8, 20, 10) },
    { what: 'program', before: '/opt/other', now: null, doctorAt: Date.UTC(2026, 8, 20, 10) },
    { what: 'port', before: '18789', now: '18790', doctorAt: Date.UTC(2026, 8, 20, 10) },
    { what: 'configuration', before: null, now: null, doctorAt: Date.UTC(2026, 8, 20, 10) },
  ],
  'update-partial': [
    { packageRoot: '/opt/openclaw', missing: entryPath, leftover: '/opt/.openclaw-Ab12' },
    { packageRoot: '/opt/openclaw', missing: entryPath, leftover: null },
    { packageRoot: '/opt/openclaw', missing: null, leftover: '/opt/.openclaw-Ab12' },
    { packageRoot: '/opt/openclaw', missing: null, leftover: null },
  ],
  'node-version': [
    { nodePath: '/opt/node/bin/node', nodeVersion: '22.16.0', needed: '>=24.16.0' },
    { nodePath: null, nodeVersion: null, needed: null },
  ],
  'older-binary': [
    { serviceVersion: '2026.3.13', configVersion: '2026.9.6', newerPackageRoot: '/opt/other' },
    { serviceVersion: null, configVersion: null, newerPackageRoot: null },
  ],
  'plist-malformed': [
    { path: definitionPath, why: 'unreadable' },
    { path: definitionPath, why: 'arguments-shifted' },
    { path: definitionPath, why: 'file-gone' },
    { path: definitionPath, why: 'no-gateway' },
  ],
  'bootstrap-5': [
    { label, path: definitionPath, why: 'mode', mode: '600' },
    { label, path: definitionPath, why: 'mode', mode: null },
    { label, path: definitionPath, why: 'owner', mode: '600' },
    { label, path: definitionPath, why: 'refused', mode: null },
  ],
  'lock-stale': [
    { path: '/Users/alice/gateway.lock', pid: 4711, holder: 'gone' },
    { path: '/Users/alice/gateway.lock', pid: 4711, holder: 'other-program' },
  ],
  'restart-race': [{ label, failedAt: Date.UTC(2026, 8, 20, 10) }],
  'stale-chunks': [
    {
      pid: 4711,
      startedAt: Date.UTC(2026, 8, 20, 10),
      packageRoot: '/opt/openclaw',
      writtenAt: Date.UTC(2026, 8, 20, 11),
    },
  ],
  'version-skew': [{ runningVersion: '2026.3.13', installedVersion: '2026.9.6' }],
  'watchdog-fight': [
    { label: 'com.clawdbot.gateway', path: '/Users/alice/other.plist', line: commandLine, everySeconds: 180 },
    { label: 'com.clawdbot.gateway', path: '/Users/alice/other.plist', line: commandLine, everySeconds: null },
  ],
  ownership: [
    { path: '/Users/alice/openclaw.json', ownerUid: 77, count: 4 },
    { path: '/Users/alice/openclaw.json', ownerUid: null, count: 1 },
  ],
  'gui-domain-125': [{ domain: 'gui/501' }],
  'systemd-wsl': [
    { why: 'no-manager', isWsl: true },
    { why: 'no-manager', isWsl: false },
    { why: 'no-linger', isWsl: true },
    { why: 'no-linger', isWsl: false },
  ],
  'port-probe-artefact': [{ port: 18789 }],
  'stale-update-job': [
    { label, runs: 12 },
    { label, runs: null },
  ],
  'token-missing': [
    { why: 'absent', variable: null, path: '/Users/alice/openclaw.json' },
    { why: 'not-a-value', variable: null, path: '/Users/alice/openclaw.json' },
    { why: 'variable', variable: 'bench-a', path: '/Users/alice/openclaw.json' },
  ],
  'gwtoken-drift': [
    ...(['service', 'service-file', 'state-dotenv', 'gateway-env'] as const).flatMap((place) =>
      [true, false].map((bites) => ({ place, path: '/Users/alice/agent.plist', secret: 'token' as const, bites })),
    ),
    ...(['login-session', 'shell', 'remote', 'running', 'unshared'] as const).map((place) => ({
      place,
      path: null,
      secret: 'password' as const,
      bites: true,
    })),
  ],
  'devtoken-mismatch': [
    ...(['unpaired', 'key-changed', 'revoked', 'replaced', 'older'] as const).flatMap((state) =>
      [true, false].map((heals) => ({ state, client: 'bench-a', count: 3, heals })),
    ),
    { state: 'refused', client: null, count: 0, heals: null },
  ],
  'devsig-invalid': [
    { why: 'keys', client: null, count: 0, path: '/Users/alice/agent.plist' },
    { why: 'refused', client: 'bench-a', count: 12, path: null },
    { why: 'refused', client: null, count: 12, path: null },
  ],
  'pairing-loop': [
    {
      request: { requestId: 'bench-a', role: 'bench-b', scopes: 'bench-b', remoteIp: '/opt/other' },
      client: 'bench-a',
      count: 3,
      endsAt: Date.UTC(2026, 8, 20, 10),
    },
    {
      request: { requestId: 'bench-a', role: null, scopes: 'bench-b', remoteIp: null },
      client: null,
      count: 0,
      endsAt: null,
    },
    { request: null, client: 'bench-a', count: 3, endsAt: null },
    { request: null, client: null, count: 3, endsAt: null },
  ],
  'controlui-stale': (['token', 'none', 'device', 'limited'] as const).map((why) => ({ why, count: 12 })),
  'origin-blocked': [{ origin: 'bench-a', address: 'bench-b', count: 3 }],
  'bind-exposed': [
    { what: 'open', bind: 'bench-a', address: 'bench-b' },
    { what: 'open', bind: null, address: null },
    { what: 'refused', bind: 'bench-a', address: null },
    { what: 'refused', bind: null, address: null },
    { what: 'origins', bind: 'bench-a', address: null },
    { what: 'origins', bind: null, address: null },
    { what: 'local', bind: 'bench-a', address: null },
  ],
  'secret-leak': [
    { what: 'argument', path: '/Users/alice/agent.plist', mode: null },
    { what: 'file-mode', path: '/Users/alice/openclaw.json', mode: '600' },
    { what: 'log', path: '/Users/alice/agent.plist', mode: null },
    { what: 'place', path: 'models.providers.ark.baseUrl', mode: null },
  ],
  'env-key-missing': [
    { name: 'ARK_API_KEY', path: 'models.providers.ark.apiKey', more: 0, inShell: true, blocksStart: false },
    { name: 'ARK_API_KEY', path: 'models.providers.ark.apiKey', more: 3, inShell: false, blocksStart: true },
    { name: 'ARK_API_KEY', path: 'models.providers.ark.apiKey', more: 1, inShell: true, blocksStart: true },
    { name: 'HTTPS_PROXY', path: null, more: 0, inShell: true, blocksStart: false },
  ],
  'models-json-stale': [
    {
      what: 'wins',
      agent: 'discord',
      provider: 'ark',
      path: '/opt/other',
      inFile: 'https://ark.example/api/v3',
      wanted: 'https://ark.example/api/coding/v3',
    },
    { what: 'ghost', agent: 'discord', provider: 'ark', path: '/opt/other', inFile: null, wanted: null },
  ],
  'agent-auth-split': [{ agent: 'discord', provider: 'ark', other: 'coding' }],
  'model-allowlist': [
    { what: 'replaced', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
    { what: 'refused', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
    { what: 'hidden', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
    { what: 'unknown', model: 'ark/glm-4.7', list: null },
  ],
  'tools-whitelist': (['whitelist', 'nothing-left', 'profile'] as const).flatMap((what) =>
    ([null, 'discord'] as const).flatMap((agent) =>
      ([what === 'profile' ? 'coding' : null, 'coding'] as const).map((profile) => ({
        what,
        path: 'tools.allow',
        agent,
        profile,
        lets: 'group:runtime',
        hides: 'messaging',
      })),
    ),
  ),
  'http-endpoint-off': [
    { channel: 'dingtalk-connector', authMode: 'token' },
    { channel: 'dingtalk-connector', authMode: 'none' },
    { channel: 'dingtalk-connector', authMode: null },
  ],
  'proxy-loopback': [
    { proxy: 'HTTP_PROXY', exempt: '10.0.0.0/8', user: 'models.providers.ark.baseUrl', host: '127.0.0.1' },
    { proxy: 'HTTP_PROXY', exempt: null, user: 'models.providers.ark.baseUrl', host: '127.0.0.1' },
  ],
  'oauth-expired': [
    { what: 'removed', provider: 'qwen-portal', profile: null, expiresAt: null, isUsed: true },
    { what: 'removed', provider: 'qwen-portal', profile: null, expiresAt: null, isUsed: false },
    ...(['expired', 'expires-soon'] as const).flatMap((what) => [
      { what, provider: 'ark', profile: 'ark:default', expiresAt: Date.UTC(2026, 8, 20, 10), isUsed: true },
      { what, provider: 'ark', profile: null, expiresAt: null, isUsed: true },
    ]),
  ],
  'provider-wrong': providerFaults.flatMap((why) =>
    ([null, 'lsof gave no answer'] as const).flatMap((words) =>
      (['ark/glm-4.7', null] as const).map((found) => ({
        why,
        provider: 'ark',
        found,
        wanted: found === null && why === 'model-plan' ? null : 'https://ark.example/api/coding/v3',
        words,
      })),
    ),
  ),
  'rate-cooldown': [
    ...[Date.UTC(2026, 8, 20, 10), null].flatMap((until) =>
      [0, 3].map((fallbacks) => ({
        what: until === null ? ('limited' as const) : ('used-up' as const),
        provider: 'ark',
        model: 'ark/glm-4.7',
        words: until === null ? null : 'lsof gave no answer',
        until,
        calls: until === null ? null : 77,
        spare: 3,
        fallbacks,
      })),
    ),
    {
      what: 'unprepared',
      provider: 'ark',
      model: 'ark/glm-4.7',
      words: null,
      until: null,
      calls: 77,
      spare: 11,
      fallbacks: 0,
    },
  ],
  'models-scan': [{ count: 12 }],
  'context-overflow': [
    { model: 'ark/glm-4.7', words: 'lsof gave no answer', window: 18790, known: 4711 },
    { model: null, words: 'lsof gave no answer', window: null, known: null },
  ],
  'session-bloat': [{ agent: 'discord', files: 77, leftovers: 12, sizeBytes: 2_000_000_000 }],
  'tz-shift': [{ label }],
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
  {
    code: 'restart-rejected-config',
    path: '/Users/alice/openclaw.json',
    line: 12,
    setting: 'gateway.bogus',
    version: '2026.9.6',
  },
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
