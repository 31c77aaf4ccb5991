import { describe, expect, test } from 'vitest';
import { classifySupervisor, isLegacySupervisor, profileOfLabel } from '../../../app/core/parse/supervisor-kind.ts';

const entry = '/opt/homebrew/lib/node_modules/openclaw/dist/index.js';
const node = '/opt/homebrew/bin/node';

const classify = (label: string, command: readonly string[], serviceKind: string | null = null) =>
  classifySupervisor({ label, command, serviceKind });
const isLegacy = (label: string, ...command: readonly string[]) =>
  isLegacySupervisor({ label, command, serviceKind: null });

describe('no gateway', () => {
  test.each([
    ['another program', 'com.example.api', [node, '/srv/api/dist/index.js', 'gateway', '--port', '18789'], null],
    ['Apple’s own', 'com.apple.something', ['/usr/libexec/something'], null],
    ['the official app', 'ai.openclaw.mac', ['/Applications/OpenClaw.app/Contents/MacOS/OpenClaw'], 'official-app'],
    ['the official app with a telling argument', 'ai.openclaw.mac', ['/A/OpenClaw', 'gateway'], 'official-app'],
    ['the app under its old name', 'com.steipete.clawdbot', ['/Applications/Clawdbot.app/x'], 'official-app'],
    [
      'an app by its program',
      'com.example.start',
      ['/Applications/OpenClaw.app/Contents/MacOS/OpenClaw'],
      'official-app',
    ],
    ['the node host', 'ai.openclaw.node', [node, entry, 'node', 'run', '--host', '10.0.0.2'], 'node-host'],
    ['an ssh tunnel', 'bot.molt.ssh-tunnel', ['/usr/bin/ssh', '-N', '-L', '18789:127.0.0.1:18789', 'gateway'], 'other'],
    ['a tunnel kept by autossh', 'com.openclaw.tunnel', ['autossh', '-M', '0', 'gateway'], 'other'],
    ['a watchdog script', 'com.openclaw.gateway-guard', ['/bin/bash', '/Users/alice/guard.sh', 'gateway'], 'other'],
    ['a restart timer', 'com.example.claw', ['/opt/homebrew/bin/openclaw', 'gateway', 'restart'], 'other'],
    [
      'a restart in a shell',
      'com.example.claw',
      ['/bin/sh', '-c', 'openclaw gateway status || openclaw gateway restart'],
      'other',
    ],
    ['an update job', 'ai.openclaw.manual-update.1', [node, entry, 'update'], 'other'],
    ['a monitor', 'ai.openclaw.enhance.monitor', ['/usr/bin/python3', '-m', 'openclaw_enhance.monitor'], 'other'],
  ] as const)('%s', (_what, label, command, kind) => {
    expect(classify(label, command)).toBe(kind);
  });
});

describe('a gateway', () => {
  test.each([
    ['OpenClaw’s own', 'ai.openclaw.gateway', [node, '--max-old-space-size=8192', entry, 'gateway', '--port', '18789']],
    ['of a profile', 'ai.openclaw.work', [node, entry, '--profile', 'work', 'gateway', '--port', '18790']],
    ['under a foreign label', 'com.example.claw', [node, entry, 'gateway']],
    ['run by the command', 'com.example.claw', ['/opt/homebrew/bin/openclaw', 'gateway', 'run']],
    [
      'by its old name',
      'com.clawdbot.gateway',
      [node, '/usr/local/lib/node_modules/clawdbot/dist/entry.js', 'gateway'],
    ],
    [
      'as a daemon of clawdis',
      'com.steipete.clawdis.gateway',
      ['/Applications/Clawdis.app/Contents/Resources/clawdis', 'gateway-daemon'],
    ],
    [
      'in a shell',
      'com.example.claw',
      ['/bin/zsh', '-lc', 'cd ~ && exec openclaw gateway --port 18789 >> /tmp/x.log 2>&1'],
    ],
    ['with a pinned wrapper', 'ai.openclaw.gateway', ['/Users/alice/bin/with-proxy', 'gateway', '--port', '18789']],
    ['as a unit with a pinned wrapper', 'openclaw-gateway.service', ['/home/alice/bin/with-proxy', 'gateway']],
  ] as const)('%s', (_what, label, command) => {
    expect(classify(label, command)).toBe('gateway');
  });

  test('by OpenClaw’s own mark', () => {
    expect(classify('com.example.claw', ['/usr/local/bin/start'], 'gateway')).toBe('gateway');
    expect(classify('com.example.claw', ['/usr/local/bin/start'], 'node')).toBe('node-host');
  });
});

test('legacy is a name on the label or on the program, not on a path beside it', () => {
  expect(isLegacy('bot.molt.gateway', node, entry)).toBe(true);
  expect(isLegacy('com.openclaw.gateway', node, entry)).toBe(true);
  expect(isLegacy('x', node, '/usr/local/lib/node_modules/clawdbot/dist/entry.js')).toBe(true);
  expect(isLegacy('ai.openclaw.gateway', node, entry, '--state', '/Users/alice/.clawdbot')).toBe(false);
});

test.each([
  ['ai.openclaw.gateway', null],
  ['ai.openclaw.node', null],
  ['ai.openclaw.mac', null],
  ['ai.openclaw.work', 'work'],
  ['com.clawdbot.work', 'work'],
  ['com.example.work', null],
  ['ai.openclaw.work.update.1', null],
  ['openclaw-gateway.service', null],
  ['openclaw-gateway-work.service', 'work'],
])('profile of %s', (label, profile) => {
  expect(profileOfLabel(label)).toBe(profile);
});
