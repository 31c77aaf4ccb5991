import { dingtalk } from './dingtalk.ts';
import type { ConnectorKnowledge, KnownEndpoint, KnownError, ProviderKnowledge } from './knowledge.ts';
import { local } from './local.ts';
import { modelscope } from './modelscope.ts';
import { ownWords } from './own-words.ts';
import { qwen } from './qwen.ts';
import { volcengine } from './volcengine.ts';

export const providers: readonly ProviderKnowledge[] = [volcengine, qwen, modelscope, local];
export const connectors: readonly ConnectorKnowledge[] = [dingtalk];

/** Whose address it is, and which of its plans and regions; a slash at the end does not matter. `null`: nobody's. */
export function findEndpoint(
  baseUrl: string,
): { readonly provider: ProviderKnowledge; readonly endpoint: KnownEndpoint } | null {
  const wanted = baseUrl.trim().replace(/\/+$/, '').toLowerCase();
  for (const provider of providers) {
    const endpoint = provider.endpoints.find(({ baseUrl: url, plan }) => plan !== 'local' && url === wanted);
    if (endpoint !== undefined) return { provider, endpoint };
  }
  return null;
}

/** What a line of a log or an answer means: in the words of a provider or a connector, else in OpenClaw's own. */
export function findKnownError(line: string): KnownError | null {
  const all = [...[...providers, ...connectors].flatMap(({ errors }) => errors), ...ownWords];
  return all.find(({ pattern }) => pattern.test(line)) ?? null;
}
