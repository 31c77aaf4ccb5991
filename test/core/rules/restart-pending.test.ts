import { absent, known } from '../../../app/core/model/reading.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { idleWith, makeFormer, makeVersion, oldInstall, saying, writtenAs } from '../make-configuration.ts';
import { at, configPath, gatewayStartedAt, minutes, seconds } from '../make-moment.ts';
import { cannotRead, makeConfig, makeConfigContent, makeMark, makeProcess } from '../make-running.ts';
import { makeInstall } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { makeHistoryFacts } from '../make-stores.ts';
import { checkRule } from './check-rule.ts';

const before: Settings = {
  gateway: { mode: 'local', port: 18789, http: { endpoints: {} } },
  tools: { profile: 'coding' },
};
const changedAt = at - 20 * minutes;

function changed(settings: Settings, modifiedAt = changedAt, inForce: Settings | null = before) {
  return writtenAs({ settings, modifiedAt, former: makeFormer(inForce, { ranAt: gatewayStartedAt }) });
}

const withPort = (reload?: Settings): Settings => ({
  gateway: { mode: 'local', port: 18790, http: { endpoints: {} }, ...(reload === undefined ? {} : { reload }) },
  tools: { profile: 'coding' },
});
const endpoint: Settings = {
  gateway: { mode: 'local', port: 18789, http: { endpoints: { chatCompletions: { enabled: true } } } },
  tools: { profile: 'coding' },
};
const offEndpoint: Settings = {
  gateway: {
    mode: 'local',
    port: 18789,
    http: { endpoints: { chatCompletions: { enabled: true } } },
    reload: { mode: 'off' },
  },
  tools: { profile: 'coding' },
};
const line = '[reload] config change requires gateway restart (gateway.port)';
const disabled = '[reload] config reload disabled (gateway.reload.mode=off)';

const pending = {
  subject: configPath,
  severity: 'notice',
  args: { path: configPath, keys: 'gateway.port', count: 1, why: 'restart', at: changedAt },
} as const;

const includePath = '/Users/alice/.openclaw/agents.json5';
const main: Settings = { gateway: { mode: 'local', port: 18789 }, agents: { $include: './agents.json5' } };
const oldAgents = { defaults: { model: 'a/b' } };

/** The main file stays as it is in force; the included one has another version now than the gateway knows. */
function includedAs(agents: Settings, options: { readonly known?: boolean } = {}) {
  const file = { file: includePath, kind: 'include' } as const;
  const former = makeFormer(oldAgents, { ...file, id: 'i1' });
  const now = makeVersion({ ...file, id: 'i2', at: changedAt });
  const content = makeConfigContent({
    settings: main,
    includes: [includePath],
    files: [
      { path: configPath, settings: main },
      { path: includePath, settings: agents },
    ],
  });
  const config = makeConfig({ content });
  const same = makeFormer(main, { sha256: config.sha256, ranAt: gatewayStartedAt });
  const facts = makeHistoryFacts({
    versions: [now, same.version, former.version],
    inForce: same,
    includesInForce: options.known === false ? [] : [former],
  });
  return { config: known(config, at), history: known(facts, at) };
}

/** `gateway` is the included file, and names another port than before. */
function includedGateway() {
  const root: Settings = { gateway: { $include: 'agents.json5' } };
  const facts = includedAs({ mode: 'local', port: 18790 });
  const content = makeConfigContent({
    settings: { gateway: { mode: 'local', port: 18790 } },
    includes: [includePath],
    files: [
      { path: configPath, settings: root },
      { path: includePath, settings: { mode: 'local', port: 18790 } },
    ],
  });
  const former = makeFormer({ mode: 'local', port: 18789 }, { file: includePath, kind: 'include', id: 'i1' });
  const config = makeConfig({ content });
  const inForce = makeFormer(root, { sha256: config.sha256 });
  const history = { ...facts.history.value, inForce, includesInForce: [former] };
  return { config: known(config, at), history: known(history, at) };
}

const pendingInclude = {
  subject: configPath,
  severity: 'notice',
  args: { path: includePath, keys: 'agents.defaults.model', count: 1, why: 'unwatched', at: changedAt },
  certainty: 'likely',
  evidence: [],
} as const;
const otherModel: Settings = { defaults: { model: 'c/d' } };
const workspace: Settings = { ...oldAgents, list: [{ id: 'main' }] };

const mac = (change: Partial<Snapshot>) => makeSnapshot(change);

