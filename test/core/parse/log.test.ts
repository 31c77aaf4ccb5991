import { describe, expect, it } from 'vitest';
import { markKindOf } from '../../../app/core/parse/log-marks.ts';
import { parseLog } from '../../../app/core/parse/log.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const kindsIn = (name: string) => parseLog(readFixture(`machine/${name}`), false).marks.map(({ kind }) => kind);

describe('lines that mark nothing', () => {
  it.each([
    '[ws] unauthorized conn=12 reason=token_mismatch',
    '[ws] unauthorized: gateway token missing (set gateway.remote.token)',
    '[heartbeat] started',
    '[plugins] memory-core: ready',
    '[gateway] spawn broker ready pid=14765',
    '[gateway] log file: /tmp/openclaw/openclaw-2026-11-20.log',
    '[browser/server] Browser control listening on http://127.0.0.1:18791/ (auth=token)',
    '[gmail-watcher] gmail watcher stopped',
    '[agent] the user asked: why is the port in use?',
    'Error: SQLITE_BUSY: database is locked',
    'plugins.entries.qqbot: plugin not found: qqbot (stale config entry ignored; remove it from plugins config)',
    'bonjour: suppressing ciao cancellation: CIAO PROBING CANCELLED',
    'bonjour: ignoring unhandled ciao rejection: CIAO ANNOUNCEMENT CANCELLED',
    "Error: EACCES: permission denied, open '/Users/alice/Documents/x'",
    "Error: EPERM: operation not permitted, chmod '/Users/alice/.openclaw/tmp'",
    'memory pressure: level=warning reason=rss_growth',
    '[ws] closed before connect conn=7 code=1002 reason=protocol mismatch cause=protocol-mismatch expectedProtocol=4',
    '- gateway: must NOT have additional properties',
  ])('%s', (line) => {
    expect(markKindOf(line)).toBeNull();
  });
});

describe('lines of real gateways', () => {
  it.each([
    [
      'log-2026.9.6-start-stop.txt',
      ['starting', 'starting', 'listening', 'ready', 'clean-stop', 'clean-stop', 'restart-storm'],
    ],
    ['log-2026.3.8-start-stop.txt', ['listening', 'clean-stop']],
    ['log-2026.9.6-port-in-use.txt', ['starting', 'starting', 'clean-stop', 'port-in-use', 'port-in-use']],
    ['log-2026.9.6-second-same-state.txt', ['already-running', 'already-running']],
    ['log-2026.9.6.jsonl', ['listening', 'ready']],
  ])('%s', (name, kinds) => {
    expect(kindsIn(name)).toEqual(kinds);
  });

  it('an instance of 2026.3.8 that gives up, again and again', () => {
    expect(new Set(kindsIn('log-2026.3.8-already-running.txt'))).toEqual(new Set(['already-running', 'port-in-use']));
  });

  it('the safe mode of 2026.9.6', () => {
    expect(kindsIn('log-2026.9.6-breaker.txt')).toEqual(['starting', 'starting', 'breaker-tripped']);
  });
});

