import { describe, expect, it } from 'vitest';
import type { ProcessRole } from '../../../app/core/model/process.ts';
import { deriveProcessRole } from '../../../app/core/parse/process-role.ts';

const packageFolder = '/opt/homebrew/lib/node_modules/openclaw';

const table: Readonly<Record<ProcessRole, readonly (readonly [commandLine: string, name?: string])[]>> = {
  other: [
    [''],
    ['vim openclaw gateway', 'vim'],
    ['grep openclaw gateway', 'grep'],
    ['/bin/sh -c openclaw gateway run', 'sh'],
    ['tail -f /Users/alice/.openclaw/logs/gateway.log', 'tail'],
    ['node /srv/shop/dist/index.js --port 18789', 'node'],
    ['node /srv/shop/dist/index.js serve', 'node'],
    ['node /Users/alice/try.mjs openclaw gateway', 'node'],
    [`node ${packageFolder}/dist/worker.js`, 'node'],
    ['/usr/sbin/sshd -D', 'sshd'],
    ['ssh-agent -l', 'ssh-agent'],
    ['npm install express', 'node'],
    ['npm run build', 'node'],
    ['brew upgrade ripgrep', 'brew'],
    ['/bin/launchctl print gui/501/ai.openclaw.gateway', 'launchctl'],
    ['/Applications/Clawtender.app/Contents/MacOS/Clawtender', 'Clawtender'],
    ['node /Users/alice/clawtender/out/cli/clawtender.js status --profile openclaw', 'node'],
    ['/usr/bin/python3 -m http.server 18789', 'python3'],
  ],
  gateway: [
    [`/opt/homebrew/bin/node ${packageFolder}/dist/index.js gateway --port 18789`, 'node'],
    [`/opt/homebrew/bin/node --max-old-space-size=8192 ${packageFolder}/dist/entry.js gateway`, 'node'],
    [`node ${packageFolder}/openclaw.mjs gateway run --port 18789 --allow-unconfigured`, 'node'],
    [`node ${packageFolder}/openclaw.mjs --profile work gateway --port 20000`, 'node'],
    [`node --require /Users/alice/preload.cjs ${packageFolder}/openclaw.mjs gateway run`, 'node'],
    ['node /opt/homebrew/bin/openclaw gateway', 'node'],
    ['/opt/homebrew/bin/openclaw gateway run', 'node'],
    ['openclaw gateway', 'openclaw'],
    ['/Users/al ice/.nvm/versions/node/v24.16.0/bin/node /Users/al ice/openclaw.mjs gateway run', 'node'],
    [`bun ${packageFolder}/openclaw.mjs gateway`, 'bun'],
    [
      '/Applications/ClawX.app/Contents/MacOS/ClawX /Applications/ClawX.app/Contents/Resources/openclaw/openclaw.mjs gateway',
    ],
    ['node /opt/homebrew/lib/node_modules/clawdbot/dist/entry.js gateway --port 18789', 'node'],
  ],
  'gateway-title': [['openclaw-gateway', 'node'], ['clawdbot-gateway'], ['moltbot-gateway']],
  'openclaw-launcher': [
    ['openclaw', 'node'],
    [`node ${packageFolder}/openclaw.mjs`, 'node'],
  ],
  'openclaw-cli': [
    ['openclaw-status'],
    ['openclaw-devices'],
    [`node ${packageFolder}/openclaw.mjs gateway status --json`, 'node'],
    [`node ${packageFolder}/openclaw.mjs gateway restart`, 'node'],
    ['node /opt/homebrew/bin/openclaw daemon status', 'node'],
    ['openclaw tui', 'openclaw'],
  ],
  maintenance: [
    ['openclaw-update', 'node'],
    ['openclaw-doctor'],
    [`node ${packageFolder}/openclaw.mjs doctor --fix`, 'node'],
    ['openclaw update --yes', 'openclaw'],
    ['npm install -g openclaw@latest', 'node'],
    ['npm i openclaw', 'node'],
    ['node /opt/homebrew/bin/npm update -g', 'node'],
    ['node /opt/homebrew/lib/node_modules/npm/bin/npm-cli.js install --global openclaw', 'node'],
    ['pnpm add -g openclaw', 'node'],
    ['yarn global add openclaw', 'node'],
    ['bun add --global openclaw', 'bun'],
    ['/bin/bash -p /opt/homebrew/bin/brew upgrade', 'bash'],
    ['brew upgrade node', 'brew'],
    ['ruby /opt/homebrew/Library/Homebrew/brew.rb upgrade node@24', 'ruby'],
  ],
  ssh: [['ssh -N -L 18789:127.0.0.1:18789 mini', 'ssh'], ['/usr/bin/ssh mini', 'ssh'], ['autossh -M 0 mini']],
  'host-app': [
    ['/Applications/ClawX.app/Contents/MacOS/ClawX', 'ClawX'],
    ['/Applications/OpenClaw.app/Contents/MacOS/OpenClaw --attach-only', 'OpenClaw'],
    [
      '/Users/alice/Applications/LobsterAI.app/Contents/Frameworks/LobsterAI Helper.app/Contents/MacOS/LobsterAI Helper',
    ],
    ['/opt/qclaw/qclaw --type=renderer', 'qclaw'],
  ],
};

describe.each(Object.entries(table))('%s', (role, lines) => {
  it.each(lines.map(([line, name]) => ({ line, name })))('$line', ({ line, name }) => {
    expect(deriveProcessRole(line, name ?? '')).toBe(role);
  });
});
