import { known } from '../../app/core/model/reading.ts';
import { SecretMark, type Settings } from '../../app/core/model/setting.ts';
import {
  agentsOf,
  authProfiles,
  configured,
  configuredLinux,
  makePlace,
  modelsFile,
  withProvider,
} from './configured-machines.ts';
import { makeIdleMac, makeLoopingService } from './make-machine.ts';
import type { Machine } from './make-machine.ts';
import { at, hours, minutes, seconds } from './make-moment.ts';
import { makeMark } from './make-running.ts';
import { logOf } from './told-machines.ts';

/** One machine or two for each code about settings; the tables of the rules and the ladders begin with them. */

export const codingUrl = 'https://ark.cn-beijing.volces.com/api/coding/v3';
export const payUrl = 'https://ark.cn-beijing.volces.com/api/v3';

export const needsKey = withProvider('ark', { baseUrl: codingUrl, apiKey: '${ARK_API_KEY}' });
export const keyInShell: Machine = {
  name: 'a key that only the shell has',
  snapshot: configured(needsKey, {
    version: '2026.9.6',
    places: [makePlace('service'), makePlace('state-dotenv'), makePlace('shell', { names: ['ARK_API_KEY'] })],
  }),
};

export const proxyInShell: Machine = {
  name: 'a proxy that only the shell has, and calls that do not get through',
  snapshot: configured(withProvider('ark', { baseUrl: codingUrl }), {
    places: [
      makePlace('service'),
      makePlace('shell', {
        names: ['HTTPS_PROXY'],
        proxies: [{ name: 'HTTPS_PROXY', value: 'http://10.0.0.1:7890' }],
      }),
    ],
    log: logOf([makeMark('no-way-out', at, 'connect ETIMEDOUT 149.154.167.220:443')]),
  }),
};

const unresolved =
  '[secrets] [SECRETS_RELOADER_DEGRADED] SecretRefResolutionError: Environment variable "ARK_API_KEY" is missing or empty.';
const idle = makeIdleMac(makeLoopingService(), {
  log: logOf([
    makeMark('starting', at - 8 * seconds, '[gateway] loading configuration…'),
    makeMark('secret-unresolved', at - 6 * seconds, unresolved),
  ]),
});
export const keyNowhere: Machine = {
  name: 'a key that is nowhere, and the start ends with it',
  snapshot: {
    ...configured(needsKey),
    service: idle.service,
    reach: idle.reach,
    listeners: idle.listeners,
    processes: idle.processes,
    supervisors: idle.supervisors,
    markers: idle.markers,
    log: idle.log,
  },
};
export const unresolvedLine = unresolved;

export const staleModels: Machine = {
  name: 'an old address wins in 2026.3.2',
  snapshot: configured(withProvider('ark', { baseUrl: codingUrl }), {
    version: '2026.3.2',
    agents: agentsOf({ id: 'main', models: modelsFile('main', {}) }),
  }),
};
export const ghostProvider: Machine = {
  name: 'a provider that only models.json knows',
  snapshot: configured(
    { agents: { defaults: { model: 'ghost/m1' } } },
    {
      agents: agentsOf({
        id: 'main',
        models: modelsFile('main', { id: 'ghost', baseUrl: 'http://127.0.0.1:8317/v1' }),
      }),
    },
  ),
};

const twoAgents: Settings = {
  agents: {
    defaults: { model: { primary: 'volcengine-plan/ark-code-latest' } },
    list: [{ id: 'main', default: true }, { id: 'chat' }, { id: 'coding' }],
  },
};
export const splitAuth: Machine = {
  name: 'only the agent coding has the key',
  snapshot: configured(twoAgents, {
    agents: agentsOf({ id: 'main' }, { id: 'chat' }, { id: 'coding', auth: authProfiles('coding', {}) }),
  }),
};