it.each([
  ['parked', 'gateway requires state migration; parked the managed LaunchAgent. Run openclaw doctor'],
  ['mode-missing', 'Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.'],
  ['mode-missing', 'Gateway start blocked: existing config is missing gateway.mode.'],
  ['newer-database', 'OpenClaw state database /x uses newer schema version 42; this build supports 40.'],
  [
    'older-binary',
    'Refusing to start because this OpenClaw binary (2026.3.13) is older than the config last written by OpenClaw 2026.9.6.',
  ],
  ['no-space', 'Error: ENOSPC: no space left on device, write'],
  ['database-corrupt', 'Error: database disk image is malformed'],
  ['database-corrupt', 'SqliteIntegrityError: SQLite integrity_check failed for /x'],
  ['plugin-broken', '[plugins] telegram failed to load from /x/index.js: Error: boom'],
  ['plugin-broken', '- plugins.entries.qqbot: plugin not found: qqbot'],
  ['plugin-broken', 'plugin requires OpenClaw >=2026.9.1, but this host is 2026.8.2; skipping load'],
  [
    'plugin-broken',
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x' from /a/plugin-runtime-deps/openclaw-1/y.js",
  ],
  ['mdns-crash', 'Unhandled promise rejection: Error: CIAO PROBING CANCELLED'],
  ['mdns-conflict', '[plugins] bonjour: gateway name conflict resolved; newName="alice (2)"'],
  ['memory-pressure', '[diag] memory pressure: level=critical reason=heap_threshold rssBytes=1'],
  ['log-capped', 'log file size cap reached; suppressing writes file=/x maxFileBytes=524288000'],
  ['privacy-denied', "Error: EPERM: operation not permitted, scandir '/Users/alice/Documents'"],
  ['privacy-denied', 'unable to open database "/Users/alice/Library/Messages/chat.db": authorization denied chat.db'],
  ['protocol-mismatch', 'protocol mismatch conn=7 remote=127.0.0.1 client=cli cli v2026.3.13 min=3 max=3 expected=4'],
  ['protocol-mismatch', 'invalid connect params: data must NOT have additional properties'],
  ['telegram-conflict', "Call to 'getUpdates' failed! (409: Conflict: terminated by other getUpdates request)"],
  ['telegram-conflict', '[telegram][diag] isolated polling ingress failed: Telegram getUpdates conflict: x'],
  ['timing-gap', 'host timing gap detected: process was frozen ~61000ms; restarting channels when idle'],
  ['network-down', 'Error: send ENETDOWN 224.0.0.251:5353'],
  ['no-way-out', 'getaddrinfo ENOTFOUND api.openai.com'],
  ['no-way-out', '[telegram] connect ETIMEDOUT 149.154.167.220:443'],
  ['no-way-out', 'Error: getaddrinfo EAI_AGAIN api.anthropic.com'],
  ['token-missing', 'Gateway auth is set to token, but no token is configured.'],
  [
    'token-missing',
    'gateway auth mode is token, but no token was configured (set gateway.auth.token or OPENCLAW_GATEWAY_TOKEN)',
  ],
  ['bind-refused', 'refusing to bind gateway to 0.0.0.0:18789 without auth'],
  ['port-in-use', 'failed to bind gateway socket on ws://127.0.0.1:18789: Error: listen EADDRINUSE'],
  ['already-running', 'Gateway failed to start: gateway already running (pid 1586); lock timeout after 5000ms'],
  [
    'config-syntax',
    "Failed to read config at /Users/alice/.openclaw/openclaw.json SyntaxError: JSON5: invalid character '}' at 3:1",
  ],
  ['config-invalid', 'Gateway failed to start: Invalid config at /Users/alice/.openclaw/openclaw.json'],
  ['config-invalid', '[reload] config reload skipped (invalid config): gateway: Unrecognized key: "bogus"'],
  ['node-missing', 'env: node: No such file or directory'],
  [
    'node-unsupported',
    'Node 20.20.2 is unsupported; OpenClaw requires >=24.16.0 <25, or >=26.1.0 (Node 26 recommended).',
  ],
  ['node-unsupported', 'openclaw requires Node >=22.16.0.'],
  ['module-missing', "Error: Cannot find module '/opt/homebrew/lib/node_modules/openclaw/dist/entry.js'"],
])('%s: %s', (kind, line) => {
  expect(markKindOf(line)).toBe(kind);
});

describe('lines', () => {
  it('have the time they carry, and none when they carry none', () => {
    const { lines } = parseLog(
      '2026-11-20T10:39:53.795+00:00 [gateway] ready\n    at Module (node:internal)\n\n',
      false,
    );
    expect(lines).toEqual([
      { at: Date.parse('2026-11-20T10:39:53.795Z'), text: '[gateway] ready' },
      { at: null, text: '    at Module (node:internal)' },
    ]);
  });

  it('lose their first one when it was cut, secrets, colours and other controls', () => {
    const text = `half of a line\n\u001B[31mred\u001B[0m \u0007OPENAI_API_KEY=sk-abcdefghijkl\r\n`;
    expect(parseLog(text, true).lines).toEqual([{ at: null, text: 'red OPENAI_API_KEY=***' }]);
  });

  it('are the last 200, and never endless', () => {
    const many = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    const { lines } = parseLog([...many, 'x '.repeat(5000)].join('\n'), false);
    expect(lines).toHaveLength(200);
    expect(lines.at(-2)?.text).toBe('line 299');
    expect(lines.at(-1)?.text).toHaveLength(1001);
  });

  it('of JSON that is half written are text', () => {
    expect(parseLog('{"0":"ready","time":"2026', false).lines).toEqual([
      { at: null, text: '{"0":"ready","time":"2026' },
    ]);
    expect(parseLog('{"level":"info"}', false).lines).toEqual([{ at: null, text: '{"level":"info"}' }]);
  });
});

it('a message that repeats all day hides none of the others', () => {
  const storm = '2026-11-20T10:00:01.000Z [plugins] bonjour: gateway name conflict resolved; newName="x"\n'.repeat(500);
  const { marks } = parseLog(`2026-11-20T10:00:00.000Z [gateway] starting...\n${storm}`, false);
  expect(marks[0]?.kind).toBe('starting');
  expect(marks).toHaveLength(21);
});
