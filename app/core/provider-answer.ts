import type {
  ModelListAnswer,
  ProviderProblem,
  ProviderProblemKind,
  ProviderTestOutcome,
} from './model/provider-test.ts';
import { findEndpoint, findKnownError } from './providers/index.ts';

export interface Asked {
  readonly baseUrl: string;
  readonly hasKey: boolean;
  /** Ids that the configuration has. */
  readonly configured: readonly string[];
}

/** What an answer to `GET <address>/models` means. */
export function explainAnswer(answer: ModelListAnswer, asked: Asked): ProviderTestOutcome {
  if (answer.kind === 'failed') {
    const why = answer.why === 'other' ? 'closed' : answer.why;
    return failed({ why, httpStatus: null, detail: answer.code });
  }
  const { httpStatus, contentType, body } = answer;
  const because = (why: ProviderProblemKind): ProviderTestOutcome => failed({ why, httpStatus, detail: null });
  if (httpStatus === 407) return because('proxy');
  if (httpStatus === 401 || httpStatus === 403) return because(isKeyMissing(body, asked) ? 'no-key' : 'bad-key');
  if (httpStatus === 429) return because('rate-limited');
  if (httpStatus >= 500) return because('server-error');
  if (httpStatus >= 300 && httpStatus < 400) return because('moved');
  const isPage = /html/i.test(contentType ?? '') || /^\s*<(?:!doctype|html)/i.test(body);
  if (httpStatus === 404 || httpStatus === 405) {
    // Not every plan has a list; that its address is the right one is known all the same.
    return findEndpoint(asked.baseUrl) !== null && !isPage
      ? { kind: 'no-list' }
      : because(isPage ? 'web-page' : 'wrong-path');
  }
  if (isPage) return because('web-page');
  if (httpStatus !== 200) return because('other-answer');
  const models = parseModelList(body);
  if (models === null) return because('not-a-list');
  return { kind: 'ok', models, missing: asked.configured.filter((id) => !models.includes(id)) };
}

function failed(problem: ProviderProblem): ProviderTestOutcome {
  return { kind: 'failed', problem };
}

function isKeyMissing(body: string, { hasKey }: Asked): boolean {
  return !hasKey || findKnownError(body)?.meaning === 'no-key';
}

const maxModels = 2_000;

/** `{ "data": [{ "id": … }] }`, or the list by itself; `null`: neither. */
export function parseModelList(body: string): readonly string[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { readonly data?: unknown } | null)?.data;
  if (!Array.isArray(list)) return null;
  const ids = (list as readonly unknown[]).map((entry) =>
    typeof entry === 'string' ? entry : (entry as { readonly id?: unknown } | null)?.id,
  );
  return [...new Set(ids.filter((id): id is string => typeof id === 'string' && isModelId(id)))].slice(0, maxModels);
}

/** As it may stand in a configuration and on a screen. */
export function isModelId(id: string): boolean {
  return id.length <= 200 && /^[\w.:@/+-]+(?: [\w.:@/+-]+)*$/.test(id);
}
