import type { FindingCode } from '../../../app/core/model/finding.ts';
import type { OpenClawVersion } from '../install.mjs';

/** What is wrong in a configuration, where a message goes because of it, and where after the repair. */
export interface Mistake {
  readonly name: string;
  readonly versions?: readonly OpenClawVersion[];
  readonly code: FindingCode;
  readonly providers: Readonly<Record<string, object>>;
  /** Setting `agents.defaults.model`, and others of the agents. */
  readonly model: unknown;
  readonly defaults?: object;
  /** Requests as `host/path model`; none: no request at all. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly key: string;
  /** Models that the provider does not have. */
  readonly unknown?: readonly string[];
}

const arkKey = 'ark-0123456789-abcdef';
const model = (id: string, more: object = {}) => ({ id, name: id, ...more });
const provider = (baseUrl: string, variable: string, models: readonly object[], more: object = {}) => ({
  baseUrl,
  apiKey: `\${${variable}}`,
  api: 'openai-completions',
  models,
  ...more,
});
const atArk = (path: string, models: readonly object[], more?: object) =>
  provider(`https://ark.cn-beijing.volces.com${path}`, 'VOLCANO_ENGINE_API_KEY', models, more);
const atModelScope = (models: readonly object[], more?: object) =>
  provider('https://api-inference.modelscope.cn/v1', 'MODELSCOPE_API_KEY', models, more);
const coding = 'ark.cn-beijing.volces.com/api/coding/v3/chat/completions';
const modelscope = 'api-inference.modelscope.cn/v1/chat/completions';

export const listMistakes = (port: number): readonly Mistake[] => [
  {
    name: 'the address that bills each request',
    code: 'provider-wrong',
    providers: { 'volcengine-plan': atArk('/api/v3', [model('glm-4.7')]) },
    model: 'volcengine-plan/glm-4.7',
    before: ['ark.cn-beijing.volces.com/api/v3/chat/completions glm-4.7'],
    after: [`${coding} glm-4.7`],
    key: arkKey,
  },
  {
    name: 'the id of a model with a date',
    code: 'provider-wrong',
    providers: { ark: atArk('/api/coding/v3', [model('glm-4-7-251222')]) },
    model: { primary: 'ark/glm-4-7-251222' },
    before: [`${coding} glm-4-7-251222`],
    after: [`${coding} glm-4.7`],
    key: arkKey,
    unknown: ['glm-4-7-251222'],
  },
  {
    name: 'the id of a model with dashes',
    code: 'provider-wrong',
    providers: { ark: atArk('/api/coding/v3', [model('deepseek-v3-2')]) },
    model: 'ark/deepseek-v3-2',
    defaults: { models: { 'ark/deepseek-v3-2': { alias: 'deep' } } },
    before: [`${coding} deepseek-v3-2`],
    after: [`${coding} deepseek-v3.2`],
    key: arkKey,
    unknown: ['deepseek-v3-2'],
  },
  {
    name: 'the other way of talking',
    code: 'provider-wrong',
    providers: { modelscope: atModelScope([model('ZhipuAI/GLM-5')], { api: 'openai-responses' }) },
    model: 'modelscope/ZhipuAI/GLM-5',
    before: ['api-inference.modelscope.cn/v1/responses ZhipuAI/GLM-5'],
    after: [`${modelscope} ZhipuAI/GLM-5`],
    key: 'ms-0123456789-abcdef',
  },
  {
    name: 'the other way of talking, taken for granted',
    versions: ['2026.3.13'],
    code: 'provider-wrong',
    providers: { modelscope: atModelScope([model('ZhipuAI/GLM-5')], { api: undefined }) },
    model: 'modelscope/ZhipuAI/GLM-5',
    before: ['api-inference.modelscope.cn/v1/responses ZhipuAI/GLM-5'],
    after: [`${modelscope} ZhipuAI/GLM-5`],
    key: 'ms-0123456789-abcdef',
  },
  {
    name: 'the other way of talking, of one model',
    code: 'provider-wrong',
    providers: { modelscope: atModelScope([model('MiniMax/MiniMax-M2.5', { api: 'openai-responses' })]) },
    model: 'modelscope/MiniMax/MiniMax-M2.5',
    before: ['api-inference.modelscope.cn/v1/responses MiniMax/MiniMax-M2.5'],
    after: [`${modelscope} MiniMax/MiniMax-M2.5`],
    key: 'ms-0123456789-abcdef',
  },
  {
    name: 'an address with what is put behind it anyway',
    code: 'provider-wrong',
    providers: {
      mine: provider(`http://127.0.0.1:${port}/v1/chat/completions`, `CUSTOM_${port}_API_KEY`, [model('qwen3-8b')]),
    },
    model: 'mine/qwen3-8b',
    before: [`127.0.0.1:${port}/v1/chat/completions/chat/completions qwen3-8b`],
    after: [`127.0.0.1:${port}/v1/chat/completions qwen3-8b`],
    key: 'sk-local-0123456789',
  },
  {
    name: 'an address without its end',
    code: 'provider-wrong',
    providers: {
      modelscope: atModelScope([model('ZhipuAI/GLM-5')], { baseUrl: 'https://api-inference.modelscope.cn' }),
    },
    model: 'modelscope/ZhipuAI/GLM-5',
    before: ['api-inference.modelscope.cn/chat/completions ZhipuAI/GLM-5'],
    after: [`${modelscope} ZhipuAI/GLM-5`],
    key: 'ms-0123456789-abcdef',
  },
  {
    name: 'an id with a slash without its provider',
    code: 'provider-wrong',
    providers: { modelscope: atModelScope([model('moonshotai/Kimi-K2.5')]) },
    model: 'moonshotai/Kimi-K2.5',
    before: [],
    after: [`${modelscope} moonshotai/Kimi-K2.5`],
    key: 'ms-0123456789-abcdef',
  },
  {
    name: 'the name of later versions',
    versions: ['2026.3.13'],
    code: 'provider-wrong',
    providers: {
      modelstudio: provider('https://coding.dashscope.aliyuncs.com/v1', 'QWEN_CODING_CHINA_API_KEY', [
        model('qwen3.5-plus'),
      ]),
    },
    model: 'qwen/qwen3.5-plus',
    before: [],
    after: ['coding.dashscope.aliyuncs.com/v1/chat/completions qwen3.5-plus'],
    key: 'sk-qwen-coding-china-0123456789',
  },
  {
    name: 'an entry under the former name that owns its references',
    versions: ['2026.9.6'],
    code: 'provider-wrong',
    providers: {
      modelstudio: provider('https://coding-intl.dashscope.aliyuncs.com/v1', 'QWEN_CODING_GLOBAL_API_KEY', [
        model('qwen3.5-plus'),
      ]),
      qwen: provider('https://coding.dashscope.aliyuncs.com/v1', 'QWEN_CODING_CHINA_API_KEY', [model('qwen3.5-plus')]),
    },
    model: 'modelstudio/qwen3.5-plus',
    before: ['coding-intl.dashscope.aliyuncs.com/v1/chat/completions qwen3.5-plus'],
    after: ['coding.dashscope.aliyuncs.com/v1/chat/completions qwen3.5-plus'],
    key: 'sk-qwen-coding-china-0123456789',
  },
];
