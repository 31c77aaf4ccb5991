import { SecretMark, type Setting, type SettingPath, type Settings } from '../model/setting.ts';

/** The value at a path; `undefined`: it is written nowhere. */
export function settingAt(settings: Setting | undefined, path: SettingPath): Setting | undefined {
  let value = settings;
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? (value as readonly Setting[])[step] : undefined;
    else value = isGroup(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** An object with names, which a secret's mark is not. */
export function isGroup(value: Setting | undefined): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SecretMark);
}

/** The group at a path; where there is none, an empty one. */
export function groupAt(settings: Setting | undefined, path: SettingPath): Settings {
  const value = settingAt(settings, path);
  return isGroup(value) ? value : {};
}

/** The text at a path; anything else is `null`. */
export function textAt(settings: Setting | undefined, path: SettingPath): string | null {
  const value = settingAt(settings, path);
  return typeof value === 'string' ? value : null;
}

/** `models.providers["my.ark"].models[0].id`: as a person would write it. */
export function writePath(path: SettingPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
