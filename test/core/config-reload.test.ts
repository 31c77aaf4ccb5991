import { describe, expect, test } from 'vitest';
import { deriveReload, readReloadMode } from '../../app/core/config-reload.ts';

/** What the two versions do, in their own log: "config hot reload applied", "requires gateway restart", or nothing. */
describe.each([
  ['gateway.port', 'restart', 'restart'],
  ['gateway.bind', 'restart', 'restart'],
  ['gateway.auth.mode', 'restart', 'restart'],
  ['gateway.auth.token', 'restart', 'unknown'],
  ['gateway.auth.rateLimit.max', 'restart', 'hot'],
  ['gateway.remote.token', 'none', 'none'],
  ['gateway.reload.mode', 'none', 'none'],
  ['gateway.http.endpoints.chatCompletions.enabled', 'restart', 'hot'],
  ['gateway.controlUi.allowedOrigins', 'restart', 'hot'],
  ['gateway.controlUi.basePath', 'restart', 'restart'],
  ['gateway.tailscale.mode', 'restart', 'restart'],
  ['hooks.gmail.account', 'hot', 'hot'],
  ['agents.defaults.heartbeat.every', 'hot', 'hot'],
  ['agents.defaults.model.primary', 'hot', 'hot'],
  ['agents.defaults.workspace', 'none', 'hot'],
  ['agents.entries.main.name', 'none', 'hot'],
  ['agents.list[0].name', 'none', 'none'],
  ['models.providers["my.ark"].models[0].id', 'hot', 'hot'],
  ['cron.enabled', 'hot', 'hot'],
  ['channels.telegram.enabled', 'hot', 'hot'],
  ['channels.whatsapp.allowFrom', 'none', 'hot'],
  ['channels.dingtalk-connector.clientId', 'unknown', 'hot'],
  ['plugins.entries.x.enabled', 'restart', 'hot'],
  ['plugins.allow', 'restart', 'hot'],
  ['tools.allow', 'none', 'hot'],
  ['tools', 'none', 'hot'],
  ['browser.enabled', 'hot', 'hot'],
  ['browser.headless', 'hot', 'hot'],
  ['browser.remoteCdpTimeoutMs', 'hot', 'restart'],
  ['discovery.mdns.mode', 'restart', 'hot'],
  ['discovery.wideArea', 'restart', 'restart'],
  ['canvasHost.port', 'restart', 'restart'],
  ['mcp.servers.x', 'restart', 'hot'],
  ['mcp.apps.enabled', 'restart', 'restart'],
  ['session.scope', 'none', 'hot'],
  ['session.dmScope', 'none', 'none'],
  ['logging.level', 'none', 'none'],
  ['meta.lastTouchedAt', 'none', 'none'],
  ['meta', 'none', 'none'],
  ['env.vars.FOO', 'restart', 'restart'],
  ['gatewayport', 'restart', 'restart'],
  // A whole group in which there is of everything.
  ['gateway', 'unknown', 'unknown'],
  ['gateway.auth', 'restart', 'unknown'],
  ['agents', 'unknown', 'unknown'],
])('%s', (path, old, recent) => {
  test('2026.3.13', () => expect(deriveReload(path, '2026.3.13')).toBe(old));
  test('2026.9.6', () => expect(deriveReload(path, '2026.9.6')).toBe(recent));
  test('a version between', () => expect(deriveReload(path, '2026.6.11')).toBe(old === recent ? old : 'unknown'));
  test.each(['2026.2.26', '2026.9.7', '2027.1.1', 'latest', ''])('%j is not known', (version) => {
    expect(deriveReload(path, version)).toBe('unknown');
  });
});

test.each([
  [undefined, 'hybrid'],
  ['hybrid', 'hybrid'],
  ['${RELOAD}', 'hybrid'],
  ['off', 'off'],
  ['hot', 'hot'],
  ['restart', 'restart'],
  [1, 'hybrid'],
])('the mode %j is %s', (mode, expected) => {
  expect(readReloadMode(mode)).toBe(expected);
});
