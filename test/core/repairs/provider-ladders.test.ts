import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { configured } from '../configured-machines.ts';
import type { Machine } from '../make-machine.ts';
import {
  bareReference,
  billedPlan,
  datedModel,
  leftOverSettings,
  makeEntry,
  noTurns,
  openAddress,
  otherPlanModel,
  otherPort,
  otherToken,
  refusedKey,
  responsesApi,
  scanned,
  scopeUrl,
  tooLongConversation,
  tooNewConnector,
  unboundAgent,
  usedUpPlan,
} from '../provider-machines.ts';
import { codingUrl, payUrl } from '../settings-machines.ts';
import { climb, outline } from './offers.ts';

function ladder(code: FindingCode, machine: Machine): readonly unknown[] {
  return (climb(code, machine)[0]?.offers ?? []).map(summary);
}

function summary(offer: RepairOffer): unknown {
  if (offer.kind === 'instructions') return offer.commands;
  if (offer.kind === 'refusal') return `${offer.reason} ${Object.values(offer.args).join(' ')}`.trim();
  const edits = offer.steps.flatMap((step) => (step.kind === 'edit-config' ? step.edits : []));
  return [`${offer.rung} ${offer.reach}`, ...outline(offer.steps), ...edits, ...offer.questions];
}

const edit = ['keep-copy', 'edit-config', 'config-validate'];
const ark = ['models', 'providers', 'ark'];
const look = ['clawtender providers', 'openclaw models list', 'openclaw models status'];

describe('a provider', () => {
  test('gets the address of the plan only with a yes', () => {
    expect(ladder('provider-wrong', billedPlan)).toEqual([
      [
        'set-address safe',
        ...edit,
        { op: 'set', path: [...ark, 'baseUrl'], value: codingUrl },
        { code: 'change-address', provider: 'ark', from: payUrl, to: codingUrl },
      ],
      look,
    ]);
    expect(ladder('provider-wrong', openAddress)).toEqual([look]);
  });

  test('is spoken to in the way that it knows, each of its models too', () => {
    expect(ladder('provider-wrong', responsesApi)[0]).toEqual([
      'set-api safe',
      ...edit,
      { op: 'set', path: [...ark, 'api'], value: 'openai-completions' },
    ]);
    const model = { id: 'glm-4.7', api: 'openai-responses' };
    const snapshot = configured({
      models: { providers: { ark: { ...makeEntry(codingUrl, []), models: [model] } } },
      agents: { defaults: { model: 'ark/glm-4.7' } },
    });
    expect(ladder('provider-wrong', { name: 'a model', snapshot })[0]).toContainEqual({
      op: 'set',
      path: [...ark, 'models', 0, 'api'],
      value: 'openai-completions',
    });
  });

  test('gets the id that it knows, in its list and wherever it is chosen, with its alias', () => {
    const defaults = ['agents', 'defaults'];
    expect(ladder('provider-wrong', datedModel)[0]).toEqual([
      'set-model safe',
      ...edit,
      { op: 'set', path: [...ark, 'models', 0, 'id'], value: 'glm-4.7' },
      { op: 'set', path: [...defaults, 'model', 'primary'], value: 'ark/glm-4.7' },
      { op: 'set', path: [...defaults, 'models', 'ark/glm-4.7'], value: { alias: 'glm' } },
      { op: 'remove', path: [...defaults, 'models', 'ark/glm-4-7-251222'] },
      { code: 'change-model', from: 'glm-4-7-251222', to: 'glm-4.7' },
    ]);
  });

  test('loses an id that stands beside the right one', () => {
    const snapshot = configured({
      models: { providers: { ark: makeEntry(codingUrl, ['glm-4.7', 'glm-4-7-251222']) } },
      agents: { list: [{ id: 'a', model: { primary: 'ark/glm-4.7', fallbacks: ['ark/glm-4-7-251222'] } }] },
    });
    expect(ladder('provider-wrong', { name: 'both', snapshot })[0]).toEqual(
      expect.arrayContaining([
        { op: 'remove', path: [...ark, 'models', 1] },
        { op: 'set', path: ['agents', 'list', 0, 'model', 'fallbacks', 0], value: 'ark/glm-4.7' },
      ]),
    );
  });

  test('stands before its model', () => {
    expect(ladder('provider-wrong', bareReference)[0]).toEqual([
      'set-reference safe',
      ...edit,
      { op: 'set', path: ['agents', 'defaults', 'model', 'primary'], value: 'modelscope/ZhipuAI/GLM-5' },
      { code: 'change-model', from: 'ZhipuAI/GLM-5', to: 'modelscope/ZhipuAI/GLM-5' },
    ]);
  });

  test('is left to the person where the plan, the key or a secret decides', () => {
    expect(ladder('provider-wrong', otherPlanModel)).toEqual([look]);
    expect(ladder('provider-wrong', refusedKey)).toEqual([
      ['clawtender providers', "grep -c '^ARK_API_KEY=' ~/.openclaw/.env"],
    ]);
    const defaults = {
      model: 'ZhipuAI/GLM-5',
      models: { 'ZhipuAI/GLM-5': { params: { key: new SecretMark('1f76aaaa', 'ordinary') } } },
    };
    const snapshot = configured({
      models: { providers: { modelscope: makeEntry(scopeUrl, ['ZhipuAI/GLM-5']) } },
      agents: { defaults },
    });
    expect(ladder('provider-wrong', { name: 'a secret in the way', snapshot })).toEqual([look]);
  });
});

