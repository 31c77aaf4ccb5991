import type { ProviderTest } from '../../app/core/model/provider-test.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import { configured, makePlace } from '../core/configured-machines.ts';
import { makeSnapshot, readAt } from '../fakes/snapshots.ts';

const ark = ['ark-code-latest', 'glm-4.7', 'kimi-k2.5'];
const api = 'openai-completions';

const settings: Settings = {
  models: {
    providers: {
      'volcengine-plan': {
        baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3',
        apiKey: '${VOLCANO_ENGINE_API_KEY}',
        api,
        models: ark.map((id) => ({ id })),
      },
      modelscope: {
        baseUrl: 'https://api-inference.modelscope.cn/v1',
        apiKey: '${MODELSCOPE_API_KEY}',
        api,
        models: [{ id: 'ZhipuAI/GLM-5' }],
      },
    },
  },
  agents: {
    defaults: {
      model: {
        primary: 'volcengine-plan/ark-code-latest',
        fallbacks: ['volcengine-plan/glm-4.7', 'modelscope/ZhipuAI/GLM-5'],
      },
      models: {
        'volcengine-plan/ark-code-latest': { alias: 'ark' },
        'volcengine-plan/glm-4.7': { alias: 'glm' },
        'volcengine-plan/kimi-k2.5': { alias: 'kimi' },
        'modelscope/ZhipuAI/GLM-5': { alias: 'glm-5' },
      },
    },
  },
};

const { config, credentials } = configured(settings, {
  places: [makePlace('service'), makePlace('state-dotenv', { names: ['VOLCANO_ENGINE_API_KEY'] })],
});

export const modelsSnapshot = makeSnapshot({ config, credentials });

export const providerTests: readonly ProviderTest[] = [
  {
    provider: 'volcengine-plan',
    url: 'https://ark.cn-beijing.volces.com/api/coding/v3/models',
    at: readAt - 60_000,
    outcome: { kind: 'ok', models: ark, missing: [] },
    proxies: [],
  },
];
