import { parsePort } from './port-text.ts';

/** How far behind the word `gateway` its port is looked for; the block is rarely longer. */
const reach = 4000;

/**
 * What looks like `gateway.port` in a configuration that cannot be parsed, so that its gateway, which goes on serving,
 * is looked for where it is. A guess: whatever answers there proves itself. `null`: nothing looks like it.
 */
export function findPortHint(text: string): number | null {
  const gateway = /["'“”]?\bgateway\b["'“”]?\s*[:：{]/u.exec(text);
  if (gateway === null) return null;
  const block = text.slice(gateway.index, gateway.index + reach);
  return parsePort(/["'“”]?\bport\b["'“”]?\s*[:：]\s*["'“”]?(\d{1,5})\b/u.exec(block)?.[1] ?? '');
}
