import { z } from 'zod';
import type { HealthBody, HttpAnswer, ReadyBody, StartupBody } from '../model/reach.ts';

/** What came back from one path of the gateway. */
export interface RawAnswer {
  readonly httpStatus: number;
  readonly contentType: string | null;
  readonly body: string;
  readonly durationMs: number;
}

const health = z.object({ ok: z.boolean(), status: z.string().max(100) });

const ready = z
  .object({
    ready: z.boolean(),
    failing: z.array(z.string().max(200)).max(200).default([]),
    uptimeMs: z.number().nonnegative().nullable().default(null),
  })
  .transform(({ ready: isReady, failing, uptimeMs }) => ({ ready: isReady, failing, uptimeMs }));

const startup = z.object({
  ok: z.boolean(),
  status: z.string().max(100),
  version: z.string().max(100).nullable().default(null),
  uptimeMs: z.number().nonnegative().nullable().default(null),
  pendingReason: z.string().max(500).nullable().default(null),
});

/** `/healthz`: `{"ok":true,"status":"live"}` (all versions). */
export function parseHealth(answer: RawAnswer): HttpAnswer<HealthBody> {
  return parseAnswer(answer, health);
}

/** `/readyz`: 200 or 503 `{"ready":…,"failing":[…],"uptimeMs":…}` (all versions; only `ready` for strangers). */
export function parseReady(answer: RawAnswer): HttpAnswer<ReadyBody> {
  return parseAnswer(answer, ready);
}

/** `/startupz`: 200 or 503 with version and uptime (2026.9.6); older versions answer the Control UI with 200. */
export function parseStartup(answer: RawAnswer): HttpAnswer<StartupBody> {
  return parseAnswer(answer, startup);
}

/** A status alone proves nothing: every unknown path is answered 200 with HTML, and another program may answer too. */
function parseAnswer<Body>(answer: RawAnswer, schema: z.ZodType<Body>): HttpAnswer<Body> {
  const { httpStatus, contentType, durationMs } = answer;
  const parsed = isJson(contentType) ? schema.safeParse(parseJson(answer.body)) : null;
  if (parsed?.success === true) return { kind: 'json', httpStatus, body: parsed.data, durationMs };
  return { kind: 'other', httpStatus, contentType, controlUi: isControlUi(answer) };
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\b/i.test(contentType?.trim() ?? '');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** OpenClaw's own page, as 2026.3.13 and 2026.9.6 serve it. */
function isControlUi({ contentType, body }: RawAnswer): boolean {
  if (!/^text\/html\b/i.test(contentType?.trim() ?? '')) return false;
  return /<openclaw-app\b|data-openclaw-control-ui|<title>\s*OpenClaw Control/i.test(body);
}
