import { expect, test } from 'vitest';
import { findGatewayAction } from '../../../app/core/parse/watchdog.ts';

test.each([
  '',
  'ssh -NL 18789:localhost:18789 openclaw-box',
  'openclaw gateway status --deep',
  'openclaw channels status --restart-hint',
  '# launchctl kickstart gui/501/ai.openclaw.gateway when it is down',
  'launchctl kickstart gui/501/com.example.backup',
  'rsync -a ~/.openclaw /Volumes/Backup/openclaw',
  'launchctl print gui/501/ai.openclaw.gateway',
])('%j does nothing to a gateway', (text) => {
  expect(findGatewayAction(text)).toBeNull();
});

test.each([
  'launchctl kickstart -k gui/501/ai.openclaw.gateway',
  'launchctl bootout gui/$(id -u)/ai.openclaw.gateway || true',
  'launchctl load ~/Library/LaunchAgents/ai.openclaw.gateway.plist',
  '/opt/homebrew/bin/openclaw gateway restart',
  'openclaw gateway --quiet start',
  'pkill -f openclaw-gateway',
  'systemctl --user restart openclaw-gateway.service',
])('%j does', (line) => {
  expect(findGatewayAction(`#!/bin/sh\n\n  ${line}\n`)).toBe(line);
});

test('a token in the line stays behind', () => {
  const line = 'OPENCLAW_GATEWAY_TOKEN=hunter2hunter2 openclaw gateway restart';
  expect(findGatewayAction(line)).not.toContain('hunter2');
});
