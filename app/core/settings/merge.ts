/** Names under which OpenClaw takes nothing over when it merges (2026.3.13 to 2026.9.6). */
const blocked: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Two contents put together as OpenClaw does for `$include` (2026.3.13 to 2026.9.6): objects name by name, lists one
 * behind the other, of anything else the later. Of masked settings a secret's mark is one value.
 */
export function mergeContents(first: unknown, second: unknown): unknown {
  if (Array.isArray(first) && Array.isArray(second)) return [...(first as unknown[]), ...(second as unknown[])];
  if (!isPlain(first) || !isPlain(second)) return second;
  const merged = new Map(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    if (blocked.has(name)) continue;
    merged.set(name, merged.has(name) ? mergeContents(merged.get(name), value) : value);
  }
  return Object.fromEntries(merged);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
