import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactCommandLine, redactText } from '../../app/core/redact.ts';

/** Looks like what OpenClaw and providers hand out; a seed keeps it from shrinking to something that is no secret. */
const digest = fc.integer().map((seed) => createHash('sha256').update(String(seed)).digest());
const anySecret = fc.oneof(
  digest.map((bytes) => bytes.toString('base64url')),
  digest.map((bytes) => bytes.toString('base64')),
  digest.map((bytes) => bytes.toString('hex')),
  digest.map((bytes) => bytes.toString('hex').slice(0, 48)),
);

describe('what must stay readable', () => {
  it.each([
    '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
    'node /opt/homebrew/lib/node_modules/openclaw/dist/index.js gateway --port 18789',
    '/Users/alice/.openclaw/service-env/ai.openclaw.gateway-env-wrapper.sh',
    '/nix/store/0c5f7q1ms8wv2y3jx9kz4b6d8g1h3n5p-openclaw-2026.9.6/bin/openclaw',
    'custom-127-0-0-1-8317/claude-opus-4-6',
    'volcengine/doubao-seed-2-0-code-preview-260215',
    'modelscope/MiniMax/MiniMax-M2.5, modelscope/Qwen/Qwen3.5-397B-A17B',
    'qwen-token-plan/qwen3-max-2026-01-23',
    'hf:meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8',
    '/Users/alice/Library/pnpm/.pnpm/openclaw@2026.9.6_0123456789abcdef0123456789abcdef/node_modules/openclaw',
    '/Users/爱丽丝 文件/.openclaw/openclaw.json',
    'listening on ws://127.0.0.1:18789, ws://[::1]:18789 (PID 77529)',
    'Bootstrap failed: 5: Input/output error',
    'gateway already running (pid 1586); lock timeout after 5000ms',
    'openclaw.json:48 — gateway: Unrecognized key: "bogus"',
    'unauthorized: gateway token mismatch (set gateway.remote.token to match gateway.auth.token)',
    'gateway.auth.token: Invalid input: expected string, received number',
    '[ws] unauthorized conn=12 reason=device_token_mismatch code=1008',
    'Environment variable "OPENCLAW_GATEWAY_TOKEN" is missing or empty.',
    '{"ready":true,"failing":[],"uptimeMs":123456}',
    'maxTokens: 4096, "contextTokens":200000',
    '2026-11-20T10:11:12.345+00:00 [gateway] ready',
    'ai.openclaw.gateway => disabled',
    'properties = keepalive | runatload | inferred program',
    'last exit code = 78: EX_CONFIG',
    'openclaw gateway run --auth token --bind loopback --port=18789 --allow-unconfigured',
    'FOO_PATH=/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    '/Users/alice/.openclaw/tmp/openclaw-501/gateway.1a2b3c4d.lock',
    "Error: Cannot find module '/opt/homebrew/lib/node_modules/openclaw/dist/entry.js'",
    '/Users/alice/Library/Caches/ms-playwright-2026/chromium',
    'at file:///opt/homebrew/.pnpm/openclaw@2026.9.6_0123456789abcdef0123456789abcdef/dist/index.js:12:3',
    'processHttp2StreamHeadersWhileGatewayRestarts failed: launchd-system-domain-unavailable',
    'OpenClaw 2026.9.6, Node v24.16.0, pid 77529, uid 501, port 18789',
  ])('%s', (text) => {
    expect(redactText(text)).toBe(text);
    expect(redactCommandLine(text)).toBe(text);
  });

  it('keeps absolute paths, ports, pids and versions that are put together at random', () => {
    const segment = fc
      .stringMatching(/^[a-z][a-z0-9.-]{0,18}$/)
      .filter((name) => !/key|token|secret|pass|cookie/.test(name));
    const path = fc.array(segment, { minLength: 2, maxLength: 8 }).map((names) => `/Users/${names.join('/')}`);
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(path, number, number, (file, pid, port) => {
        const text = `pid ${pid} listens on 127.0.0.1:${port}, started ${file} gateway --port ${port} (v2026.9.6)`;
        expect(redactText(text)).toBe(text);
      }),
    );
  });
});

