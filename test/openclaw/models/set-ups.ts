import type { OpenClawVersion } from '../install.mjs';

/** A provider as one command sets it up from a fresh configuration, and where a message must arrive then. */
export interface SetUp {
  readonly name: string;
  /** Words behind `clawtender provider add`. */
  readonly words: readonly string[];
  /** Name and value of the key's variable in the shell; by `version` where they differ. */
  readonly variable: string | Readonly<Record<OpenClawVersion, string>>;
  readonly key: string;
  /** Host and path, without what OpenClaw puts behind every address. */
  readonly address: string;
  readonly model: string;
  /** An alias that it brings, and the model behind it. */
  readonly alias: { readonly word: string; readonly model: string } | null;
}

/** Each address wants a key of its own. */
function qwen(plan: 'coding' | 'standard', region: 'china' | 'global', address: string): SetUp {
  const variable = `QWEN_${plan}_${region}_API_KEY`.toUpperCase();
  return {
    name: `Qwen, ${plan}, ${region}`,
    words: ['qwen', '--plan', plan, '--region', region, '--default', '--key-env', variable],
    variable,
    key: `sk-qwen-${plan}-${region}-0123456789`,
    address,
    model: 'qwen3.5-plus',
    alias: null,
  };
}

export const ark: SetUp = {
  name: 'Volcengine Ark, Coding Plan',
  words: ['ark-coding-plan', '--default'],
  variable: 'VOLCANO_ENGINE_API_KEY',
  key: 'ark-0123456789-abcdef',
  address: 'ark.cn-beijing.volces.com/api/coding/v3',
  model: 'ark-code-latest',
  alias: { word: 'glm', model: 'glm-4.7' },
};

export const modelscope: SetUp = {
  name: 'ModelScope',
  words: ['modelscope', '--default'],
  variable: 'MODELSCOPE_API_KEY',
  key: 'ms-0123456789-abcdef',
  address: 'api-inference.modelscope.cn/v1',
  model: 'Qwen/Qwen3.5-397B-A17B',
  alias: { word: 'kimi', model: 'moonshotai/Kimi-K2.5' },
};

/** With the variable that its version of OpenClaw looks for itself. */
export const usualQwen: SetUp = {
  ...qwen('standard', 'global', 'dashscope-intl.aliyuncs.com/compatible-mode/v1'),
  words: ['qwen', '--plan', 'standard', '--region', 'global', '--default'],
  variable: { '2026.9.6': 'QWEN_API_KEY', '2026.3.13': 'MODELSTUDIO_API_KEY' },
  key: 'sk-qwen-usual-0123456789',
};

/** At `port` of the model server itself. */
export const local = (port: number): SetUp => ({
  name: 'a local server',
  words: ['local', '--url', `http://127.0.0.1:${port}/v1`, '--models', 'qwen3-8b', '--default'],
  variable: `CUSTOM_${port}_API_KEY`,
  key: 'sk-local-0123456789',
  address: `127.0.0.1:${port}/v1`,
  model: 'qwen3-8b',
  alias: null,
});

export const listSetUps = (port: number): readonly SetUp[] => [
  ark,
  qwen('coding', 'china', 'coding.dashscope.aliyuncs.com/v1'),
  qwen('coding', 'global', 'coding-intl.dashscope.aliyuncs.com/v1'),
  qwen('standard', 'china', 'dashscope.aliyuncs.com/compatible-mode/v1'),
  qwen('standard', 'global', 'dashscope-intl.aliyuncs.com/compatible-mode/v1'),
  modelscope,
  local(port),
];

export function variableOf({ variable }: SetUp, version: OpenClawVersion): string {
  return typeof variable === 'string' ? variable : variable[version];
}
