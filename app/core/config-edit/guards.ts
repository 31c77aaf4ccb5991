import { at, isJsonObject, memberOf } from './plain-value.ts';

/** One content of a configuration file: what it says, and how large it is. */
export interface Content {
  readonly value: unknown;
  readonly sizeBytes: number;
}

/** Smaller files may shrink as they like. */
const smallBytes = 512;

/**
 * Why OpenClaw would take a change back by itself, in one sentence; `null`: it would not. From 2026.3.24 on it replaces
 * a file that lost more than half of its size, its `meta` or its `gateway.mode` by its own backup, silently.
 */
export function findRevertReason(before: Content, after: Content): string | null {
  const said = 'OpenClaw would take this change back by itself';
  if (isMainConfig(before.value) && before.sizeBytes >= smallBytes && after.sizeBytes * 2 < before.sizeBytes) {
    return `${said}: the file would shrink from ${before.sizeBytes} to ${after.sizeBytes} bytes, to less than half`;
  }
  if (isJsonObject(memberOf(before.value, 'meta')) && !isJsonObject(memberOf(after.value, 'meta'))) {
    return `${said}: the file would be without its “meta”`;
  }
  if (typeof at(before.value, modePath) === 'string' && typeof at(after.value, modePath) !== 'string') {
    return `${said}: the file would be without gateway.mode`;
  }
  return null;
}

const modePath = ['gateway', 'mode'] as const;

/** Lists of models and included parts are judged by nobody. */
function isMainConfig(value: unknown): boolean {
  return memberOf(value, 'meta') !== undefined || typeof at(value, modePath) === 'string';
}
