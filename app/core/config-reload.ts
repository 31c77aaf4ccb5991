import { compareOpenClawVersions } from './versions.ts';

/** What a gateway that runs does with a changed setting. `none`: nothing need be done, it reads it when it needs it. */
export type Reload = 'none' | 'hot' | 'restart';

/** Prefixes of settings; `*` is any one name. */
type ReloadTable = readonly (readonly [Reload | 'unknown', readonly string[]])[];

/** Channels in the package of 2026.3.13, but for the one that it only reads when it needs it. */
const packedChannels: readonly string[] = [
  'bluebubbles',
  'discord',
  'feishu',
  'googlechat',
  'imessage',
  'irc',
  'line',
  'matrix',
  'mattermost',
  'msteams',
  'nextcloud-talk',
  'nostr',
  'signal',
  'slack',
  'synology-chat',
  'telegram',
  'tlon',
  'zalo',
  'zalouser',
];

/** OpenClaw 2026.3.13, `config-reload-plan.ts` with the channels in the package: the first that fits counts. */
const table3: ReloadTable = [
  ['none', ['gateway.remote', 'gateway.reload', 'diagnostics.stuckSessionWarnMs']],
  ['hot', ['gateway.channelHealthCheckMinutes', 'hooks']],
  [
    'hot',
    ['agents.defaults.heartbeat', 'agents.defaults.models', 'agents.defaults.model', 'models', 'agent.heartbeat'],
  ],
  ['hot', ['cron', 'browser', 'web']],
  ['none', ['channels.whatsapp']],
  ['hot', packedChannels.map((channel) => `channels.${channel}`)],
  // A channel of a plugin: the plugin says what it wants.
  ['unknown', ['channels']],
  ['none', ['meta', 'identity', 'wizard', 'logging', 'agents', 'tools', 'bindings', 'audio', 'agent', 'routing']],
  ['none', ['messages', 'session', 'talk', 'skills', 'secrets', 'ui']],
  ['restart', ['plugins', 'gateway', 'discovery', 'canvasHost']],
];

/** OpenClaw 2026.9.6, the same with the plugins in the package: the longest prefix counts. */
const table9: ReloadTable = [
  ['none', ['gateway.remote', 'gateway.reload']],
  // Hot while the kind of credentials stays the same, and without effect on a gateway that drew its own at its start.
  ['unknown', ['gateway.auth.token', 'gateway.auth.password']],
  ['restart', ['mcp.apps', 'secrets.egressProxy', 'gateway.portals']],
  ['hot', ['gateway.http.endpoints', 'gateway.http.securityHeaders.strictTransportSecurity', 'gateway.tools']],
  ['hot', ['gateway.cliAgents', 'gateway.controlUi.enabled', 'gateway.controlUi.environment']],
  ['hot', ['gateway.controlUi.communityInvite', 'gateway.controlUi.github', 'gateway.controlUi.sessionObserver']],
  ['hot', ['gateway.controlUi.embedSandbox', 'gateway.controlUi.allowExternalEmbedUrls']],
  ['hot', ['gateway.controlUi.automaticallyFetchFavicons', 'gateway.controlUi.experimental.customPlugins']],
  ['hot', ['gateway.controlUi.allowedOrigins', 'gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback']],
  ['hot', ['gateway.nodes.browser', 'gateway.nodes.pairing', 'gateway.nodes.commands', 'gateway.nodes.allowSkills']],
  ['hot', ['gateway.nodes.pluginTools.enabled', 'gateway.push.apns.relay', 'gateway.terminal', 'gateway.roles']],
  ['hot', ['gateway.auth.rateLimit', 'gateway.auth.allowTailscale', 'gateway.auth.identityScopes']],
  ['hot', ['gateway.auth.trustedProxy', 'gateway.trustedProxies', 'gateway.allowRealIpFallback']],
  ['hot', ['gateway.publicOrigin', 'mcp', 'mcp.apps.sandboxOrigin', 'diagnostics.enabled', 'discovery.mdns.mode']],
  ['hot', ['agents.defaults', 'agents.entries', 'agents.ownership', 'models', 'agent.heartbeat', 'hooks', 'cron']],
  ['hot', ['skills.workshop.autonomous.mode', 'plugins', 'transcripts', 'desktop.host', 'cloudWorkers']],
  ['hot', ['talk.provider', 'talk.realtime.provider', 'session.scope', 'session.store', 'channels', 'tools']],
  ['hot', ['approvals.exec', 'approvals.plugin', 'auth.order', 'auth.profiles', 'broadcast', 'memory.citations']],
  ['hot', ['worktreeRoot', 'worktreeAcceleration', 'security.audit.suppressions', 'security.installPolicy']],
  ['hot', ['diagnostics.cacheTrace.enabled', 'acp', 'attachments.ttlHours', 'update.checkOnStart', 'update.channel']],
  ['hot', ['update.auto.enabled', 'telemetry.enabled', 'telemetry.consentedAt']],
  // By their channels: hot where one wants to be told of them, else nothing is to be done.
  ['none', ['commands', 'accessGroups', 'tts', 'surfaces', 'diagnostics.flags']],
  ['none', ['meta', 'identity', 'wizard', 'logging', 'agents', 'bindings', 'audio', 'agent', 'routing', 'messages']],
  ['none', ['session', 'talk', 'skills', 'secrets', 'tui', 'ui']],
  ['restart', ['browser', 'gateway', 'discovery']],
  ['hot', ['browser.profiles', 'browser.defaultProfile', 'browser.headless', 'browser.executablePath']],
  ['hot', ['browser.attachOnly', 'browser.cdpUrl', 'browser.noSandbox', 'browser.extraArgs']],
  ['hot', ['browser.snapshotDefaults', 'browser.tabCleanup', 'browser.allowSystemProfileImport', 'browser.enabled']],
  ['hot', ['browser.evaluateEnabled', 'browser.ssrfPolicy', 'browser.extensionRelay.allowLegacyAuth']],
];

