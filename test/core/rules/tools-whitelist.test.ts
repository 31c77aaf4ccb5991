import type { Settings } from '../../../app/core/model/setting.ts';
import { configured } from '../configured-machines.ts';
import { minimalProfile, whitelist } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const tools = (setting: Settings, more: Settings = {}) => configured({ tools: setting, ...more });
const agent = (setting: Settings, common: Settings = {}) =>
  configured({ tools: common, agents: { list: [{ id: 'coding', tools: setting }] } });
const discord = { channels: { discord: { enabled: true } } };

checkRule('tools-whitelist', {
  silent: [
    { name: 'no list', snapshot: tools({ profile: 'coding' }) },
    { name: 'an empty list', snapshot: tools({ profile: 'full', allow: [] }) },
    { name: 'a star', snapshot: tools({ profile: 'full', allow: ['*'] }) },
    {
      name: 'a list that leaves something of everything',
      snapshot: tools({
        profile: 'full',
        allow: ['group:fs', 'bash', 'web_*', 'memory_get', 'session_status', 'message'],
      }),
    },
    { name: 'a list without a profile that leaves messages', snapshot: tools({ allow: ['message', 'read'] }) },
    { name: 'a list within a narrow profile', snapshot: tools({ profile: 'coding', allow: ['group:fs'] }) },
    {
      name: 'somebody who also denies knows what a list is',
      snapshot: tools({ profile: 'full', allow: ['group:runtime'], deny: ['browser'] }),
    },
    { name: 'a list of a plugin’s tools', snapshot: tools({ profile: 'messaging', allow: ['my_tool'] }) },
    { name: 'the profile messaging as it is meant', snapshot: tools({ profile: 'messaging' }, discord) },
    { name: 'the profile minimal without a channel', snapshot: tools({ profile: 'minimal' }) },
    {
      name: 'minimal, and something is added',
      snapshot: tools({ profile: 'minimal', alsoAllow: ['message'] }, discord),
    },
    {
      name: 'minimal, and each agent has its own profile',
      snapshot: configured({
        tools: { profile: 'minimal' },
        ...discord,
        agents: { list: [{ id: 'chat', tools: { profile: 'messaging' } }] },
      }),
    },
    { name: 'an agent on purpose', snapshot: agent({ profile: 'messaging', allow: ['message'] }) },
  ],
  loud: [
    {
      ...whitelist,
      subject: 'tools.allow',
      severity: 'notice',
      certainty: 'likely',
      args: {
        what: 'whitelist',
        path: 'tools.allow',
        agent: null,
        profile: 'full',
        lets: 'group:runtime',
        hides: 'fs, web, memory, sessions, messaging',
      },
      evidence: ['"allow": ["group:runtime"]', '"profile": "full"'],
    },
    {
      name: 'the same without a profile',
      snapshot: tools({ allow: ['group:runtime', 'group:fs'] }),
      subject: 'tools.allow',
      severity: 'notice',
      certainty: 'likely',
      args: {
        what: 'whitelist',
        path: 'tools.allow',
        agent: null,
        profile: null,
        lets: 'group:runtime, group:fs',
        hides: 'web, memory, sessions, messaging',
      },
      evidence: [],
    },
    {
      name: 'a search is set up and taken away',
      snapshot: tools({ profile: 'coding', allow: ['group:fs', 'group:runtime'], web: { search: { enabled: true } } }),
      subject: 'tools.allow',
      severity: 'notice',
      certainty: 'likely',
      args: {
        what: 'whitelist',
        path: 'tools.allow',
        agent: null,
        profile: 'coding',
        lets: 'group:fs, group:runtime',
        hides: 'web, memory, sessions',
      },
      evidence: [],
    },
    {
      name: 'a list that has nothing in common with the agent’s profile',
      snapshot: agent({ allow: ['exec'] }, { profile: 'messaging' }),
      subject: 'agents.list[0].tools.allow',
      severity: 'notice',
      certainty: 'likely',
      args: {
        what: 'nothing-left',
        path: 'agents.list[0].tools.allow',
        agent: 'coding',
        profile: 'messaging',
        lets: 'exec',
        hides: 'sessions, messaging',
      },
      evidence: [],
    },
    {
      ...minimalProfile,
      subject: 'tools.profile',
      severity: 'notice',
      certainty: 'likely',
      args: {
        what: 'profile',
        path: 'tools.profile',
        agent: null,
        profile: 'minimal',
        lets: 'session_status',
        hides: 'fs, runtime, web, memory, messaging',
      },
      evidence: ['"profile": "minimal"'],
    },
    {
      name: 'the profile messaging although commands are set up',
      snapshot: tools({ profile: 'messaging', exec: { host: 'gateway' } }),
      subject: 'tools.profile',
      severity: 'notice',
      certainty: 'likely',
      args: {
        what: 'profile',
        path: 'tools.profile',
        agent: null,
        profile: 'messaging',
        lets: 'message, sessions_list, sessions_history, sessions_send, session_status',
        hides: 'fs, runtime, web, memory',
      },
      evidence: [],
    },
  ],
});
