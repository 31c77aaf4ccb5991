import type { ModelsView } from '../../app/core/model/models-view.ts';
import { modelTexts } from '../../app/core/text/models.ts';
import { modelsPanelTexts } from '../../app/core/text/models-panel.ts';

const texts = modelsPanelTexts('en');

/** Three models of one provider, of which two stand in, in precise words that a test can look for. */
export const someModels: ModelsView = {
  title: 'Models (kimi)',
  fault: null,
  primaryLabel: 'Default',
  primary: 'kimi – ark/kimi-k2.5',
  fallbacks: {
    title: 'Fallbacks',
    rows: [
      { ref: 'ark/glm-4.7', name: 'glm – ark/glm-4.7' },
      { ref: 'ark/deepseek-v3.2', name: 'ark/deepseek-v3.2' },
    ],
    words: texts.fallbacks,
  },
  modelsTitle: 'Models',
  models: [
    {
      ref: 'ark/kimi-k2.5',
      name: 'kimi – ark/kimi-k2.5',
      marks: [{ text: 'default', tone: 'plain' }],
      use: null,
      standIn: null,
    },
    {
      ref: 'ark/glm-4.7',
      name: 'glm – ark/glm-4.7',
      marks: [{ text: 'fallback', tone: 'plain' }],
      use: { label: 'Use…', spoken: 'Use glm…' },
      standIn: { label: 'As Fallback', spoken: 'As fallback: glm' },
    },
    {
      ref: 'ark/minimax-m2.5',
      name: 'ark/minimax-m2.5',
      marks: [],
      use: { label: 'Use…', spoken: 'Use ark/minimax-m2.5…' },
      standIn: { label: 'As Fallback', spoken: 'As fallback: ark/minimax-m2.5' },
    },
    {
      ref: 'ark/gone',
      name: 'ark/gone',
      marks: [{ text: modelTexts('en').notThere, tone: 'bad' }],
      use: null,
      standIn: null,
    },
  ],
  noModels: null,
  providersTitle: 'Providers',
  providers: [
    {
      name: 'ark',
      state: 'key missing',
      tone: 'bad',
      isAsking: false,
      about: ['https://ark.cn-beijing.volces.com/api/coding/v3', 'key: ARK_API_KEY, not set'],
      result: null,
      test: { label: 'Test', spoken: 'Test ark' },
      repair: { findingId: 'env-key-missing:ARK_API_KEY', button: { label: 'Repair…', spoken: 'Repair… ark' } },
    },
  ],
  noProviders: null,
  menu: {
    label: 'Model: kimi',
    choices: [
      { ref: 'ark/kimi-k2.5', label: 'kimi', isNow: true },
      { ref: 'ark/glm-4.7', label: 'glm', isNow: false },
    ],
  },
  setup: {
    open: texts.open,
    words: texts.setup,
    presets: [
      {
        id: 'qwen',
        label: 'Qwen',
        choices: [
          {
            id: 'coding-china',
            label: 'Coding Plan, China',
            about: 'part of a subscription',
            withoutKey: null,
            models: [
              { id: 'qwen3.5-plus', label: 'qwen3.5-plus' },
              { id: 'glm-5', label: 'glm-5' },
            ],
          },
          {
            id: 'standard-global',
            label: 'Standard, Global',
            about: 'each request is billed',
            withoutKey: 'Use the key that is set already (QWEN_API_KEY)',
            models: [{ id: 'qwen3.7-max', label: 'qwen3.7-max' }],
          },
        ],
      },
      {
        id: 'local',
        label: 'Own server',
        choices: [{ id: null, label: 'own server', about: 'costs nothing', withoutKey: texts.noKey, models: [] }],
      },
    ],
    needsDefault: false,
  },
};
