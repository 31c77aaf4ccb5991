/** The moment of every made snapshot. */
export const at = Date.UTC(2026, 8, 20, 10, 0, 0);
export const seconds = 1000;
export const minutes = 60 * seconds;
export const hours = 60 * minutes;

export const gatewayPid = 4711;
export const strayPid = 5822;
export const gatewayStartedAt = at - 26 * hours;
export const label = 'ai.openclaw.gateway';
export const packageRoot = '/opt/homebrew/lib/node_modules/openclaw';
export const nodePath = '/opt/homebrew/opt/node/bin/node';
export const entryPath = `${packageRoot}/dist/index.js`;
export const gatewayCommandLine = `${nodePath} --max-old-space-size=8192 ${entryPath} gateway --port 18789`;
export const definitionPath = '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist';
export const unitPath = '/home/alice/.config/systemd/user/openclaw-gateway.service';
export const configPath = '/Users/alice/.openclaw/openclaw.json';

/** Changes some fields of a made value. */
export type Change<T> = Partial<T>;
