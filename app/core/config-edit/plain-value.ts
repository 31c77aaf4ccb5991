import type { SettingPath } from '../model/setting.ts';

/** Plain objects of JSON, any name: `__proto__` is a name like others. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that very name; `undefined`: there is none. */
export function memberOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? (value as readonly unknown[])[step] : undefined;
  return isJsonObject(value) && typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The value at a path; `undefined`: there is none. */
export function at(value: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>(memberOf, value);
}

/** Whether two values are the same as JSON: the order of names does not count. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, index) => isSameValue(entry, other[index]));
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = Object.keys(one);
    if (names.length !== Object.keys(other).length) return false;
    return names.every((name) => Object.hasOwn(other, name) && isSameValue(one[name], other[name]));
  }
  return one === other || (Number.isNaN(one) && Number.isNaN(other));
}