export const replacedModel: Machine = {
  name: 'a pattern takes the default away',
  snapshot: configured(
    {
      agents: {
        defaults: {
          model: { primary: 'ark/ark-code-latest' },
          modelPolicy: { allow: ['modelscope/*', 'openai/gpt-5.4'] },
        },
      },
    },
    { version: '2026.9.6' },
  ),
};
export const hiddenProvider: Machine = {
  name: 'a list leaves nothing of a provider',
  snapshot: configured({
    models: {
      providers: {
        'custom-127-0-0-1-8317': {
          baseUrl: 'http://127.0.0.1:8317/v1',
          models: [{ id: 'gpt-5.3-codex' }, { id: 'm2' }],
        },
      },
    },
    agents: { defaults: { model: { primary: 'openai/gpt-5.4' }, models: { 'openai/gpt-5.4': { alias: 'gpt' } } } },
  }),
};
export const unknownModel: Machine = {
  name: 'the gateway does not know the default model',
  snapshot: configured(
    { agents: { defaults: { model: { primary: 'ark/doubao-seed-2-0-pro-260215' } } } },
    { log: logOf([makeMark('model-unknown', at - hours, 'Error: Unknown model: ark/doubao-seed-2-0-pro-260215')]) },
  ),
};

export const whitelist: Machine = {
  name: 'the profile full, and a list with one group',
  snapshot: configured({ tools: { profile: 'full', allow: ['group:runtime'] } }),
};
export const minimalProfile: Machine = {
  name: 'the profile minimal with a channel',
  snapshot: configured({ tools: { profile: 'minimal' }, channels: { 'dingtalk-connector': { enabled: true } } }),
};

export const dingTalk = (more: Settings = {}): Settings => ({
  channels: {
    'dingtalk-connector': {
      enabled: true,
      clientId: 'ding',
      clientSecret: new SecretMark('5ec3e7aa', 'ordinary'),
      gatewayToken: '${OPENCLAW_GATEWAY_TOKEN}',
      gatewayUrl: 'http://127.0.0.1:18789',
    },
  },
  ...more,
});
export const closedEndpoint: Machine = {
  name: 'the connector beside an endpoint that is off',
  snapshot: configured(dingTalk(), { places: [makePlace('state-dotenv', { names: ['OPENCLAW_GATEWAY_TOKEN'] })] }),
};
export const closedWithoutToken: Machine = {
  name: 'the same, and the gateway asks for no token',
  snapshot: configured(dingTalk(), { authMode: 'none' }),
};

const clash = { name: 'http_proxy', value: 'http://127.0.0.1:7890' };
const local = withProvider('custom-127-0-0-1-8317', { baseUrl: 'http://127.0.0.1:8317/v1' }, 'gpt-5.3-codex');
export const proxied: Machine = {
  name: 'a proxy in .env and a model on this computer',
  snapshot: configured(local, {
    places: [makePlace('state-dotenv', { names: ['http_proxy'], proxies: [clash] })],
  }),
};
export const proxiedLinux: Machine = {
  name: 'a proxy of the session, and the connector, on Linux',
  snapshot: configuredLinux(dingTalk(), {
    places: [
      makePlace('login-session', {
        names: ['http_proxy', 'NO_PROXY'],
        proxies: [clash, { name: 'NO_PROXY', value: '10.0.0.0/8,127.0.0.0/8' }],
      }),
    ],
  }),
};

export const removedLogin: Machine = {
  name: 'Qwen’s free login as the default',
  snapshot: configured(
    { agents: { defaults: { model: { primary: 'qwen-portal/coder-model' } } } },
    { version: '2026.9.6' },
  ),
};
export const expiredLogin: Machine = {
  name: 'a login that ended an hour ago',
  snapshot: configured(
    { agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' } } } },
    {
      agents: agentsOf({
        id: 'main',
        auth: authProfiles('main', {
          id: 'anthropic:default',
          provider: 'anthropic',
          type: 'oauth',
          expiresAt: at - hours,
        }),
      }),
    },
  ),
};

export const manySessions: Machine = {
  name: 'hundreds of left-over sessions',
  snapshot: configured(
    {},
    { agents: agentsOf({ id: 'main', sessions: { files: 940, leftovers: 612, sizeBytes: 410_000_000 } }) },
  ),
};

export const shellZone: Machine = {
  name: 'a time zone that only the shell has',
  snapshot: configured({}, { places: [makePlace('shell', { names: ['TZ'] })] }),
};

export const refusedModel: Machine = {
  name: 'somebody asked for a model that is not in the list',
  snapshot: configured(
    { agents: { defaults: { model: 'openai/gpt-5.4', models: { 'openai/gpt-5.4': {} } } } },
    {
      log: logOf([
        makeMark('model-not-allowed', at - 5 * minutes, '[ws] res ✗ sessions.patch model not allowed: ark/glm-4.7'),
      ]),
    },
  ),
};

export const nothingAsked = known({ places: [] }, at);
