import { known } from '../../../app/core/model/reading.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { idleWith, writtenAs } from '../make-configuration.ts';
import { at, configPath } from '../make-moment.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const ordinary = new SecretMark('1f76c0de', 'ordinary');
const redacted = new SecretMark('2a2a2a2a', 'redacted');
const noValue = new SecretMark('3b3b3b3b', 'not-a-value');
const ark = (apiKey: SecretMark | string) => ({
  gateway: { mode: 'local' },
  models: { providers: { ark: { apiKey, models: [{ id: 'm' }] } } },
});
const modelsPath = '/Users/alice/.openclaw/agents/main/agent/models.json';
const agentWith = (apiKey: SecretMark | string) => ({
  agents: known(
    {
      agents: [
        {
          id: 'main',
          folder: '/Users/alice/.openclaw/agents/main/agent',
          models: {
            path: modelsPath,
            modifiedAt: at,
            providers: [{ id: 'ark', baseUrl: null, api: null, modelIds: [], apiKey }],
          },
          auth: null,
          sessions: null,
        },
      ],
    },
    at,
  ),
});

checkRule('redacted-written', {
  silent: [
    { name: 'ordinary keys', snapshot: makeSnapshot(writtenAs({ settings: ark(ordinary) })) },
    { name: 'a variable', snapshot: makeSnapshot(writtenAs({ settings: ark('${ARK_API_KEY}') })) },
    { name: 'an empty key', snapshot: makeSnapshot(writtenAs({ settings: ark(new SecretMark('00000000', 'empty')) })) },
    { name: 'an odd one', snapshot: makeSnapshot(writtenAs({ settings: ark(new SecretMark('12345678', 'odd')) })) },
    { name: 'an ordinary key in models.json', snapshot: makeSnapshot(agentWith(ordinary)) },
    { name: 'a marker of OpenClaw in models.json', snapshot: makeSnapshot(agentWith('secretref-managed')) },
  ],
  loud: [
    {
      name: 'a provider’s key',
      snapshot: makeSnapshot(writtenAs({ settings: ark(redacted) })),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { path: configPath, keys: 'models.providers.ark.apiKey', count: 1 },
      evidence: ['models.providers.ark.apiKey: a placeholder, no value'],
    },
    {
      name: 'the gateway’s own token, and nothing runs',
      snapshot: idleWith(
        writtenAs({ settings: { gateway: { mode: 'local', auth: { token: redacted, password: noValue } } } }),
      ),
      subject: configPath,
      severity: 'blocking',
      certainty: 'certain',
      args: { path: configPath, keys: 'gateway.auth.token, gateway.auth.password', count: 2 },
      evidence: ['gateway.auth.token: a placeholder, no value'],
    },
  ],
});
