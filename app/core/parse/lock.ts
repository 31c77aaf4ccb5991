import type { GatewayLock } from '../model/markers.ts';

/**
 * The gateway's lock file: JSON, in 2026.9.6 padded with blanks. It survives `kill -9`, so it proves no life.
 * 2026.3.13 knows no port. `null` for anything else, the empty files beside it included.
 */
export function parseGatewayLock(text: string, path: string): GatewayLock | null {
  const lock = parseObject(text);
  const pid = lock?.['pid'];
  if (lock === null || typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null;
  const { port, createdAt, configPath } = lock as { port?: unknown; createdAt?: unknown; configPath?: unknown };
  return {
    path,
    pid,
    port: typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null,
    createdAt: parseTime(createdAt),
    configPath: typeof configPath === 'string' ? configPath : null,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    // Padding may also be NUL characters left over from a longer lock.
    const value: unknown = JSON.parse(text.replaceAll('\0', ' '));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function parseTime(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : value;
  return typeof time === 'number' && Number.isFinite(time) ? time : null;
}
