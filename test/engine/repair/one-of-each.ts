import type { RepairStep } from '../../../app/core/model/repair.ts';
import { macTarget, readAt } from '../../fakes/snapshots.ts';

const { serviceTarget, domain, definitionPath, configPath } = macTarget;
export const meant = { pid: 999, startedAt: readAt - 60_000, uid: 501, commandLine: 'openclaw-gateway' };
export const logPath = '/Users/alice/Library/Logs/openclaw/gateway.log';

/** A step of every kind: the table does not compile when one is missing. */
export const oneOfEach: { readonly [Kind in RepairStep['kind']]: Extract<RepairStep, { readonly kind: Kind }> } = {
  'enable-service': { kind: 'enable-service', serviceTarget },
  'disable-service': { kind: 'disable-service', serviceTarget },
  'load-service': { kind: 'load-service', domain, definitionPath, serviceTarget },
  'start-loaded-service': { kind: 'start-loaded-service', serviceTarget },
  'restart-loaded-service': { kind: 'restart-loaded-service', serviceTarget },
  'unload-service': { kind: 'unload-service', serviceTarget },
  'terminate-process': { kind: 'terminate-process', process: meant },
  'kill-process': { kind: 'kill-process', process: meant },
  'wait-until': { kind: 'wait-until', condition: { kind: 'port-free', port: 18789 }, timeoutMs: 5_000 },
  'keep-copy': { kind: 'keep-copy', paths: [configPath, definitionPath] },
  'restore-copy': { kind: 'restore-copy', copyId: 'm1-2-0', paths: [configPath] },
  'move-aside': { kind: 'move-aside', path: definitionPath, why: 'stale-lock' },
  'put-back': { kind: 'put-back', itemId: 'm1-2-1', path: '/Users/alice/other.plist' },
  'set-file-mode': { kind: 'set-file-mode', path: configPath, mode: 0o600 },
  'create-folder': { kind: 'create-folder', path: '/Users/alice/Library/Logs/openclaw', mode: 0o700 },
  'remove-empty-folder': { kind: 'remove-empty-folder', path: '/Users/alice/empty' },
  'archive-log': { kind: 'archive-log', path: logPath },
  'remove-submitted-job': { kind: 'remove-submitted-job', label: 'ai.openclaw.update' },
  'run-openclaw': {
    kind: 'run-openclaw',
    command: 'gateway-install-force',
    nodePath: '/opt/homebrew/bin/node',
    entryPath: '/opt/homebrew/lib/node_modules/openclaw/dist/index.js',
  },
  'edit-config': {
    kind: 'edit-config',
    path: configPath,
    edits: [{ op: 'set', path: ['gateway', 'mode'], value: 'local' }],
  },
  'restore-version': { kind: 'restore-version', path: configPath, source: { kind: 'version', id: 'm1-1' } },
  'remove-env-line': {
    kind: 'remove-env-line',
    path: '/Users/alice/.openclaw/.env',
    names: ['OPENCLAW_GATEWAY_TOKEN'],
  },
  'set-env-line': {
    kind: 'set-env-line',
    path: '/Users/alice/.openclaw/.env',
    name: 'ARK_API_KEY',
    from: { kind: 'typed', ticket: 't-1' },
  },
  'unset-login-variable': { kind: 'unset-login-variable', name: 'OPENCLAW_GATEWAY_TOKEN' },
  'manage-device': {
    kind: 'manage-device',
    command: 'remove',
    id: 'ec4c',
    nodePath: '/opt/homebrew/bin/node',
    entryPath: '/opt/homebrew/lib/node_modules/openclaw/dist/index.js',
  },
  wait: { kind: 'wait', waitMs: 5_000, until: 'settled' },
};
