import type { LogMarkKind } from '../model/log.ts';
import { findKnownError } from '../providers/index.ts';
import type { ErrorMeaning } from '../providers/knowledge.ts';

/**
 * Messages that explain a gateway, by their own words in OpenClaw 2026.3.8 to 2026.9.6. The first that fits counts,
 * so the special ones come before the general ones.
 */
const marks: readonly (readonly [LogMarkKind, RegExp])[] = [
  ['parked', /parked the managed LaunchAgent|to prevent (?:a |the )?launchd restart loop/i],
  ['mode-missing', /set gateway\.mode=local|missing gateway\.mode/],
  ['newer-database', /newer schema version/],
  ['older-binary', /older than the config last written by|config was (?:last )?written by (?:a newer |version )/i],
  [
    'database-corrupt',
    /database disk image is malformed|SqliteIntegrityError|sqlite (?:integrity|quick|foreign_key)_check failed/i,
  ],
  ['no-space', /\bENOSPC\b|no space left on device/i],
  ['breaker-tripped', /restart-loop breaker tripped|suppressed by crash-loop breaker/],
  ['restart-storm', /another supervisor may be managing this Gateway|restart storm/i],
  ['token-missing', /no token (?:is|was) configured|Gateway auth is not configured|required secrets are unavailable/],
  ['bind-refused', /refusing to bind gateway|requires gateway\.controlUi\.allowedOrigins/i],
  ['port-in-use', /\bEADDRINUSE\b|another gateway instance is already listening|Port \d+ is already in use/],
  [
    'already-running',
    /gateway already running|lock timeout after \d+ms|already running under (?:launchd|systemd)|owns gateway-lifecycle|live or unverified owner/,
  ],
  [
    'plugin-broken',
    /plugin not found: (?!.*stale config entry ignored)|plugin manifest not found|plugin requires OpenClaw >=|missing-openclaw-peer-link|host peer link is missing|does not provide an export named|\[plugins\] \S+ failed (?:to load|during register)|(?:Cannot find|ERR_MODULE_NOT_FOUND).*plugin-runtime-deps/,
  ],
  // Before what was wrong with the rejected file, which the line may go on to tell.
  ['config-restored', /Config auto-restored from /],
  ['config-anomaly', /Config (?:observe|write) anomaly: |Config write rejected: /],
  ['config-syntax', /JSON5?: invalid|JSON5 parse|SyntaxError.*openclaw\.json|Failed to read config at/],
  ['config-invalid', /Invalid config at|Config invalid|Unrecognized keys?:|config reload skipped \(invalid config\)/],
  ['node-missing', /env: '?node'?: No such file|node: (?:command )?not found|exec: node: not found/],
  [
    'node-unsupported',
    /Node \S+ is unsupported|openclaw requires Node|Node\.js v?[\d.]+ is needed|SQLite support is unavailable or unsafe/,
  ],
  ['module-missing', /Cannot find (?:module|package) ['"]|ERR_MODULE_NOT_FOUND/],
  // What OpenClaw itself caught is over.
  ['mdns-crash', /^(?!.*(?:suppress|ignor)).*CIAO (?:PROBING|ANNOUNCEMENT) CANCELLED/i],
  ['mdns-conflict', /\bname conflict resolved; newName=/],
  ['memory-pressure', /memory pressure: level=critical/],
  ['log-capped', /log file size cap reached/],
  [
    'privacy-denied',
    /(?:EPERM|Operation not permitted).*\/(?:Documents|Desktop|Downloads|Library\/(?:Messages|Calendars|Mail|Safari|Mobile Documents))\b|authorization denied.*chat\.db|chat\.db.*(?:authorization denied|not permitted)/i,
  ],
  // A second line tells of the same handshake that its connection was closed.
  ['protocol-mismatch', /\bprotocol mismatch conn=|invalid connect params.*must NOT have additional/],
  ['telegram-conflict', /409: Conflict: terminated by other getUpdates|Telegram getUpdates conflict/],
  ['timing-gap', /host timing gap detected/],
  ['network-down', /\bENETDOWN\b/],
  // Each client that is turned away for its credentials has two lines; only the first names it.
  ['device-token-mismatch', /unauthorized conn=.* client=.* reason=device_token_\w+/],
  ['token-mismatch', /unauthorized conn=.* client=.* reason=(?:token|password)_mismatch\b/],
  ['token-absent', /unauthorized conn=.* client=.* reason=(?:token|password)_missing\b/],
  ['auth-rate-limited', /unauthorized conn=.* client=.* reason=rate_limited\b/],
  [
    'device-signature',
    /closed before connect conn=.* reason=device (?:signature (?:invalid|expired)|identity mismatch|nonce (?:required|mismatch)|public key invalid)/,
  ],
  ['pairing-required', /closed before connect conn=.* reason=pairing required\b/],
  ['origin-not-allowed', /closed before connect conn=.* reason=origin not allowed\b/],
  [
    'secret-unresolved',
    /SecretRefResolutionError|MissingEnvVarError|Missing env var "|\[SECRETS_(?:RELOADER_|PROVIDER_)?DEGRADED\]/,
  ],
  [
    'reload-needs-restart',
    /config change requires gateway restart \(|config reload requires gateway restart; hot mode ignoring/,
  ],
  ['reload-applied', /config hot reload applied \(|config change applied \(dynamic reads: /],
  // What its own writer did not want to be applied is left out: "skipped by writer intent".
  ['reload-skipped', /config reload skipped \(|config reload disabled \(|\bconfig reload failed: /],
  ['no-api-key', /No API key found for provider /],
  ['model-unknown', /\bUnknown model: [\w.-]+\//],
  [
    'model-not-allowed',
    /\bmodel not allowed: |\bmodel override .*not allowed for this agent|\bmodel '[^']+' not allowed, falling back|\bmodel "[^"]+" (?:is )?not allowed by agents\./i,
  ],
  // What a channel of another product says when it asks this gateway's own endpoint.
  ['endpoint-off', /\bGateway error: 40[45]\b/],
  ['clean-stop', /received SIG(?:TERM|INT); shutting down|\[shutdown\] completed cleanly/],
  ['listening', /\[gateway\] listening on wss?:|\[gateway\] http server listening/],
  ['ready', /\[gateway\] ready\s*$/],
  ['starting', /\[gateway\] (?:loading configuration|starting\.\.\.)/],
  [
    'no-way-out',
    /^(?!.*(?:\b127\.|\blocalhost\b|\[::1\])).*\b(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)\b/s,
  ],
];

/** What providers and OpenClaw itself say of a request that failed; the rest has marks of its own, or none. */
const marksByMeaning: Readonly<Record<ErrorMeaning, LogMarkKind | null>> = {
  'wrong-endpoint': 'provider-404',
  'wrong-model': 'provider-404',
  'bad-key': 'provider-401',
  'no-key': 'provider-401',
  'too-long': 'context-overflow',
  'rate-limited': 'provider-429',
  'wrong-api': 'empty-answer',
  'other-tool': 'models-scan',
  'bad-token': null,
  'endpoint-off': null,
  unreachable: null,
  proxy: null,
};

/** What a log line says about the gateway; `null` for all the others. */
export function markKindOf(line: string): LogMarkKind | null {
  const mark = marks.find(([, pattern]) => pattern.test(line));
  if (mark !== undefined) return mark[0];
  const error = findKnownError(line);
  return error === null ? null : marksByMeaning[error.meaning];
}
