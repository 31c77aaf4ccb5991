/** A TCP port from text of digits; `null` when it is none. */
export function parsePort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : null;
}

/**
 * The value of `OPENCLAW_GATEWAY_PORT`: a port, or `host:port`, or `[v6]:port`, as OpenClaw 2026.9.6 reads it.
 * `null` when it says nothing usable; OpenClaw then ignores it too.
 */
export function parsePortSetting(text: string | null | undefined): number | null {
  const trimmed = text?.trim() ?? '';
  const afterHost = /^(?:\[[^\]]+\]|[^:]+):(\d+)$/.exec(trimmed);
  return parsePort(afterHost?.[1] ?? trimmed);
}
