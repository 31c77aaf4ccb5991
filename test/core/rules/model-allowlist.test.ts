import type { Settings } from '../../../app/core/model/setting.ts';
import { configured } from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { at, hours, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { hiddenProvider, refusedModel, replacedModel, unknownModel } from '../settings-machines.ts';
import { logOf } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const newer = (defaults: Settings, more: Settings = {}) =>
  configured({ agents: { defaults: { model: 'ark/glm-4.7', ...defaults }, ...more } }, { version: '2026.9.6' });
const older = (models: Settings, setup: Setup = {}) =>
  configured(
    { agents: { defaults: { model: { primary: 'ark/glm-4.7', fallbacks: ['ark/kimi-k2.5'] }, models } } },
    setup,
  );
const said = (kind: 'model-not-allowed' | 'model-unknown', line: string, ago = 5 * minutes) => ({
  log: logOf([makeMark(kind, at - ago, line)]),
});
const refused = 'Error: Model override "ark/glm-4.7" is not allowed for this agent by agents.defaults.models; reverted';

checkRule('model-allowlist', {
  silent: [
    { name: 'no list at all', snapshot: older({}) },
    { name: 'in 2026.3 the default and the fallbacks are always allowed', snapshot: older({ 'openai/gpt-5.4': {} }) },
    {
      name: 'and in 2026.9.6, as long as the list names models',
      snapshot: newer({ modelPolicy: { allow: ['openai/gpt-5.4'] } }),
    },
    { name: 'a pattern that allows it', snapshot: newer({ modelPolicy: { allow: ['ark/*'] } }) },
    { name: 'an empty list allows all', snapshot: newer({ modelPolicy: { allow: [] } }) },
    {
      name: 'aliases are no list in 2026.9.6',
      snapshot: newer({ models: { 'openai/*': {} }, modelPolicy: {} }),
    },
    {
      name: 'nor after the migration',
      snapshot: configured(
        {
          meta: { migrations: { modelPolicyAllowlist: true } },
          agents: { defaults: { model: 'ark/m', models: { 'x/*': {} } } },
        },
        { version: '2026.9.6' },
      ),
    },
    {
      name: 'an agent’s own empty list replaces the common one',
      snapshot: newer({ modelPolicy: { allow: ['openai/*'] } }, { entries: { main: { modelPolicy: { allow: [] } } } }),
    },
    {
      name: 'a version that is not known',
      snapshot: configured({ agents: { defaults: { model: 'a/b' } } }, { version: null }),
    },
    {
      name: 'a refusal of a model that is allowed by now',
      snapshot: older({ 'ark/doubao': {} }, said('model-not-allowed', 'model not allowed: ark/doubao')),
    },
    { name: 'a refusal of the default', snapshot: older({ 'openai/gpt-5.4': {} }, said('model-not-allowed', refused)) },
    {
      name: 'a refusal two days ago',
      snapshot: older({ 'openai/gpt-5.4': {} }, said('model-not-allowed', 'model not allowed: ark/m', 48 * hours)),
    },
    { name: 'a refusal that names no model', snapshot: older({ 'a/b': {} }, said('model-not-allowed', 'not allowed')) },
    {
      name: 'an unknown model that no agent is to use',
      snapshot: older({}, said('model-unknown', 'Unknown model: openai/gpt-9')),
    },
    {
      name: 'a provider that is used for something else',
      snapshot: configured({
        models: { providers: { ollama: { models: [{ id: 'nomic' }] } } },
        agents: {
          defaults: { model: 'ark/m', models: { 'ark/m': {} }, memorySearch: { provider: 'ollama', model: 'nomic' } },
        },
      }),
    },
  ],
  loud: [
    {
      ...replacedModel,
      subject: 'ark/ark-code-latest',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'replaced', model: 'ark/ark-code-latest', list: 'agents.defaults.modelPolicy.allow' },
      evidence: ['agents.defaults.modelPolicy.allow: modelscope/*, openai/gpt-5.4', '"primary": "ark/ark-code-latest"'],
    },
    {
      name: 'an agent’s own list, and an alias as its model',
      snapshot: newer(
        { models: { 'ark/glm-4.7': { alias: 'glm' } } },
        { entries: { coding: { model: 'GLM', modelPolicy: { allow: ['openai/*'] } } } },
      ),
      subject: 'ark/glm-4.7',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'replaced', model: 'ark/glm-4.7', list: 'agents.entries.coding.modelPolicy.allow' },
      evidence: [],
    },
    {
      name: 'the old list counts until it is migrated',
      snapshot: newer({ models: { 'openai/*': {} } }),
      subject: 'ark/glm-4.7',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'replaced', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
      evidence: [],
    },
    {
      ...refusedModel,
      subject: 'ark/glm-4.7',
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'refused', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
      evidence: ['[ws] res ✗ sessions.patch model not allowed: ark/glm-4.7'],
    },
    {
      ...unknownModel,
      subject: 'ark/doubao-seed-2-0-pro-260215',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'unknown', model: 'ark/doubao-seed-2-0-pro-260215', list: null },
      evidence: ['Error: Unknown model: ark/doubao-seed-2-0-pro-260215'],
    },
    {
      ...hiddenProvider,
      subject: 'custom-127-0-0-1-8317',
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'hidden', model: 'custom-127-0-0-1-8317/gpt-5.3-codex', list: 'agents.defaults.models' },
      evidence: ['agents.defaults.models: openai/gpt-5.4'],
    },
  ],
});
