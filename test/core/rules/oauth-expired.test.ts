import type { AuthProfile } from '../../../app/core/model/agents.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import { agentsOf, authProfiles, configured } from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { at, hours } from '../make-moment.ts';
import type { Change } from '../make-moment.ts';
import { expiredLogin, removedLogin } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const anthropic = { agents: { defaults: { model: 'anthropic/claude-opus-4-6' } } };
const login = { id: 'anthropic:default', provider: 'anthropic', type: 'oauth', expiresAt: at - hours };
const having = (...profiles: readonly Change<AuthProfile>[]) => ({
  agents: agentsOf({ id: 'main', auth: authProfiles('main', ...profiles) }),
});
const of = (change: Change<AuthProfile>, setup: Setup = {}, settings: Settings = anthropic) =>
  configured(settings, { ...having({ ...login, ...change }), ...setup });
const portal = (settings: Settings, version = '2026.9.6') => configured(settings, { version });
const left = { models: { providers: { 'qwen-portal': { baseUrl: 'https://portal.qwen.ai/v1' } } } };

checkRule('oauth-expired', {
  silent: [
    { name: 'it can be renewed', snapshot: of({ canRefresh: true }) },
    { name: 'it ends in two days', snapshot: of({ expiresAt: at + 48 * hours }) },
    { name: 'it never ends', snapshot: of({ expiresAt: null }) },
    { name: 'a key does not end', snapshot: of({ type: 'api_key' }) },
    { name: 'no agent uses it', snapshot: of({}, {}, { agents: { defaults: { model: 'openai/gpt-5.4' } } }) },
    {
      name: 'there is another way in',
      snapshot: configured(anthropic, having(login, { id: 'anthropic:work', provider: 'anthropic' })),
    },
    { name: 'files of before a migration', snapshot: of({}, { version: '2026.9.6' }) },
    { name: 'a version that is not known', snapshot: of({}, { version: null }) },
    { name: 'Qwen’s login while it is offered', snapshot: portal(left, '2026.3.27') },
    {
      name: 'a provider of one’s own with the old name',
      snapshot: portal({ models: { providers: { 'qwen-portal': { baseUrl: 'http://127.0.0.1:8317/v1' } } } }),
    },
    { name: 'nothing of Qwen’s login', snapshot: portal(anthropic) },
  ],
  loud: [
    {
      ...removedLogin,
      subject: 'qwen-portal',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'removed', provider: 'qwen-portal', profile: null, expiresAt: null, isUsed: true },
      evidence: ['"primary": "qwen-portal/coder-model"'],
    },
    {
      name: 'left over in the configuration',
      snapshot: portal(left, '2026.3.28'),
      subject: 'qwen-portal',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'removed', provider: 'qwen-portal', profile: null, expiresAt: null, isUsed: false },
      evidence: ['"qwen-portal": {'],
    },
    {
      name: 'left over as an alias',
      snapshot: portal({ agents: { defaults: { models: { 'qwen-portal/coder-model': { alias: 'qwen' } } } } }),
      subject: 'qwen-portal',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'removed', provider: 'qwen-portal', profile: null, expiresAt: null, isUsed: false },
      evidence: ['"qwen-portal/coder-model": {'],
    },
    {
      ...expiredLogin,
      subject: 'main/anthropic:default',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        what: 'expired',
        provider: 'anthropic',
        profile: 'anthropic:default',
        expiresAt: at - hours,
        isUsed: true,
      },
      evidence: [`"expires": ${at - hours}`],
    },
    {
      name: 'it ends within a day',
      snapshot: of({ type: 'token', expiresAt: at + 2 * hours }),
      subject: 'main/anthropic:default',
      severity: 'notice',
      certainty: 'certain',
      args: {
        what: 'expires-soon',
        provider: 'anthropic',
        profile: 'anthropic:default',
        expiresAt: at + 2 * hours,
        isUsed: true,
      },
      evidence: [],
    },
  ],
});
