import { z } from 'zod';

/** The part of OpenClaw's package.json that counts; earlier names of the package included. */
export interface PackageManifest {
  readonly name: 'openclaw' | 'clawdbot' | 'moltbot';
  readonly version: string | null;
  /** `engines.node`. */
  readonly nodeRange: string | null;
}

const manifestSchema = z.object({
  name: z.enum(['openclaw', 'clawdbot', 'moltbot']),
  version: z.string().max(64).nullable().catch(null),
  engines: z.object({ node: z.string().max(200).nullable().catch(null) }).catch({ node: null }),
});

/** `null` for the manifest of another package and for what is none. */
export function parsePackageManifest(text: string): PackageManifest | null {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { name, version, engines } = parsed.data;
  return { name, version, nodeRange: engines.node };
}

/** `undefined` for what is no JSON: the schema then refuses it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
