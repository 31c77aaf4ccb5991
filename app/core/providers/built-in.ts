/**
 * What OpenClaw itself knows of providers that are written in no configuration. From the published packages of
 * 2026.3.13 and 2026.9.6, read in November 2026; since 2026.8 most providers are plugins, which bring their own.
 */

/** Variables from which 2026.3.13 takes a provider's key when nothing else has one. */
export const builtInVariables: Readonly<Record<string, readonly string[]>> = {
  openai: ['OPENAI_API_KEY'],
  anthropic: ['ANTHROPIC_API_KEY', 'ANTHROPIC_OAUTH_TOKEN'],
  google: ['GEMINI_API_KEY'],
  minimax: ['MINIMAX_API_KEY', 'MINIMAX_OAUTH_TOKEN'],
  'minimax-cn': ['MINIMAX_API_KEY'],
  moonshot: ['MOONSHOT_API_KEY'],
  'kimi-coding': ['KIMI_API_KEY', 'KIMICODE_API_KEY'],
  synthetic: ['SYNTHETIC_API_KEY'],
  venice: ['VENICE_API_KEY'],
  zai: ['ZAI_API_KEY', 'Z_AI_API_KEY'],
  xiaomi: ['XIAOMI_API_KEY'],
  openrouter: ['OPENROUTER_API_KEY'],
  'cloudflare-ai-gateway': ['CLOUDFLARE_AI_GATEWAY_API_KEY'],
  litellm: ['LITELLM_API_KEY'],
  'vercel-ai-gateway': ['AI_GATEWAY_API_KEY'],
  opencode: ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY'],
  'opencode-go': ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY'],
  together: ['TOGETHER_API_KEY'],
  huggingface: ['HUGGINGFACE_HUB_TOKEN', 'HF_TOKEN'],
  qianfan: ['QIANFAN_API_KEY'],
  xai: ['XAI_API_KEY'],
  mistral: ['MISTRAL_API_KEY'],
  kilocode: ['KILOCODE_API_KEY'],
  modelstudio: ['MODELSTUDIO_API_KEY'],
  volcengine: ['VOLCANO_ENGINE_API_KEY'],
  'volcengine-plan': ['VOLCANO_ENGINE_API_KEY'],
  byteplus: ['BYTEPLUS_API_KEY'],
  'byteplus-plan': ['BYTEPLUS_API_KEY'],
  groq: ['GROQ_API_KEY'],
  cerebras: ['CEREBRAS_API_KEY'],
  nvidia: ['NVIDIA_API_KEY'],
  'github-copilot': ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'],
  chutes: ['CHUTES_OAUTH_TOKEN', 'CHUTES_API_KEY'],
  'qwen-portal': ['QWEN_OAUTH_TOKEN', 'QWEN_PORTAL_API_KEY'],
  ollama: ['OLLAMA_API_KEY'],
  vllm: ['VLLM_API_KEY'],
};

/** Providers that need no configuration and take their credentials another way. */
export const builtInWithoutKey = [
  'amazon-bedrock',
  'google-vertex',
  'openai-codex',
  'claude-cli',
  'codex-cli',
] as const;

/**
 * Plans whose built-in address differs by a part that is easily lost; with `payPerUse` the same key is billed for each
 * request.
 */
export const builtInPlans: Readonly<Record<string, { readonly baseUrl: string; readonly payPerUse: string }>> = {
  'volcengine-plan': {
    baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3',
    payPerUse: 'https://ark.cn-beijing.volces.com/api/v3',
  },
  'byteplus-plan': {
    baseUrl: 'https://ark.ap-southeast.bytepluses.com/api/coding/v3',
    payPerUse: 'https://ark.ap-southeast.bytepluses.com/api/v3',
  },
};

/** Plans that share the credentials of another provider (2026.3.13). */
const sharedCredentials: Readonly<Record<string, string>> = {
  'volcengine-plan': 'volcengine',
  'byteplus-plan': 'byteplus',
};

/** Under which name a provider's credentials are kept. */
export function credentialsOf(provider: string): string {
  return sharedCredentials[provider] ?? provider;
}

/** Whether OpenClaw knows this provider without any configuration, in some version. */
export function isBuiltIn(provider: string): boolean {
  return Object.hasOwn(builtInVariables, provider) || builtInWithoutKey.some((each) => each === provider);
}
