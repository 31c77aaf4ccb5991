import { expect, test } from 'vitest';
import type { RepairPlan, RepairStep } from '../../app/core/model/repair.ts';
import { known } from '../../app/core/model/reading.ts';
import type { NeverCode } from '../../app/core/repairs/repair.ts';
import { makeRemoteConfig, makeStrayMac } from '../core/make-machine.ts';
import { at, configPath, definitionPath, entryPath, hours, label, nodePath, strayPid } from '../core/make-moment.ts';
import { makeConfig, makeConfigContent, makeProcess, makeStrayProcess } from '../core/make-running.ts';
import { makeUnloadedService } from '../core/make-service.ts';
import { makeContext, offerFor } from '../core/repairs/offers.ts';
import { promises } from './promises.ts';

const host = makeProcess({ pid: 812, ppid: 1, role: 'host-app', name: 'ClawX' });
const machine = {
  name: 'a stray that ClawX started, beside a service that is switched off, during an update',
  snapshot: makeStrayMac(makeUnloadedService({ enabled: false }), {
    processes: known(
      [
        makeStrayProcess({ uid: 502 }),
        host,
        makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'npm install -g openclaw' }),
      ],
      at,
    ),
  }),
};
const good = offerFor('port-stray', { name: 'a stray', snapshot: makeStrayMac() });
if (good.kind !== 'repair') throw new Error('no plan');
const plan: RepairPlan = { ...good, questions: [], basedOn: [] };

const process = { pid: strayPid, startedAt: at - hours, uid: 502, commandLine: 'openclaw-gateway' };
const serviceTarget = `gui/501/${label}`;
const start = { kind: 'start-loaded-service', serviceTarget } as const;
const install = { kind: 'run-openclaw', command: 'gateway-install-force', nodePath, entryPath } as const;

/** For each promise, steps that break it: a check that lets them pass checks nothing. */
const broken: Readonly<Record<NeverCode, readonly RepairStep[]>> = {
  'delete-anything': [{ kind: 'move-aside', path: definitionPath, why: 'second-supervisor' }],
  'kill-by-name': [{ kind: 'terminate-process', process: { ...process, pid: 0 } }],
  'kill-unproven': [{ kind: 'terminate-process', process }],
  sudo: [{ kind: 'unload-service', serviceTarget: 'system/ai.openclaw.gateway' }],
  'bootout-first': [{ kind: 'unload-service', serviceTarget }],
  'kickstart-loop': [start, start],
  'doctor-fix': [{ ...install, command: 'doctor-fix' as 'config-validate' }],
  'update-or-install': [{ kind: 'keep-copy', paths: [definitionPath] }, install],
  'touch-other-products': [{ kind: 'terminate-process', process }],
  'change-config': [{ kind: 'move-aside', path: configPath, why: 'stale-lock' }],
  'enable-without-asking': [{ kind: 'enable-service', serviceTarget }],
  'restart-during-update': [start],
  'weaken-access': [
    { kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: ['gateway', 'bind'], value: 'lan' }] },
  ],
  'new-token': [
    { kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: ['gateway', 'auth', 'token'], value: 'x' }] },
  ],
  'clear-devices': [{ kind: 'move-aside', path: '/Users/alice/.openclaw/devices/paired.json', why: 'broken-identity' }],
  'approve-unasked': [{ kind: 'manage-device', command: 'approve', id: 'req-1', nodePath, entryPath }],
  'overwrite-unkept': [
    { kind: 'edit-config', path: configPath, edits: [{ op: 'remove', path: ['gateway', 'bogus'] }] },
    { kind: 'keep-copy', paths: [configPath] },
  ],
  'show-secret': [
    { kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: ['x'], value: 'sk-1234567890abcdef1234' }] },
  ],
  'guess-content': [{ kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: [], value: {} }] }],
  'flip-mode-unasked': [
    { kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: ['gateway', 'mode'], value: 'local' }] },
  ],
  'touch-database': [{ kind: 'move-aside', path: '/Users/alice/.openclaw/state/openclaw.sqlite', why: 'stale-lock' }],
  'touch-keys': [
    { kind: 'move-aside', path: '/Users/alice/.openclaw/agents/main/agent/auth-profiles.json', why: 'stale-models' },
  ],
  'widen-without-asking': [
    { kind: 'edit-config', path: configPath, edits: [{ op: 'remove', path: ['tools', 'allow'] }] },
  ],
  'spend-unasked': [
    {
      kind: 'edit-config',
      path: configPath,
      edits: [{ op: 'set', path: ['models', 'providers', 'ark', 'baseUrl'], value: 'https://example.com/v1' }],
    },
  ],
  'change-proxy': [{ kind: 'unset-login-variable', name: 'http_proxy' }],
};

test.each(Object.entries(broken) as readonly [NeverCode, readonly RepairStep[]][])('%s is noticed', (never, steps) => {
  const elsewhere = { ...machine, snapshot: { ...machine.snapshot, config: makeRemoteConfig() } };
  const context = makeContext(never === 'flip-mode-unasked' ? elsewhere : machine);
  expect(promises[never]({ ...plan, steps }, context)).not.toEqual([]);
});

test('everything that speaks against ending a process is said', () => {
  const steps = [{ kind: 'kill-process', process }] as const;
  expect(promises['kill-unproven']({ ...plan, steps }, makeContext(machine))).toEqual([
    `pid ${strayPid} has another identity`,
    `pid ${strayPid} is another user’s`,
    `pid ${strayPid} is not read again before`,
    `pid ${strayPid} is ended without a question`,
    `pid ${strayPid} is killed without its own question`,
    `pid ${strayPid} is killed without having been asked to end`,
  ]);
});

test('other services than gateways of this user are left alone', () => {
  const steps = [{ kind: 'unload-service', serviceTarget: 'gui/501/com.apple.Finder' }] as const;
  expect(promises['touch-other-products']({ ...plan, steps }, makeContext(machine))).toEqual([
    'unloads gui/501/com.apple.Finder',
  ]);
});

test.each<[string, Partial<RepairPlan>, readonly RepairStep[]]>([
  [
    'another setting than the one that is missing',
    { code: 'mode-missing' },
    [{ kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: ['gateway', 'port'], value: 1 }] }],
  ],
  [
    'a setting that is there, from a former version',
    { code: 'config-clobber' },
    [
      {
        kind: 'edit-config',
        path: configPath,
        edits: [{ op: 'copy', path: ['gateway'], from: { kind: 'version', id: 'v1' } }],
      },
    ],
  ],
  [
    'all of the file for one setting',
    { code: 'mode-missing' },
    [{ kind: 'restore-version', path: configPath, source: { kind: 'version', id: 'v1' } }],
  ],
  [
    'anything where the promise is not to',
    { code: 'port-config-mismatch' },
    [{ kind: 'edit-config', path: configPath, edits: [{ op: 'set', path: ['gateway', 'port'], value: 1 }] }],
  ],
])('a plan changes no %s', (_what, change, steps) => {
  const settings = { gateway: { mode: 'local' } };
  const snapshot = { ...machine.snapshot, config: known(makeConfig({ content: makeConfigContent({ settings }) }), at) };
  const context = makeContext({ ...machine, snapshot });
  expect(promises['change-config']({ ...plan, ...change, steps }, context)).toHaveLength(1);
});
