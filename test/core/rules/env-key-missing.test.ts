import { absent } from '../../../app/core/model/reading.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import {
  agentsOf,
  authProfiles,
  configured,
  configuredLinux,
  makePlace,
  withProvider,
} from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { at, minutes } from '../make-moment.ts';
import { cannotRead, makeMark } from '../make-running.ts';
import { makeDefinition, makeServiceEnvironment } from '../make-service.ts';
import { ownVariable } from '../provider-machines.ts';
import { codingUrl, keyInShell, keyNowhere, needsKey, unresolvedLine } from '../settings-machines.ts';
import { known } from '../../../app/core/model/reading.ts';
import { logOf } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const has = (kind: Parameters<typeof makePlace>[0]) => makePlace(kind, { names: ['ARK_API_KEY'] });
const key = new SecretMark('1f760b22', 'ordinary');

const cold =
  '[secrets] [SECRETS_DEGRADED] cold provider:ark: secret reference was not found. Retry: openclaw secrets reload';

const own = 'MODELSTUDIO_API_KEY';
const noKey =
  '[diagnostic] lane task error: lane=main error="Error: No API key found for provider "qwen". Run: openclaw models auth login"';
const withOwn = (setup: Setup, more: Settings = {}) =>
  configured(
    { agents: { defaults: { model: 'modelstudio/qwen3.5-plus' } }, ...more },
    { places: [makePlace('shell', { names: [own] })], ...setup },
  );

const proxy = { name: 'HTTPS_PROXY', value: 'http://10.0.0.1:7890' };
const noWayOut = makeMark('no-way-out', at, 'connect ETIMEDOUT 149.154.167.220:443');

/** A shell with proxies; the gateway's calls do not get through. */
function proxied(proxies: readonly { name: string; value: string }[], ...others: ReturnType<typeof makePlace>[]) {
  const shell = makePlace('shell', { names: proxies.map(({ name }) => name), proxies });
  return configured({}, { places: [makePlace('service'), shell, ...others], log: logOf([noWayOut]) });
}

