import type { EnvironmentPlace } from '../../../app/core/model/credentials.ts';
import { configured, makePlace, withProvider } from '../configured-machines.ts';
import { proxied, proxiedLinux } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const local = withProvider('local', { baseUrl: 'http://127.0.0.1:8317/v1' });
const clash = { name: 'http_proxy', value: 'http://127.0.0.1:7890' };
const place = (...proxies: EnvironmentPlace['proxies']) => makePlace('service', { proxies });
const exempting = (value: string) => [place(clash, { name: 'no_proxy', value })];

checkRule('proxy-loopback', {
  silent: [
    { name: 'no proxy', snapshot: configured(local, { places: [place()] }) },
    {
      name: 'only the shell has one',
      snapshot: configured(local, { places: [makePlace('shell', { proxies: [clash] })] }),
    },
    ...['127.0.0.1', 'localhost,127.0.0.1,::1', '*', '127.0.0.1:8317', ' a.example 127.0.0.1 '].map((value) => ({
      name: `exempt: ${value}`,
      snapshot: configured(local, { places: exempting(value) }),
    })),
    {
      name: 'exempt in another place',
      snapshot: configured(local, {
        places: [place(clash), makePlace('state-dotenv', { proxies: [{ name: 'NO_PROXY', value: '127.0.0.1' }] })],
      }),
    },
    {
      name: 'a model somewhere else',
      snapshot: configured(withProvider('ark', { baseUrl: 'https://ark.example/v3' }), { places: [place(clash)] }),
    },
    {
      name: 'a server here that no agent uses',
      snapshot: configured({ ...local, agents: { defaults: { model: 'openai/gpt-5.4' } } }, { places: [place(clash)] }),
    },
    {
      name: 'a proxy only for https',
      snapshot: configured(local, { places: [place({ name: 'HTTPS_PROXY', value: 'http://127.0.0.1:7890' })] }),
    },
    {
      name: 'a proxy that Node does not use',
      snapshot: configured(local, { places: [place({ name: 'ALL_PROXY', value: 'socks5://127.0.0.1:7890' })] }),
    },
    {
      name: 'a place that cannot be read',
      snapshot: configured(local, { places: [place(clash), makePlace('service-file', { names: null })] }),
    },
  ],
  loud: [
    {
      ...proxied,
      subject: 'HTTP_PROXY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        proxy: 'http_proxy',
        exempt: null,
        user: 'models.providers.custom-127-0-0-1-8317.baseUrl',
        host: '127.0.0.1',
      },
      evidence: ['http_proxy=http://127.0.0.1:7890'],
    },
    {
      ...proxiedLinux,
      subject: 'HTTP_PROXY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        proxy: 'http_proxy',
        exempt: '10.0.0.0/8,127.0.0.0/8',
        user: 'channels.dingtalk-connector.gatewayUrl',
        host: '127.0.0.1',
      },
      evidence: ['NO_PROXY=10.0.0.0/8,127.0.0.0/8'],
    },
    {
      name: 'exempt is another name of this computer, and another port',
      snapshot: configured(local, { places: exempting('localhost,127.0.0.1:9000') }),
      subject: 'HTTP_PROXY',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        proxy: 'http_proxy',
        exempt: 'localhost,127.0.0.1:9000',
        user: 'models.providers.local.baseUrl',
        host: '127.0.0.1',
      },
      evidence: [],
    },
  ],
});