/**
 * What a running gateway of this version does when the setting changes, in its default mode. Two versions were read;
 * between them only what both agree on is told. `unknown`: another version, a plugin's own affair, or a whole group in
 * which settings of different kinds lie.
 */
export function deriveReload(path: string, version: string): Reload | 'unknown' {
  const afterFirst = compareOpenClawVersions(version, '2026.3.13');
  const beforeLast = compareOpenClawVersions(version, '2026.9.6');
  if (afterFirst === null || beforeLast === null || afterFirst < 0 || beforeLast > 0) return 'unknown';
  const old = lookUp(path, table3, 'first');
  const recent = lookUp(path, table9, 'longest');
  if (afterFirst === 0) return old;
  if (beforeLast === 0) return recent;
  return old === recent ? old : 'unknown';
}

/** What no prefix names wants a restart, in both versions. */
function lookUp(path: string, table: ReloadTable, wins: 'first' | 'longest'): Reload | 'unknown' {
  const entries = table.flatMap(([reload, prefixes]) => prefixes.map((prefix) => ({ reload, prefix })));
  const fitting = entries.filter(({ prefix }) => isWithin(path, prefix));
  const chosen = wins === 'first' ? fitting[0] : fitting.toSorted((one, other) => depth(other) - depth(one))[0];
  const found = chosen?.reload ?? 'restart';
  const inside = entries.filter(({ prefix }) => prefix !== path && isWithin(prefix, path));
  return inside.every(({ reload }) => reload === found) ? found : 'unknown';
}

const depth = ({ prefix }: { readonly prefix: string }): number => prefix.split('.').length;

/** `gateway.auth.token`, `models["x"]` and `agents.list[0]` lie within `gateway.auth`, `models` and `agents.list`. */
function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
}

/** What `gateway.reload.mode` says; the default of both versions is `hybrid`, and 2026.9.6 knows no other but `off`. */
export type ReloadMode = 'hybrid' | 'hot' | 'restart' | 'off';

export function readReloadMode(mode: unknown): ReloadMode {
  return mode === 'off' || mode === 'hot' || mode === 'restart' ? mode : 'hybrid';
}
