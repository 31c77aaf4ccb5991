import { describe, expect, test } from 'vitest';
import type { ModelWish } from '../../../app/core/model/model-wish.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import { settingAt } from '../../../app/core/settings/read.ts';
import { configured } from '../configured-machines.ts';
import { planned, planOn, type Version, versions } from './model-plans.ts';

const use = (ref: string): ModelWish => ({ code: 'model-use', ref });
const fall = (...refs: readonly string[]): ModelWish => ({ code: 'model-fallbacks', refs });
const call = (ref: string, alias: string | null): ModelWish => ({ code: 'model-alias', ref, alias });
const model = (value: Settings[string]): Settings => ({ agents: { defaults: { model: value } } });

function changed(wish: ModelWish, version: Version, settings: Settings) {
  const { after, questions, plan } = planned(wish, version, settings);
  return { agents: after['agents'], questions, plan };
}

describe('another default model', () => {
  test.each([
    ['nothing is written', {}, { primary: 'a/m' }],
    ['a text', model('b/n'), 'a/m'],
    ['a group', model({ primary: 'b/n', fallbacks: ['c/o'] }), { primary: 'a/m', fallbacks: ['c/o'] }],
    ['only stand-ins', model({ fallbacks: ['c/o'] }), { fallbacks: ['c/o'], primary: 'a/m' }],
  ] as const)('where %s', (_what, settings, expected) => {
    for (const version of versions) {
      const { agents, questions, plan } = changed(use('a/m'), version, settings);
      expect(agents).toEqual({ defaults: { model: expected } });
      expect([questions, plan.reach, plan.verify.holdMs]).toEqual([[], 'safe', 0]);
    }
  });

  test('of the default agent, where it has one of its own', () => {
    const list = [{ id: 'other' }, { id: 'main', default: true, model: 'b/n' }];
    const { agents } = changed(use('a/m'), '2026.3.13', { agents: { list, defaults: { model: 'x/y' } } });
    expect(agents).toEqual({
      list: [{ id: 'other' }, { id: 'main', default: true, model: 'a/m' }],
      defaults: { model: 'x/y' },
    });
    const entries = { other: {}, main: { model: { primary: 'b/n' } } };
    const newer = changed(use('a/m'), '2026.9.6', { agents: { entries, defaults: { model: 'x/y' } } });
    expect(newer.agents).toEqual({
      entries: { other: {}, main: { model: { primary: 'a/m' } } },
      defaults: { model: 'x/y' },
    });
  });

  test('that a list keeps from being used comes into it, with a yes', () => {
    const older: Settings = { agents: { defaults: { models: { 'b/n': {} } } } };
    expect(changed(use('a/m'), '2026.3.13', older)).toMatchObject({
      agents: { defaults: { models: { 'b/n': {}, 'a/m': {} }, model: { primary: 'a/m' } } },
      questions: ['allow-model'],
    });
    const newer: Settings = { agents: { defaults: { modelPolicy: { allow: ['b/*'] } } } };
    expect(changed(use('a/m'), '2026.9.6', newer)).toMatchObject({
      agents: { defaults: { modelPolicy: { allow: ['b/*', 'a/m'] } } },
      questions: ['allow-model'],
    });
    expect(changed(use('b/m'), '2026.9.6', newer).questions).toEqual([]);
  });

  test('is no plan where it is so already', () => {
    const snapshot = configured(model('a/m'), { version: '2026.9.6' });
    expect(planOn(use('a/m'), snapshot)).toMatchObject({ kind: 'refusal', reason: 'already-so' });
  });

  test('is no plan where the version is not known', () => {
    expect(planOn(use('a/m'), configured({}, { version: null }))).toMatchObject({ reason: 'cannot-tell' });
  });
});

