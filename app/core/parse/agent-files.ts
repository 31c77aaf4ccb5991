import { z } from 'zod';
import type { AuthProfile, ModelsProvider } from '../model/agents.ts';
import { redactText } from '../redact.ts';
import type { MarkSecret } from '../settings/mask.ts';

const text = z.string().nullable().catch(null).default(null);

const providerSchema = z.object({
  baseUrl: text,
  api: text,
  apiKey: text,
  models: z
    .array(z.object({ id: z.string() }).nullable().catch(null))
    .catch([])
    .default([]),
});
const modelsSchema = z.object({ providers: z.record(z.string(), providerSchema) });

/** `models.json` of an agent (OpenClaw 2026.2.26 to 2026.9.6): strict JSON; `null`: it is none. */
export function parseModelsFile(content: string, mark: MarkSecret): readonly ModelsProvider[] | null {
  const parsed = modelsSchema.safeParse(parseJson(content));
  if (!parsed.success) return null;
  return Object.entries(parsed.data.providers).map(([id, { baseUrl, api, apiKey, models }]) => ({
    id: redactText(id),
    baseUrl: baseUrl === null ? null : redactText(baseUrl),
    api,
    modelIds: models.flatMap((model) => (model === null ? [] : [redactText(model.id)])),
    apiKey: apiKey === null ? null : tellKey(apiKey, mark),
  }));
}

/** What OpenClaw writes in the place of a key that is elsewhere (2026.3.13 to 2026.9.6). */
const markers: ReadonlySet<string> = new Set([
  'secretref-managed',
  'minimax-oauth',
  'qwen-oauth',
  'ollama-local',
  'custom-local',
  'codex-app-server',
  'gcp-vertex-credentials',
]);

function tellKey(apiKey: string, mark: MarkSecret): ModelsProvider['apiKey'] {
  const key = apiKey.trim();
  return markers.has(key) || isReference(key) ? key : mark(apiKey);
}

/** The name of a variable stands bare; keys have no underscores among capitals alone. */
function isReference(key: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^\$\{[A-Z_][A-Z0-9_]*\}$|^secretref-env:\w+$|^oauth:[\w.-]{1,64}$/.test(key);
}

const time = z.number().positive().nullable().catch(null).default(null);

/** `mode` is an older name of `type`. What OpenClaw would pass over (no type, no provider) is passed over here too. */
const profileSchema = z
  .object({ type: text, mode: text, provider: z.string().min(1), expires: time, refresh: text })
  .nullable()
  .catch(null);
const authSchema = z.object({ profiles: z.record(z.string(), profileSchema) });

/** `auth-profiles.json` (OpenClaw before 2026.8.1); never a key. `null`: not understood. */
export function parseAuthProfiles(content: string): readonly AuthProfile[] | null {
  const parsed = authSchema.safeParse(parseJson(content));
  if (!parsed.success) return null;
  return Object.entries(parsed.data.profiles).flatMap(([id, profile]) => {
    const type = profile?.type ?? profile?.mode ?? null;
    if (profile === null || type === null) return [];
    const { provider, expires, refresh } = profile;
    const canRefresh = refresh !== null && refresh !== '';
    return [{ id: redactText(id), provider: redactText(provider), type, expiresAt: expires, canRefresh }];
  });
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