checkRule('restart-pending', {
  silent: [
    { name: 'what is in force is not known', snapshot: mac(writtenAs({ settings: withPort() })) },
    { name: 'the history cannot be read', snapshot: mac({ ...changed(withPort()), history: cannotRead() }) },
    { name: 'the version is not known', snapshot: mac({ ...changed(withPort()), install: absent(at) }) },
    {
      name: 'a version whose rules nobody has read',
      snapshot: mac({ ...changed(withPort()), install: known(makeInstall({ version: '2027.1.1' }), at) }),
    },
    { name: 'nothing is changed', snapshot: mac(changed(before)) },
    { name: 'what was in force was no JSON5', snapshot: mac(changed(withPort(), changedAt, null)) },
    {
      name: 'the gateway has had no time yet to restart by itself',
      snapshot: mac(changed(withPort(), at - 2 * minutes)),
    },
    { name: 'a setting that 2026.9.6 takes in at once', snapshot: mac(changed(endpoint)) },
    {
      name: 'a setting that 2026.3.13 reads when it needs it',
      snapshot: mac({ ...changed({ ...before, tools: { profile: 'full' } }), ...oldInstall }),
    },
    {
      name: 'a mode in which each change restarts it (2026.3.13)',
      snapshot: mac({ ...changed(withPort({ mode: 'restart' })), ...oldInstall }),
    },
    { name: 'nothing runs: the next start reads it', snapshot: idleWith(changed(withPort())) },
    {
      name: 'an included file that 2026.9.6 takes in at once',
      snapshot: mac(includedAs(otherModel)),
    },
    {
      name: 'an included file was written again with the same content (2026.3.13)',
      snapshot: mac({ ...includedAs(oldAgents), ...oldInstall }),
    },
    {
      name: 'what 2026.3.13 reads when it needs it, in an included file',
      snapshot: mac({ ...includedAs(workspace), ...oldInstall }),
    },
    {
      name: 'what the included file held when the gateway read it was never seen',
      snapshot: mac({ ...includedAs(otherModel, { known: false }), ...oldInstall }),
    },
    {
      name: 'an update runs',
      snapshot: mac({
        ...changed(withPort()),
        processes: known([makeProcess(), makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'npm i' })], at),
      }),
    },
    {
      name: 'a gateway that has only just started',
      snapshot: mac({ ...changed(withPort()), processes: known([makeProcess({ startedAt: at - 30 * seconds })], at) }),
    },
  ],
  loud: [
    {
      name: 'announced, and never done',
      snapshot: mac({
        ...changed(withPort()),
        ...saying(makeMark('reload-needs-restart', changedAt + seconds, line)),
      }),
      ...pending,
      certainty: 'certain',
      evidence: [line],
    },
    {
      name: 'an included file, at which 2026.3.13 does not look',
      snapshot: mac({ ...includedAs(otherModel), ...oldInstall }),
      ...pendingInclude,
    },
    {
      name: 'an included file with what 2026.9.6 wants a restart for',
      snapshot: mac(includedGateway()),
      ...pending,
      args: { ...pending.args, path: includePath },
      certainty: 'likely',
      evidence: [],
    },
    {
      name: 'seen, and nothing said',
      snapshot: mac(changed(withPort())),
      ...pending,
      certainty: 'likely',
      evidence: [],
    },
    {
      name: 'the same endpoint wants a restart from 2026.3.13',
      snapshot: mac({ ...changed(endpoint), ...oldInstall }),
      ...pending,
      args: { ...pending.args, keys: 'gateway.http.endpoints.chatCompletions' },
      certainty: 'likely',
      evidence: [],
    },
    {
      name: 'a gateway that shall not follow at all says so at once',
      snapshot: mac({
        ...changed(offEndpoint, at - minutes),
        ...saying(makeMark('reload-skipped', at - minutes + seconds, disabled)),
      }),
      ...pending,
      args: {
        path: configPath,
        keys: 'gateway.http.endpoints.chatCompletions',
        count: 1,
        why: 'off',
        at: at - minutes,
      },
      certainty: 'certain',
      evidence: [disabled],
    },
    {
      name: 'a gateway that shall never restart by itself (2026.3.13)',
      snapshot: mac({ ...changed(withPort({ mode: 'hot' }), at - minutes), ...oldInstall }),
      ...pending,
      args: { ...pending.args, why: 'hot-only', at: at - minutes },
      certainty: 'likely',
      evidence: [],
    },
  ],
});
