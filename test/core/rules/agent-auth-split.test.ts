import { expect, test } from 'vitest';
import type { Settings } from '../../../app/core/model/setting.ts';
import { agentsOf, authProfiles, configured, makePlace } from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { splitAuth } from '../settings-machines.ts';
import { cannotRead } from '../make-running.ts';
import { makeMemory } from '../make-machine.ts';
import { checkRule, findWith } from './check-rule.ts';

const two = (change: Settings = {}): Settings => ({
  agents: {
    defaults: { model: { primary: 'volcengine-plan/ark-code-latest' } },
    list: [{ id: 'chat', default: true, ...change }],
  },
});
const coding = { id: 'coding', auth: authProfiles('coding', {}) };
const split = (setup: Setup = {}, settings = two()) =>
  configured(settings, { agents: agentsOf({ id: 'chat' }, coding), ...setup });
const args = { agent: 'chat', provider: 'volcengine-plan', other: 'coding' };

checkRule('agent-auth-split', {
  silent: [
    { name: 'one store for all since 2026.8.1', snapshot: split({ version: '2026.8.1' }) },
    { name: 'a version that is not known', snapshot: split({ version: null }) },
    {
      name: 'all inherit what main has',
      snapshot: split({ agents: agentsOf({ id: 'chat' }, { id: 'main', auth: authProfiles('main', {}) }) }),
    },
    {
      name: 'the agent has its own',
      snapshot: split({ agents: agentsOf({ id: 'chat', auth: authProfiles('chat', {}) }, coding) }),
    },
    { name: 'nobody has one', snapshot: split({ agents: agentsOf({ id: 'chat' }) }) },
    {
      name: 'keys that cannot be read',
      snapshot: split({ agents: agentsOf({ id: 'chat', auth: { path: '/x', profiles: null } }, coding) }),
    },
    {
      name: 'the variable of the provider',
      snapshot: split({ places: [makePlace('state-dotenv', { names: ['VOLCANO_ENGINE_API_KEY'] })] }),
    },
    { name: 'places that are not known', snapshot: split({ credentials: cannotRead() }) },
    {
      name: 'a key in the configuration',
      snapshot: split({}, { ...two(), models: { providers: { 'volcengine-plan': { apiKey: '${ARK_API_KEY}' } } } }),
    },
    { name: 'a folder of its own', snapshot: split({}, two({ agentDir: '~/agents/chat' })) },
    { name: 'a model of another provider', snapshot: split({}, two({ model: 'openai/gpt-5.4' })) },
  ],
  loud: [
    {
      name: 'one agent without, one with',
      snapshot: split(),
      subject: 'chat',
      severity: 'degraded',
      certainty: 'likely',
      args,
      evidence: ['/Users/alice/.openclaw/agents/coding/agent/auth-profiles.json'],
    },
    {
      name: 'the agent has keys, but none for this provider',
      snapshot: split({ agents: agentsOf({ id: 'chat', auth: authProfiles('chat', { provider: 'openai' }) }, coding) }),
      subject: 'chat',
      severity: 'degraded',
      certainty: 'likely',
      args,
      evidence: [],
    },
  ],
});

test('each agent without a key is told', () => {
  const found = findWith('agent-auth-split', splitAuth.snapshot, makeMemory());
  expect(found.map(({ subject }) => subject)).toEqual(['main', 'chat']);
});
