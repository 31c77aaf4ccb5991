import type { Settings } from '../../../app/core/model/setting.ts';
import { configured } from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { at, hours, minutes } from '../make-moment.ts';
import {
  failover,
  makeEntry,
  noTurns,
  runEnd,
  saying,
  scopeUrl,
  usedUpPlan,
  usedUpToday,
} from '../provider-machines.ts';
import { codingUrl } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const scope = makeEntry(scopeUrl, ['ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5']);
const scopeRef = 'modelscope/ZhipuAI/GLM-5';
const scopes = (model: Settings[string], setup: Setup = {}) =>
  configured({ models: { providers: { modelscope: scope } }, agents: { defaults: { model } } }, setup);
const ark = (setup: Setup) =>
  configured(
    {
      models: { providers: { ark: makeEntry(codingUrl, ['glm-4.7']) } },
      agents: { defaults: { model: 'ark/glm-4.7' } },
    },
    setup,
  );
const limited = (ref: string, ago: number) => saying('provider-429', runEnd(ref, '⚠️ API rate limit reached.'), ago);
const resets = 'rawError=429 You have exceeded the monthly usage quota. It will reset at';

checkRule('rate-cooldown', {
  silent: [
    { name: 'fallbacks', snapshot: scopes({ primary: scopeRef, fallbacks: ['modelscope/MiniMax/MiniMax-M2.5'] }) },
    { name: 'somebody who wants none', snapshot: scopes({ primary: scopeRef, fallbacks: [] }) },
    { name: 'another provider is the default', snapshot: scopes('openai/gpt-5.4') },
    {
      name: 'a single model',
      snapshot: configured({
        models: { providers: { modelscope: makeEntry(scopeUrl, ['ZhipuAI/GLM-5']) } },
        agents: { defaults: { model: scopeRef } },
      }),
    },
    {
      name: 'the same names at an address of one’s own',
      snapshot: configured({
        models: { providers: { modelscope: makeEntry('https://proxy.example/v1', ['a', 'b']) } },
        agents: { defaults: { model: 'modelscope/a' } },
      }),
    },
    { name: 'a limit an hour ago', snapshot: ark(limited('ark/glm-4.7', hours)) },
    { name: 'a limit of a model that nobody uses', snapshot: ark(limited('ark/other', minutes)) },
    {
      name: 'a quota that has begun anew',
      snapshot: ark(
        saying('provider-429', runEnd('ark/glm-4.7', `x ${resets} 2026-09-20 17:00:00 +0800 CST.`), 3 * hours),
      ),
    },
    { name: 'a line that names nobody', snapshot: ark(saying('provider-429', '⚠️ API rate limit reached.')) },
  ],
  loud: [
    {
      ...noTurns,
      subject: 'unprepared/modelscope',
      severity: 'notice',
      certainty: 'certain',
      args: {
        what: 'unprepared',
        provider: 'modelscope',
        model: 'Qwen/Qwen3.5-397B-A17B',
        words: null,
        until: null,
        calls: 500,
        spare: 3,
        fallbacks: 0,
      },
      evidence: ['fallbacks: not set'],
    },
    {
      ...usedUpToday,
      subject: 'modelscope/Qwen/Qwen3.5-397B-A17B',
      severity: 'notice',
      certainty: 'certain',
      args: {
        what: 'used-up',
        provider: 'modelscope',
        model: 'Qwen/Qwen3.5-397B-A17B',
        words: "429 You have exceeded today's quota for model Qwen/Qwen3.5-397B-A17B, please try again tomorrow",
        // Midnight in China; it is 18:00 there.
        until: at + 6 * hours,
        calls: 500,
        spare: 3,
        fallbacks: 1,
      },
      evidence: [],
    },
    {
      ...usedUpPlan,
      subject: 'ark/glm-4.7',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        what: 'used-up',
        provider: 'ark',
        model: 'glm-4.7',
        words: '429 You have exceeded the 5-hour usage quota. It will reset at 2026-09-20 20:00:00 +0800 CST.',
        until: at + 2 * hours,
        calls: null,
        spare: 2,
        fallbacks: 0,
      },
      evidence: [],
    },
    {
      name: 'a limit of which nothing more is said',
      snapshot: ark(saying('provider-429', failover('ark/glm-4.7', 'rate_limit'))),
      subject: 'ark/glm-4.7',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        what: 'limited',
        provider: 'ark',
        model: 'glm-4.7',
        words: null,
        until: null,
        calls: null,
        spare: 0,
        fallbacks: 0,
      },
      evidence: [],
    },
    {
      name: 'OpenClaw itself asks no more for a while',
      snapshot: ark(saying('provider-429', 'No available auth profile for ark (all in cooldown or unavailable).')),
      subject: 'ark/glm-4.7',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        what: 'limited',
        provider: 'ark',
        model: 'glm-4.7',
        words: 'No available auth profile for ark (all in cooldown or unavailable)',
        until: null,
        calls: null,
        spare: 0,
        fallbacks: 0,
      },
      evidence: [],
    },
  ],
});
