import type { Settings } from '../../../app/core/model/setting.ts';
import { configured } from '../configured-machines.ts';
import { at, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { closedEndpoint, closedWithoutToken, dingTalk } from '../settings-machines.ts';
import { logOf } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const endpoint = (enabled: boolean): Settings => ({
  gateway: { mode: 'local', http: { endpoints: { chatCompletions: { enabled } } } },
});
const connector = (change: Settings): Settings => ({ channels: { 'dingtalk-connector': change } });
const refused = '[dingtalk-connector] Gateway error: 404';

checkRule('http-endpoint-off', {
  silent: [
    { name: 'the endpoint is on', snapshot: configured(dingTalk(endpoint(true))) },
    { name: 'a channel that calls nobody', snapshot: configured(connector({ enabled: true, clientId: 'x' })) },
    { name: 'a channel that is off', snapshot: configured(connector({ enabled: false, gatewayToken: 'x' })) },
    {
      name: 'a plugin that is off',
      snapshot: configured(dingTalk({ plugins: { entries: { 'dingtalk-connector': { enabled: false } } } })),
    },
    {
      name: 'a connector that no longer calls it',
      snapshot: configured(dingTalk({ plugins: { installs: { 'dingtalk-connector': { version: '0.8.14' } } } })),
    },
    {
      name: 'the gateway of another computer',
      snapshot: configured(connector({ enabled: true, gatewayUrl: 'http://10.0.0.5:18789' })),
    },
    {
      name: 'another gateway of this computer',
      snapshot: configured(connector({ enabled: true, gatewayUrl: 'http://127.0.0.1:28789' })),
    },
  ],
  loud: [
    {
      ...closedEndpoint,
      subject: 'dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: { channel: 'dingtalk-connector', authMode: 'token' },
      evidence: ['chatCompletions: not set'],
    },
    {
      ...closedWithoutToken,
      subject: 'dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: { channel: 'dingtalk-connector', authMode: 'none' },
      evidence: [],
    },
    {
      name: 'without an address, switched off in so many words, and the connector says so',
      snapshot: configured(
        { ...connector({ gatewayPassword: '${PASS}' }), ...endpoint(false) },
        { log: logOf([makeMark('endpoint-off', at - minutes, refused)]) },
      ),
      subject: 'dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: { channel: 'dingtalk-connector', authMode: 'token' },
      evidence: ['"chatCompletions": { "enabled": false }', refused],
    },
  ],
});
