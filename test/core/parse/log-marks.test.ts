import { describe, expect, it } from 'vitest';
import type { LogMarkKind } from '../../../app/core/model/log.ts';
import { markKindOf } from '../../../app/core/parse/log-marks.ts';
import { parseLog } from '../../../app/core/parse/log.ts';

const peer = 'conn=0f5c4c1e-8f5b-4b0e-9d55-6f0f8ddc1a01 peer=127.0.0.1:44718->127.0.0.1:18789 remote=127.0.0.1';
const closed =
  '[ws] closed before connect conn=0f5c4c1e-8f5b-4b0e-9d55-6f0f8ddc1a01 remote=127.0.0.1 fwd=n/a origin=n/a host=127.0.0.1:18789 ua=n/a';

describe('lines about clients, settings and models that mark nothing', () => {
  it.each([
    // The second line of a refusal that was told already.
    `${closed} code=1008 reason=unauthorized: gateway token mismatch (provide gateway auth token)`,
    `${closed} code=1008 reason=unauthorized: device token mismatch (rotate/reissue device token)`,
    `${closed} code=1008 reason=connect failed phase=auth_credentials_received cause=unauthorized durationMs=305`,
    `${closed} code=1000 reason=n/a phase=ws_upgrade_started durationMs=11 handshake=pending`,
    `${closed} code=1008 reason=device identity required`,
    '[gateway] device pairing auto-approved device=ec4ca07f role=operator',
    '[gateway] security audit: device access upgrade requested reason=scope-upgrade device=ec4c client=cli conn=1',
    '[reload] config change detected; evaluating reload (gateway.auth.token)',
    '[reload] config reload retry (1/2): config file not found',
    '[reload] config reload skipped by writer intent (doctor)',
    '[reload] all operations and replies completed; restarting gateway now',
    '[secrets] [SECRETS_RELOADER_RECOVERED] Secret resolution recovered',
    'Config write will strip JSON5 comments from /home/alice/.openclaw/openclaw.json.',
    '[ws] ⇄ res ✗ status 0ms errorCode=FORBIDDEN errorMessage=missing scope: operator.read conn=7 id=h',
    '[agent] the user asked: is the model not allowed, or is the token missing?',
    'Error: connect ECONNREFUSED 127.0.0.1:18789',
    // Of the gateway to a program, and of a proxy: not a provider's.
    '[dingtalk-connector] Gateway error: 401',
    'TypeError: fetch failed',
    'HTTP 404: 404 page not found',
  ])('%s', (line) => {
    expect(markKindOf(line)).toBeNull();
  });
});

