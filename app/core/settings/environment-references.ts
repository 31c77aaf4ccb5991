import { SecretMark } from '../model/setting.ts';
import type { Setting, SettingPath, Settings } from '../model/setting.ts';
import { isGroup } from './read.ts';

/** A setting that takes its value from a variable. Names only: the value is never looked at. */
export interface EnvironmentReference {
  readonly name: string;
  readonly path: SettingPath;
  /** `${NAME}` within a text, or `{ source: 'env', id: 'NAME' }`. */
  readonly form: 'text' | 'reference';
}

/** `$${NAME}` is an escaped one and stands for itself (all versions). */
const inText = /(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g;

/** What OpenClaw takes for the id of such a reference; anything else makes the configuration invalid. */
const isReferenceName = /^[A-Z][A-Z0-9_]{0,127}$/;

/**
 * Every variable that the settings need, in the order in which they are written. What is switched off
 * (`enabled: false`) needs nothing. A text that is a secret shows as a mark, and what it refers to is not known.
 */
export function deriveEnvironmentReferences(settings: Settings): readonly EnvironmentReference[] {
  return listOf(settings, []);
}

function listOf(value: Setting, path: SettingPath): readonly EnvironmentReference[] {
  if (typeof value === 'string') return namesIn(value).map((name) => ({ name, path, form: 'text' }));
  if (isList(value)) return value.flatMap((entry, index) => listOf(entry, [...path, index]));
  if (!isGroup(value) || value['enabled'] === false) return [];
  const { source, id } = value;
  if (source === 'env' && typeof id === 'string') {
    return isReferenceName.test(id) ? [{ name: id, path, form: 'reference' }] : [];
  }
  return Object.entries(value).flatMap(([name, entry]) => listOf(entry, [...path, name]));
}

/** Names of variables in a text, each once. */
export function namesIn(text: string): readonly string[] {
  const found = [...text.matchAll(inText)].flatMap(([, escape, name]) => (escape === '' && name ? [name] : []));
  return [...new Set(found)];
}

function isList(value: Setting): value is readonly Setting[] {
  return Array.isArray(value) && !(value instanceof SecretMark);
}

/** Whether a secret belongs there: OpenClaw takes such a text for a reference, and wants it resolved at its start. */
export function isSecretPlace({ path, form }: EnvironmentReference): boolean {
  const last = path.findLast((step) => typeof step === 'string') ?? '';
  return form === 'reference' || /key|token|secret|password/i.test(last);
}