describe('who stands in', () => {
  test.each(versions)('in a new order, and nobody (%s)', (version) => {
    const settings = model({ primary: 'a/m', fallbacks: ['b/n', 'c/o'] });
    expect(changed(fall('c/o', 'b/n'), version, settings).agents).toEqual({
      defaults: { model: { primary: 'a/m', fallbacks: ['c/o', 'b/n'] } },
    });
    expect(changed(fall(), version, settings).agents).toEqual({
      defaults: { model: { primary: 'a/m', fallbacks: [] } },
    });
  });

  test.each(versions)('for a default that is a text, or OpenClaw’s own choice (%s)', (version) => {
    expect(changed(fall('b/n'), version, model('a/m')).agents).toEqual({
      defaults: { model: { primary: 'a/m', fallbacks: ['b/n'] } },
    });
    expect(changed(fall('b/n'), version, {}).agents).toEqual({ defaults: { model: { fallbacks: ['b/n'] } } });
  });

  test('nobody, where there is nobody', () => {
    for (const settings of [{}, model('a/m'), model({ primary: 'a/m' })]) {
      expect(planOn(fall(), configured(settings, { version: '2026.9.6' }))).toMatchObject({ reason: 'already-so' });
    }
  });
});

describe('an alias', () => {
  const named: Settings = { agents: { defaults: { models: { 'a/m': { alias: 'x' }, 'b/n': { params: {} } } } } };

  test.each(versions)('is given, changed, moved and taken away (%s)', (version) => {
    const modelsOf = (wish: ModelWish) => settingAt(changed(wish, version, named).agents, ['defaults', 'models']);
    expect(modelsOf(call('b/n', 'y'))).toEqual({ 'a/m': { alias: 'x' }, 'b/n': { params: {}, alias: 'y' } });
    expect(modelsOf(call('a/m', 'z'))).toEqual({ 'a/m': { alias: 'z' }, 'b/n': { params: {} } });
    expect(modelsOf(call('b/n', 'X'))).toEqual({ 'a/m': {}, 'b/n': { params: {}, alias: 'X' } });
    expect(modelsOf(call('a/m', null))).toEqual({ 'a/m': {}, 'b/n': { params: {} } });
  });

  test('begins no list where the version keeps the two apart; else it is asked', () => {
    const newer = changed(call('a/m', 'x'), '2026.9.6', model('b/n'));
    expect(newer).toMatchObject({ agents: { defaults: { modelPolicy: {} } }, questions: [] });
    const older = changed(call('a/m', 'x'), '2026.3.13', model('b/n'));
    expect(older).toMatchObject({
      agents: { defaults: { models: { 'a/m': { alias: 'x' }, 'b/n': {} } } },
      questions: ['begin-list'],
    });
  });

  test('that is not there need not be taken away', () => {
    expect(planOn(call('b/n', null), configured(named, { version: '2026.9.6' }))).toMatchObject({
      reason: 'already-so',
    });
  });
});

const entry = (agentId: string, id: string) => ({
  agentId,
  match: { channel: 'discord', peer: { kind: 'channel', id } },
});

describe('agents for channels', () => {
  const bind: ModelWish = {
    code: 'agent-bind',
    bindings: [
      { agentId: 'coding', channel: 'discord', peerId: '111' },
      { agentId: 'chat', channel: 'discord', peerId: '222' },
    ],
  };
  const agentsIn: Readonly<Record<Version, Settings>> = {
    '2026.3.13': { agents: { list: [{ id: 'chat' }, { id: 'coding' }] } },
    '2026.9.6': { agents: { entries: { chat: {}, coding: {} } } },
  };

  test.each(versions)('two for two (%s)', (version) => {
    const { after, questions } = planned(bind, version, agentsIn[version]);
    expect(after['bindings']).toEqual([entry('coding', '111'), entry('chat', '222')]);
    expect(questions).toEqual([]);
  });

  test.each(versions)('behind others; one for the same place gets another agent (%s)', (version) => {
    const other = { agentId: 'chat', match: { channel: 'telegram' } };
    const settings = { ...agentsIn[version], bindings: [other, entry('chat', '111')] };
    const { after } = planned(bind, version, settings);
    expect(after['bindings']).toEqual([other, entry('coding', '111'), entry('chat', '222')]);
  });

  test('who is not there yet is OpenClaw’s to make', () => {
    expect(planOn(bind, configured({}, { version: '2026.9.6' }))).toMatchObject({
      kind: 'instructions',
      commands: ['openclaw agents add coding', 'openclaw agents add chat'],
    });
  });
});