const cases: readonly (readonly [LogMarkKind, string])[] = [
  ['token-mismatch', '[ws] unauthorized conn=1 remote=127.0.0.1 client=cli cli v2026.3.13 reason=token_mismatch'],
  [
    'token-mismatch',
    `[ws] unauthorized ${peer} client=cli cli v2026.9.6 role=operator scopes=1 auth=token device=yes platform=linux instance=n/a host=127.0.0.1:18789 origin=n/a ua=n/a reason=token_mismatch guidance=unauthorized: gateway token mismatch (provide gateway auth token)`,
  ],
  [
    'token-mismatch',
    '[ws] unauthorized conn=1 remote=127.0.0.1 client=openclaw-control-ui webchat v2026.3.13 reason=password_mismatch',
  ],
  ['token-absent', '[ws] unauthorized conn=1 remote=127.0.0.1 client=openclaw-control-ui ui vdev reason=token_missing'],
  [
    'device-token-mismatch',
    '[ws] unauthorized conn=1 remote=127.0.0.1 client=gateway-client backend v0.0.1 reason=device_token_mismatch',
  ],
  ['auth-rate-limited', '[ws] unauthorized conn=1 remote=192.168.1.7 client=node-host node vdev reason=rate_limited'],
  ['device-signature', `${closed} code=1008 reason=device signature invalid`],
  ['device-signature', `${closed} code=1008 reason=device signature expired phase=auth_credentials_received`],
  ['device-signature', `${closed} code=1008 reason=device identity mismatch`],
  ['pairing-required', `${closed} code=1008 reason=pairing required`],
  ['pairing-required', `${closed} code=1008 reason=pairing required: device is not approved yet (requestId: 1)`],
  [
    'origin-not-allowed',
    '[ws] closed before connect conn=1 remote=127.0.0.1 fwd=n/a origin=https://evil.example host=127.0.0.1:18789 ua=n/a code=1008 reason=origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)',
  ],
  ['reload-applied', '[reload] config hot reload applied (agents.defaults.model, plugins.entries.anthropic)'],
  ['reload-applied', '[reload] config change applied (dynamic reads: agents.defaults.compaction, logging)'],
  ['reload-needs-restart', '[reload] config change requires gateway restart (gateway.auth.token)'],
  ['reload-needs-restart', '[reload] config change requires gateway restart (gateway.port) — preparing'],
  ['reload-needs-restart', '[reload] config reload requires gateway restart; hot mode ignoring (gateway.port)'],
  ['reload-skipped', '[reload] config reload disabled (gateway.reload.mode=off)'],
  ['reload-skipped', '[reload] config reload skipped (config file not found)'],
  ['reload-skipped', '[reload] config reload failed: Error: boom'],
  [
    'config-restored',
    'Config auto-restored from backup: /home/alice/.openclaw/openclaw.json (size-drop-vs-last-good:2324->649)',
  ],
  [
    'config-restored',
    'Config auto-restored from last-known-good: /home/alice/.openclaw/openclaw.json (reload-invalid-config); Rejected validation details: gateway: Unrecognized key: "bogus".',
  ],
  ['config-anomaly', 'Config observe anomaly: /home/alice/.openclaw/openclaw.json (missing-meta-vs-last-good)'],
  ['config-anomaly', 'Config write anomaly: /home/alice/.openclaw/openclaw.json (gateway-mode-removed)'],
  ['config-anomaly', 'Config write rejected: /home/alice/.openclaw/openclaw.json (gateway-mode-removed).'],
  [
    'secret-unresolved',
    '[reload] config reload failed: SecretRefResolutionError: Environment variable "MY_KEY" is missing or empty.',
  ],
  ['secret-unresolved', '[secrets] [SECRETS_RELOADER_DEGRADED] SecretRefResolutionError: Environment variable "X"'],
  ['secret-unresolved', '[secrets] [SECRETS_DEGRADED] cold provider:ark: Environment variable "MY_KEY" is missing'],
  ['secret-unresolved', 'MissingEnvVarError: Missing env var "MY_KEY" referenced at config path: models.providers.ark'],
  [
    'no-api-key',
    '[diagnostic] lane task error: lane=main durationMs=51 error="Error: No API key found for provider "ghost". Auth store: /home/alice/.openclaw/agents/main/agent/auth-profiles.json"',
  ],
  ['model-unknown', '[diagnostic] lane task error: lane=main error="FailoverError: Unknown model: ark/glm-9"'],
  [
    'model-not-allowed',
    "cron: payload.model 'ark/glm-9' not allowed, falling back to agent defaults (model not allowed: ark/glm-9)",
  ],
  [
    'model-not-allowed',
    '[hooks] hooks.gmail.model "ark/glm-9" not allowed by agents.defaults.modelPolicy.allow (will use primary instead)',
  ],
  ['model-not-allowed', 'Model override ark/glm-9 is not allowed for this agent by agents.defaults.modelPolicy.allow'],
  ['endpoint-off', '[dingtalk-connector] reply failed: Error: Gateway error: 404 - Not Found'],
  ['provider-404', '404 The model or endpoint glm-4.7 does not exist or you do not have access to it. Request id: 1'],
  [
    'provider-404',
    'embedded run agent end: provider=ark error=404 The m model does not support the coding plan feature.',
  ],
  [
    'provider-404',
    'embedded run failover decision: decision=surface_error reason=model_not_found provider=own/m profile=-',
  ],
  ['provider-401', '401 The API key format is incorrect. Request id: 02177'],
  ['provider-401', 'embedded run failover decision: decision=surface_error reason=auth attempt=1 from=own/m profile=-'],
  ['provider-429', 'embedded run agent end: runId=1 model=m provider=own error=⚠️ API rate limit reached.'],
  [
    'provider-429',
    '[model-fallback/decision] model fallback decision: requested=own/m candidate=own/m reason=rate_limit',
  ],
  ['context-overflow', '400 Total tokens of image and text exceed max message tokens. Request id: 02177'],
  ['context-overflow', 'embedded run agent end: error=Context overflow: prompt too large for the model. Try /reset'],
  ['empty-answer', '[dingtalk-connector] No reply from agent.'],
  ['models-scan', 'Error: Missing OpenRouter API key. Set OPENROUTER_API_KEY to run models scan.'],
];

it.each(cases)('%s: %s', (kind, line) => {
  expect(markKindOf(line)).toBe(kind);
});

it('a server on this computer that does not answer says nothing of the way out', () => {
  expect(markKindOf('fetch failed: connect ECONNREFUSED 127.0.0.1:11434')).toBeNull();
  expect(markKindOf('http://localhost:8080/v1: fetch failed')).toBeNull();
});

it('what explains an end comes first', () => {
  expect(markKindOf('[reload] config reload skipped (invalid config): gateway: Unrecognized key: "bogus"')).toBe(
    'config-invalid',
  );
  expect(markKindOf('Startup failed: required secrets are unavailable. SecretRefResolutionError: x')).toBe(
    'token-missing',
  );
});

it('a mark still tells which client was turned away, and from where', () => {
  const text = cases.map(([, line]) => `2026-11-20T10:00:00.000Z ${line}`).join('\n');
  const { marks } = parseLog(text, false);
  expect(marks.map(({ kind }) => kind)).toEqual(cases.map(([kind]) => kind));
  expect(marks[1]?.line).toContain('client=cli cli v2026.9.6');
  expect(marks[1]?.line).toContain('reason=token_mismatch');
  expect(marks[3]?.line).toContain('client=openclaw-control-ui');
  expect(marks.find(({ kind }) => kind === 'origin-not-allowed')?.line).toContain('origin=https://evil.example');
});

it('the context of a JSON line is part of the mark', () => {
  const line = JSON.stringify({
    0: '{"subsystem":"gateway/ws"}',
    1: { cause: 'device-auth-invalid', handshake: 'failed', reason: 'device-signature', client: 'cli' },
    2: 'closed before connect conn=1 remote=127.0.0.1 code=1008 reason=device signature invalid',
    time: '2026-11-20T10:00:00.000Z',
  });
  expect(parseLog(line, false).marks).toMatchObject([
    { kind: 'device-signature', line: expect.stringContaining('"client":"cli"') },
  ]);
});