describe('a connector', () => {
  const channel = ['channels', 'dingtalk-connector'];

  test('gets the address of this gateway with a yes, and its secret from the person', () => {
    expect(ladder('provider-wrong', otherPort)[0]).toEqual(
      expect.arrayContaining([{ op: 'set', path: [...channel, 'gatewayUrl'], value: 'http://127.0.0.1:18789' }]),
    );
    expect(ladder('provider-wrong', otherToken)).toEqual([
      ['openclaw config get channels.dingtalk-connector', 'openclaw configure --section gateway'],
    ]);
  });

  test('loses what it refuses, and nothing else', () => {
    expect(ladder('provider-wrong', leftOverSettings)[0]).toEqual(
      expect.arrayContaining([
        'remove-left-over safe',
        { op: 'remove', path: [...channel, 'gatewayToken'] },
        { op: 'remove', path: [...channel, 'gatewayUrl'] },
      ]),
    );
    expect(ladder('provider-wrong', tooNewConnector)).toEqual([
      ['openclaw update', 'openclaw plugins update @dingtalk-real-ai/dingtalk-connector'],
    ]);
  });
});

test('an agent is bound by the person', () => {
  expect(ladder('provider-wrong', unboundAgent)).toEqual([
    ['openclaw agents bind --agent coding --bind discord', 'openclaw agents list --bindings'],
  ]);
});

describe('limits', () => {
  const path = ['agents', 'defaults', 'model'];
  const others = ['ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5', 'moonshotai/Kimi-K2.5'].map((id) => `modelscope/${id}`);

  test('models of one free quota take turns with a yes', () => {
    expect(ladder('rate-cooldown', noTurns)[0]).toEqual([
      'add-fallbacks safe',
      ...edit,
      { op: 'set', path: [...path, 'fallbacks'], value: others },
      { code: 'add-fallbacks', models: others },
    ]);
    const snapshot = configured({
      models: { providers: { modelscope: makeEntry(scopeUrl, ['ZhipuAI/GLM-5', 'moonshotai/Kimi-K2.5']) } },
      agents: { defaults: { model: 'modelscope/ZhipuAI/GLM-5' } },
    });
    expect(ladder('rate-cooldown', { name: 'as a text', snapshot })[0]).toContainEqual({
      op: 'set',
      path,
      value: { primary: 'modelscope/ZhipuAI/GLM-5', fallbacks: ['modelscope/moonshotai/Kimi-K2.5'] },
    });
  });

  test('nobody else is chosen for a quota that is used up', () => {
    expect(ladder('rate-cooldown', usedUpPlan)).toEqual([
      ['openclaw models status', 'openclaw models list', 'clawtender models'],
    ]);
  });

  test('a conversation is left alone; only the length of the model is put right', () => {
    expect(ladder('context-overflow', tooLongConversation)).toEqual([
      ['set-window safe', ...edit, { op: 'set', path: [...ark, 'models', 0, 'contextWindow'], value: 128_000 }],
      ['/status', '/compact', '/new', '/context detail'],
    ]);
  });

  test('a search for models is replaced by asking the server', () => {
    expect(ladder('models-scan', scanned)).toEqual([['clawtender provider add local', 'openclaw models list']]);
  });
});