describe('what must not stay', () => {
  it.each([
    ['FOO_API_KEY=sk-foo', 'FOO_API_KEY=***'],
    ["export OPENAI_API_KEY='abc def'", "export OPENAI_API_KEY='***'"],
    ['OPENCLAW_GATEWAY_TOKEN => plain', 'OPENCLAW_GATEWAY_TOKEN => ***'],
    ['Environment=ANTHROPIC_API_KEY=abc', 'Environment=ANTHROPIC_API_KEY=***'],
    ['"apiKey": "ab\\"cd",', '"apiKey": "***",'],
    ["{ apiKey: 'abc', port: 18789 }", "{ apiKey: '***', port: 18789 }"],
    ['{"0":"{\\"token\\":\\"abc\\",\\"port\\":1}"}', '{"0":"{\\"token\\":\\"***\\",\\"port\\":1}"}'],
    ['"botTokens": ["a", "b"]', '"botTokens": [***]'],
    ['password: hunter', 'password: ***'],
    ['http://127.0.0.1:18789/#token=abc', 'http://127.0.0.1:18789/#token=***'],
    ['http://127.0.0.1:18789/?a=1&token=abc&b=2', 'http://127.0.0.1:18789/?a=1&token=***&b=2'],
    ['https://alice:pw@example.com/x', 'https://***@example.com/x'],
    ['HTTPS_PROXY=http://alice:pw@10.0.0.1:3128', 'HTTPS_PROXY=http://***@10.0.0.1:3128'],
    ['Authorization: Bearer abc', 'Authorization: Bearer ***'],
    ['authorization: Basic YTpi', 'authorization: Basic ***'],
    ['--token abc --port 18789', '--token *** --port 18789'],
    ['--token=abc --port 18789', '--token=*** --port 18789'],
    ['--gateway-password "a b" x', '--gateway-password "***" x'],
    ['key 0c1d2e3f-1111-2222-3333-444455556666 used', 'key *** used'],
    ['bot 123456789:AAabcdefghijklmnopqrstuvwxyz012345678 ok', 'bot *** ok'],
    ['eyJhbGciOi.eyJzdWIiOiIx.SflKxwRJ ok', '*** ok'],
    ['-----BEGIN PRIVATE KEY-----MIIE\nabc-----END PRIVATE KEY-----', '-----BEGIN PRIVATE KEY-----***'],
    ['password="never closed', 'password="***'],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('masks a password with blanks on a command line', () => {
    expect(redactCommandLine('openclaw gateway --password my dear pass --port 18789')).toBe(
      'openclaw gateway --password *** --port 18789',
    );
    expect(redactCommandLine('openclaw gateway --password=my dear pass')).toBe('openclaw gateway --password=***');
  });

  it('masks a random secret wherever it stands', () => {
    const places: readonly ((value: string) => string)[] = [
      (value) => value,
      (value) => `token ${value} seen`,
      (value) => `("${value}")`,
      (value) => `https://example.com/hooks/${value}/x`,
      (value) => `sk-${value}`,
      (value) => `found key ms-1${value}.`,
      (value) => `Bearer ${value}`,
      (value) => `http://127.0.0.1:18789/chat#token=${value}`,
      (value) => `node openclaw.mjs gateway --token ${value} --port 18789`,
      (value) => `{"gateway":{"auth":{"token":"${value}"}}}`,
      (value) => `\tOPENCLAW_GATEWAY_TOKEN => ${value}`,
    ];
    fc.assert(
      fc.property(anySecret, fc.constantFrom(...places), (value, place) => {
        expect(redactText(place(value))).not.toContain(value);
        expect(redactCommandLine(place(value))).not.toContain(value);
      }),
      { numRuns: 500 },
    );
  });

  it('masks a random secret whose cases keep together by chance', () => {
    for (const value of [
      'ziwgEUsdkeEtrIjeRorgbrvzdgMHP6BMOKJQCT2SAVw',
      'XTpzmlenvkHQVDKHcigiCUEALDLTLnfcvQITqc',
      'TXSUETW9FAJhyLSXTXcjqmm3swoubMrdTI4h_NXLCHE',
    ])
      expect(redactText(value)).toBe('***');
  });

  it('masks what only begins like a word of a complaint, or like a path', () => {
    expect(redactText('--token no-9fK2vQ7xLp3s')).toBe('--token ***');
    expect(redactText('found /k3J/9fK2vQ7xLp3sT8wZ1bN6cR4y/mD5 there')).not.toContain('9fK2vQ7xLp3sT8wZ1bN6cR4y');
  });

  it('masks short values by their name', () => {
    const name = fc.constantFrom('OPENAI_API_KEY', 'botToken', 'app-secret', 'GATEWAY_PASSWORD', 'x-key');
    const value = fc.stringMatching(/^[a-z0-9]{4,12}$/).map((text) => `Q${text}`);
    fc.assert(
      fc.property(name, value, (left, right) => {
        for (const text of [`${left}=${right}`, `"${left}": "${right}"`, `--${left} ${right}`, `x?${left}=${right}`])
          expect(redactText(text)).not.toContain(right);
      }),
    );
  });
});

it('changes nothing more when it is applied twice, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), anySecret), (text) => {
      const once = redactText(text);
      expect(redactText(once)).toBe(once);
    }),
  );
});

it('stays fast on a very long line', () => {
  const started = performance.now();
  for (const piece of ['a', 'key', '=', '"', 'token=', '/a', '--token ', '\\"', '[', ':', 'a=', 'token:a=', 'key="'])
    redactText(piece.repeat(Math.ceil(100_000 / piece.length)));
  expect(performance.now() - started).toBeLessThan(3000);
});
