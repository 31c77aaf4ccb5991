import { expect, test } from 'vitest';
import { listConfiguredAgents } from '../../../app/core/settings/configured-agents.ts';
import { allowsModel, deriveModelPolicy } from '../../../app/core/settings/model-policy.ts';
import { meansTool } from '../../../app/core/settings/tool-names.ts';
import { listWantedModels } from '../../../app/core/settings/wanted-models.ts';

const refs = (settings: Parameters<typeof listConfiguredAgents>[0]) =>
  listConfiguredAgents(settings).map((agent) => [agent.id, listWantedModels(settings, agent).map(({ ref }) => ref)]);

test('an agent’s own models, else the common ones; aliases are followed, bare names left out', () => {
  const defaults = {
    model: { primary: 'opus', fallbacks: ['modelscope/Qwen/Qwen3.5', 'gpt-5.4'] },
    models: { 'anthropic/claude-opus-4-6': { alias: 'Opus' } },
  };
  expect(refs({ agents: { defaults } })).toEqual([['main', ['anthropic/claude-opus-4-6', 'modelscope/Qwen/Qwen3.5']]]);
  const list = [{ id: 'Chat' }, { id: 'coding', model: 'ark/glm-4.7' }, { name: 'nobody' }];
  expect(refs({ agents: { defaults, list } })).toEqual([
    ['chat', ['anthropic/claude-opus-4-6', 'modelscope/Qwen/Qwen3.5']],
    ['coding', ['ark/glm-4.7', 'modelscope/Qwen/Qwen3.5']],
  ]);
  expect(refs({ agents: { entries: { work: { model: { primary: 'a/b', fallbacks: [] } } } } })).toEqual([
    ['work', ['a/b']],
  ]);
  expect(refs({})).toEqual([['main', []]]);
});

test('which list is in force, by version', () => {
  const agents = { defaults: { models: { 'a/b': {} }, modelPolicy: { allow: ['c/*', 'd/e'] } } };
  expect(deriveModelPolicy({ agents }, '2026.3.13', null)?.refs).toEqual(['a/b']);
  const policy = deriveModelPolicy({ agents }, '2026.9.6', null);
  expect(policy).toMatchObject({ refs: ['c/*', 'd/e'], form: 'list' });
  expect(['c/x', 'C/x/y', 'd/e', 'd/f', 'a/b'].map((ref) => policy !== null && allowsModel(policy, ref))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('names, groups and stars of tools', () => {
  expect(meansTool('bash', 'exec')).toBe(true);
  expect(meansTool('apply-patch', 'apply_patch')).toBe(true);
  expect(meansTool('Group:Web', 'web_fetch')).toBe(true);
  expect(meansTool('group:openclaw', 'message')).toBe(true);
  expect(meansTool('group:openclaw', 'exec')).toBe(false);
  expect(meansTool('group:unknown', 'exec')).toBe(false);
  expect(meansTool('sessions_*', 'sessions_send')).toBe(true);
  expect(meansTool('*_search', 'web_search')).toBe(true);
  expect(meansTool('*_search', 'web_fetch')).toBe(false);
  expect(meansTool('web', 'web_fetch')).toBe(false);
});