checkRule('env-key-missing', {
  silent: [
    {
      name: 'a provider of its own with a login',
      snapshot: withOwn({ agents: agentsOf({ id: 'main', auth: authProfiles('main', { provider: 'modelstudio' }) }) }),
    },
    { name: 'the variable is in .env', snapshot: withOwn({ places: [makePlace('state-dotenv', { names: [own] })] }) },
    { name: 'no shell has it, and nobody says that it is missing', snapshot: withOwn({ places: [] }) },
    { name: 'logins in a database', snapshot: withOwn({ version: '2026.9.6' }) },
    { name: 'agents that were not read', snapshot: withOwn({ agents: cannotRead() }) },
    {
      name: 'a key in the configuration',
      snapshot: withOwn({}, { models: { providers: { modelstudio: { apiKey: '${X}' } } }, env: { X: 'y' } }),
    },
    { name: 'no shell has a proxy', snapshot: proxied([]) },
    { name: 'a shell with a proxy, and all calls get through', snapshot: { ...proxied([proxy]), log: logOf([]) } },
    { name: 'the shell only says what is exempt', snapshot: proxied([{ name: 'no_proxy', value: '*' }]) },
    {
      name: 'a kind of proxy that Node does not know',
      snapshot: proxied([{ ...proxy, value: 'socks5://10.0.0.1:1' }]),
    },
    {
      name: 'the service has a proxy, be it another one',
      snapshot: proxied([proxy], makePlace('state-dotenv', { names: ['http_proxy'] })),
    },
    {
      name: 'it cannot be told what the service has',
      snapshot: proxied([proxy], makePlace('state-dotenv', { names: null })),
    },
    {
      name: 'OpenClaw has a proxy of its own',
      snapshot: {
        ...proxied([proxy]),
        config: configured({ proxy: { enabled: true, proxyUrl: 'http://10.0.0.1:7890' } }).config,
      },
    },
    ...(['service', 'service-file', 'state-dotenv', 'gateway-env', 'login-session'] as const).map((kind) => ({
      name: `the key is in ${kind}`,
      snapshot: configured(needsKey, { places: [makePlace('service'), has(kind)] }),
    })),
    {
      name: 'the key is in the definition',
      snapshot: configured(needsKey, {
        definition: known(makeDefinition({ environment: makeServiceEnvironment({ names: ['ARK_API_KEY'] }) }), at),
      }),
    },
    {
      name: 'the key is in the configuration’s own variables',
      snapshot: configured({ ...needsKey, env: { vars: { ARK_API_KEY: key } } }),
    },
    {
      name: 'the key is one of the variables of 2026.3',
      snapshot: configured({ ...needsKey, env: { ARK_API_KEY: key } }),
    },
    {
      name: 'a place that cannot be read',
      snapshot: configured(needsKey, { places: [makePlace('state-dotenv', { names: null })] }),
    },
    {
      name: 'the login shell is asked for what is missing',
      snapshot: configured({ ...needsKey, env: { shellEnv: { enabled: true } } }),
    },
    {
      name: 'a variable switches that on',
      snapshot: configured(needsKey, { places: [makePlace('service', { names: ['OPENCLAW_LOAD_SHELL_ENV'] })] }),
    },
    {
      name: 'what is switched off needs nothing',
      snapshot: configured({ channels: { discord: { enabled: false, token: '${DISCORD_BOT_TOKEN}' } } }),
    },
    { name: 'an escaped one is none', snapshot: configured({ ui: { seamColor: '$${ARK_API_KEY}' } }) },
    { name: 'a small letter is none', snapshot: configured({ ui: { seamColor: '${ark}' } }) },
    { name: 'every job has a home', snapshot: configured({ agents: { defaults: { workspace: '${HOME}/ws' } } }) },
    {
      name: 'another store than the environment',
      snapshot: configured({ models: { providers: { ark: { apiKey: { source: 'file', id: '/ark' } } } } }),
    },
    { name: 'no service is installed', snapshot: configured(needsKey, { definition: absent(at) }) },
    { name: 'nothing is known of the places', snapshot: configured(needsKey, { credentials: cannotRead() }) },
    {
      name: 'the service has a folder of its own with a .env that is not read',
      snapshot: configured(needsKey, { definition: known(makeDefinition({ workingDirectory: '/srv/claw' }), at) }),
    },
  ],
  loud: [
    {
      ...ownVariable,
      subject: own,
      severity: 'degraded',
      certainty: 'likely',
      args: { name: own, path: 'models.providers.modelstudio.apiKey', more: 0, inShell: true, blocksStart: false },
      evidence: ['"modelstudio/qwen3.5-plus"', 'set'],
    },
    {
      name: 'the gateway says that it has no key (2026.9.6)',
      snapshot: configured(
        { agents: { defaults: { model: 'qwen/qwen3.5-plus' } } },
        { version: '2026.9.6', log: logOf([makeMark('no-api-key', at - minutes, noKey)]) },
      ),
      subject: 'QWEN_API_KEY',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        name: 'QWEN_API_KEY',
        path: 'models.providers.qwen.apiKey',
        more: 0,
        inShell: false,
        blocksStart: false,
      },
      evidence: [noKey],
    },
    {
      name: 'a proxy that only the shell has, and calls that do not get through',
      snapshot: proxied([
        { name: 'all_proxy', value: 'http://10.0.0.2:1' },
        { ...proxy, name: 'https_proxy' },
      ]),
      subject: 'HTTPS_PROXY',
      severity: 'degraded',
      certainty: 'likely',
      args: { name: 'https_proxy', path: null, more: 0, inShell: true, blocksStart: false },
      evidence: ['set', 'connect ETIMEDOUT 149.154.167.220:443'],
    },
    {
      ...keyInShell,
      subject: 'ARK_API_KEY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        name: 'ARK_API_KEY',
        path: 'models.providers.ark.apiKey',
        more: 0,
        inShell: true,
        blocksStart: false,
      },
      evidence: ['"apiKey": "${ARK_API_KEY}"', '0', 'set'],
    },
    {
      ...keyNowhere,
      subject: 'ARK_API_KEY',
      severity: 'blocking',
      certainty: 'certain',
      args: {
        name: 'ARK_API_KEY',
        path: 'models.providers.ark.apiKey',
        more: 0,
        inShell: false,
        blocksStart: true,
      },
      evidence: ['"apiKey": "${ARK_API_KEY}"', unresolvedLine],
    },
    {
      name: 'a reference of its own form, on Linux, for a provider that nobody uses',
      snapshot: configuredLinux({
        models: {
          providers: { ark: { baseUrl: codingUrl, apiKey: { source: 'env', provider: 'default', id: 'ARK' } } },
        },
      }),
      subject: 'ARK',
      severity: 'notice',
      certainty: 'likely',
      args: { name: 'ARK', path: 'models.providers.ark.apiKey', more: 0, inShell: false, blocksStart: false },
      evidence: ['"id": "ARK"', 'ls: /home/alice/.openclaw/.env: No such file or directory'],
    },
    {
      name: 'the .env of another folder than the service’s',
      snapshot: configured(needsKey, {
        version: '2026.9.6',
        places: [makePlace('state-dotenv', { path: '/Users/alice/.openclaw-work/.env', names: ['ARK_API_KEY'] })],
      }),
      subject: 'ARK_API_KEY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        name: 'ARK_API_KEY',
        path: 'models.providers.ark.apiKey',
        more: 0,
        inShell: false,
        blocksStart: false,
      },
      evidence: [],
    },
    {
      name: 'a gateway of 2026.9.6 says that it does without the provider',
      snapshot: configured(needsKey, { version: '2026.9.6', log: logOf([makeMark('secret-unresolved', at, cold)]) }),
      subject: 'ARK_API_KEY',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        name: 'ARK_API_KEY',
        path: 'models.providers.ark.apiKey',
        more: 0,
        inShell: false,
        blocksStart: false,
      },
      evidence: [cold],
    },
    {
      name: 'another provider’s secret is nothing of this one',
      snapshot: configured(needsKey, { log: logOf([makeMark('secret-unresolved', at, `${cold.slice(0, 46)}-2: x`)]) }),
      subject: 'ARK_API_KEY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        name: 'ARK_API_KEY',
        path: 'models.providers.ark.apiKey',
        more: 0,
        inShell: false,
        blocksStart: false,
      },
      evidence: [],
    },
    {
      name: 'two settings need it, and a variable of the configuration that refers to itself',
      snapshot: configured({
        ...withProvider('ark', { apiKey: '${ARK_API_KEY}', headers: { 'X-Id': 'a-${ARK_API_KEY}' } }),
        env: { vars: { OTHER: 'x' } },
      }),
      subject: 'ARK_API_KEY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        name: 'ARK_API_KEY',
        path: 'models.providers.ark.apiKey',
        more: 1,
        inShell: false,
        blocksStart: false,
      },
      evidence: ['"X-Id": "${ARK_API_KEY}"'],
    },
  ],
});
