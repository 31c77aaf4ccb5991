import { SecretMark, type Setting } from '../model/setting.ts';
import { isGroup } from './read.ts';

/** Whether two settings mean the same: names in any order, lists in theirs, secrets by their whole marks. */
export function isSameSetting(one: Setting | undefined, other: Setting | undefined): boolean {
  if (one instanceof SecretMark || other instanceof SecretMark) {
    return one instanceof SecretMark && other instanceof SecretMark && one.mark === other.mark;
  }
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((entry, index) => isSameSetting(entry, other[index]));
  }
  if (!isGroup(one) || !isGroup(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameSetting(one[name], other[name]))
  );
}

export function isList(value: Setting | undefined): value is readonly Setting[] {
  return Array.isArray(value);
}
