import { SecretMark } from '../../../app/core/model/setting.ts';
import { agentsOf, authProfiles, configured, modelsFile, withProvider } from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { at, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { codingUrl, ghostProvider, payUrl, staleModels } from '../settings-machines.ts';
import { logOf } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const path = '/Users/alice/.openclaw/agents/main/agent/models.json';
const ark = withProvider('ark', { baseUrl: codingUrl });
const stale = (version: string | null, setup: Setup = {}, settings = ark) =>
  configured(settings, { version, agents: agentsOf({ id: 'main', models: modelsFile('main', {}) }), ...setup });
const plan = { agents: { defaults: { model: { primary: 'volcengine-plan/ark-code-latest' } } } };
const ofPlan = (baseUrl: string) =>
  agentsOf({ id: 'main', models: modelsFile('main', { id: 'volcengine-plan', baseUrl }) });
const ghost = (setup: Setup = {}) => configured({ agents: { defaults: { model: 'ghost/m1' } } }, setup);
const ghostFile = (change = {}) =>
  agentsOf({ id: 'main', models: modelsFile('main', { id: 'ghost', baseUrl: 'http://127.0.0.1:8317/v1', ...change }) });
const refused =
  'Error: No API key found for provider "ghost". Auth store: /Users/alice/.openclaw/state/openclaw.sqlite';

checkRule('models-json-stale', {
  silent: [
    { name: 'the configuration wins from 2026.3.7 on', snapshot: stale('2026.3.7') },
    { name: 'and in 2026.3.13', snapshot: stale('2026.3.13') },
    { name: 'and in 2026.9.6, where the file is only looked at', snapshot: stale('2026.9.6') },
    { name: 'before 2026.2.26', snapshot: stale('2026.2.25') },
    { name: 'a version that is not known', snapshot: stale(null) },
    {
      name: 'the same address but for the slash at its end',
      snapshot: stale('2026.3.2', {
        agents: agentsOf({ id: 'main', models: modelsFile('main', { baseUrl: `${codingUrl}/` }) }),
      }),
    },
    {
      name: 'another key is no difference',
      snapshot: stale('2026.3.2', {
        agents: agentsOf({
          id: 'main',
          models: modelsFile('main', { baseUrl: codingUrl, apiKey: new SecretMark('1f760b22', 'ordinary') }),
        }),
      }),
    },
    {
      name: 'the file is written anew in the mode replace',
      snapshot: stale('2026.3.2', {}, { models: { mode: 'replace', providers: { ark: { baseUrl: codingUrl } } } }),
    },
    {
      name: 'an address with a variable in it',
      snapshot: stale('2026.3.2', {}, withProvider('ark', { baseUrl: '${ARK_URL}' })),
    },
    { name: 'a file that is no JSON', snapshot: stale('2026.3.2', { agents: agentsOf({ id: 'main', models: null }) }) },
    {
      name: 'the folder of an agent that is gone',
      snapshot: stale('2026.3.2', { agents: agentsOf({ id: 'old', models: modelsFile('old', {}) }) }),
    },
    {
      name: 'a built-in plan with its own address',
      snapshot: configured(plan, { agents: ofPlan(codingUrl), version: '2026.3.13' }),
    },
    {
      name: 'a built-in plan through somebody’s own server',
      snapshot: configured(plan, { agents: ofPlan('http://127.0.0.1:4000/v3'), version: '2026.3.13' }),
    },
    {
      name: 'a built-in plan with the other address, where it no longer counts',
      snapshot: configured(plan, { agents: ofPlan(payUrl), version: '2026.4.20' }),
    },
    {
      name: 'a provider that only the file knows and nobody uses',
      snapshot: configured({ agents: { defaults: { model: 'ark/m' } } }, { agents: ghostFile() }),
    },
    { name: 'a login of a plugin', snapshot: ghost({ agents: ghostFile({ apiKey: 'qwen-oauth' }) }) },
    {
      name: 'an agent’s own key',
      snapshot: ghost({
        agents: agentsOf({
          id: 'main',
          models: modelsFile('main', { id: 'ghost' }),
          auth: authProfiles('main', { provider: 'ghost' }),
        }),
      }),
    },
    {
      name: 'keys that cannot be read',
      snapshot: ghost({
        agents: agentsOf({
          id: 'main',
          models: modelsFile('main', { id: 'ghost' }),
          auth: { path: '/x', profiles: null },
        }),
      }),
    },
    { name: 'keys in a database, and no complaint', snapshot: ghost({ version: '2026.9.6', agents: ghostFile() }) },
    {
      name: 'a built-in provider',
      snapshot: configured(
        { agents: { defaults: { model: 'openai/gpt-5.4' } } },
        { agents: agentsOf({ id: 'main', models: modelsFile('main', { id: 'openai' }) }) },
      ),
    },
  ],
  loud: [
    {
      ...staleModels,
      subject: 'main/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'wins', agent: 'main', provider: 'ark', path, inFile: payUrl, wanted: codingUrl },
      evidence: [`"baseUrl": "${payUrl}"`],
    },
    {
      name: 'the same for a provider that no agent uses now',
      snapshot: stale('2026.3.6', {}, { ...ark, agents: { defaults: { model: 'openai/gpt-5.4' } } }),
      subject: 'main/ark',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'wins', agent: 'main', provider: 'ark', path, inFile: payUrl, wanted: codingUrl },
      evidence: [],
    },
    {
      name: 'the built-in plan that is billed for each request',
      snapshot: configured(plan, { agents: ofPlan(payUrl), version: '2026.3.13' }),
      subject: 'main/volcengine-plan',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'wins', agent: 'main', provider: 'volcengine-plan', path, inFile: payUrl, wanted: codingUrl },
      evidence: [],
    },
    {
      ...ghostProvider,
      subject: 'main/ghost',
      severity: 'degraded',
      certainty: 'likely',
      args: { what: 'ghost', agent: 'main', provider: 'ghost', path, inFile: null, wanted: null },
      evidence: ['"ghost": {'],
    },
    {
      name: 'the gateway says that there is no key, in 2026.9.6',
      snapshot: ghost({
        version: '2026.9.6',
        agents: ghostFile(),
        log: logOf([makeMark('no-api-key', at - minutes, refused)]),
      }),
      subject: 'main/ghost',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'ghost', agent: 'main', provider: 'ghost', path, inFile: null, wanted: null },
      evidence: [refused],
    },
  ],
});
