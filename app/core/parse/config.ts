import json5 from 'json5';
import type { ConfigContent, ConfigSyntaxError } from '../model/config-file.ts';
import { redactText } from '../redact.ts';
import { maskContent, type MarkSecret, maskSettings } from '../settings/mask.ts';
import { excerptAround } from './config-excerpt.ts';
import { findPortHint } from './port-hint.ts';

export type ConfigObject = Readonly<Record<string, unknown>>;

/** A configuration file's text as a value, before `$include` is followed. */
export type ConfigDocument = { readonly kind: 'document'; readonly value: ConfigObject } | ConfigSyntaxError;

export type ContentDocument = { readonly kind: 'document'; readonly value: unknown } | ConfigSyntaxError;

/**
 * Text of `openclaw.json`: strict JSON first, else JSON5, as OpenClaw reads it (2026.3.13 to 2026.9.6). A byte order
 * mark is allowed. What cannot be understood has a place, 1-based, and a message in English without any value.
 */
export function parseConfigText(text: string, file: string): ConfigDocument {
  const content = parseContentText(text, file);
  if (content.kind === 'broken') return content;
  if (isObject(content.value)) return { kind: 'document', value: content.value };
  return broken(text, file, { line: 1, column: 1 }, 'the configuration must be one object: { … }');
}

/** The same of a file that is included: it may be a list, or anything else. */
export function parseContentText(text: string, file: string): ContentDocument {
  const nul = text.indexOf('\0');
  if (nul !== -1) return broken(text, file, placeOf(text, nul), 'this is no text file');
  try {
    return { kind: 'document', value: parseJsonOrJson5(text) };
  } catch (error) {
    return describeFailure(error, text, file);
  }
}

/** One file of a configuration by itself. */
export interface ConfigPart {
  readonly path: string;
  /** An object; of an included file it may be anything. */
  readonly value: unknown;
}

/** What is known of a configuration: its settings without secrets. `parts`: its files, the main one first. */
export function readConfigContent(config: ConfigObject, parts: readonly ConfigPart[], mark: MarkSecret): ConfigContent {
  const gateway = objectAt(config, 'gateway');
  const settings = maskSettings(config, mark);
  return {
    kind: 'parsed',
    port: portAt(gateway, 'port'),
    mode: textAt(gateway, 'mode'),
    authMode: textAt(objectAt(gateway, 'auth'), 'mode'),
    bind: textAt(gateway, 'bind'),
    customBindHost: textAt(gateway, 'customBindHost'),
    tls: objectAt(gateway, 'tls')['enabled'] === true,
    controlUiBasePath: textAt(objectAt(gateway, 'controlUi'), 'basePath'),
    topLevelKeys: Object.keys(config).map(redactText),
    lastTouchedVersion: textAt(objectAt(config, 'meta'), 'lastTouchedVersion'),
    includes: parts.slice(1).map(({ path }) => path),
    settings,
    files: parts.map(({ path, value }) => ({
      path,
      settings: value === config ? settings : maskContent(value, mark),
    })),
  };
}

/**
 * The shared token as plain text in the file, the only form that may be used without asking anybody: not a
 * reference to a variable or a secret store, and only when the gateway checks tokens.
 */
export function readSharedToken(config: ConfigObject): string | null {
  const auth = objectAt(objectAt(config, 'gateway'), 'auth');
  const token = auth['token'];
  if (auth['mode'] !== undefined && auth['mode'] !== 'token') return null;
  if (typeof token !== 'string' || token.trim() === '' || token.includes('${')) return null;
  return token;
}

export function isObject(value: unknown): value is ConfigObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A broken configuration with a place found by looking for `needle`, else at the beginning. */
export function brokenAt(text: string, file: string, needle: string, message: string): ConfigSyntaxError {
  return broken(text, file, placeOf(text, Math.max(0, text.indexOf(needle))), message);
}

function parseJsonOrJson5(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseCommented(text) ?? json5.parse(text);
  }
}

/** A string of JSON, a comment, or a comma that ends a list: whatever comes first. */
const stringOrExtra = /"(?:[^"\\\n\r]|\\.)*"|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\//g;
const stringOrLastComma = /"(?:[^"\\\n\r]|\\.)*"|([[{,:]\s*)?,(?=\s*[}\]])/g;

/**
 * JSON with nothing more than comments and last commas, which is how most people write JSON5: many times as fast as
 * JSON5 itself. `undefined`: it is more than that; whatever else there is stays in the text, and is no JSON.
 */
function parseCommented(text: string): unknown {
  const bare = text.replace(stringOrExtra, (found) => (found.startsWith('"') ? found : ' '));
  try {
    // A comma behind nothing is a mistake, and stays one.
    return JSON.parse(bare.replace(stringOrLastComma, (found) => (found === ',' ? ' ' : found)));
  } catch {
    return undefined;
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function describeFailure(error: unknown, text: string, file: string): ConfigSyntaxError {
  const { lineNumber, columnNumber, message } = error as {
    lineNumber?: number;
    columnNumber?: number;
    message?: string;
  };
  if (isBlank(text)) return broken(text, file, { line: 1, column: 1 }, 'the file is empty');
  const said = (message ?? String(error))
    .replace(/^JSON5: /, '')
    .replace(/ at \d+:\d+$/, '')
    .replace(/\\(?=["'])/, '');
  if (said.startsWith('invalid end of input')) {
    return broken(text, file, placeOf(text, text.trimEnd().length), 'the file ends too early: something is not closed');
  }
  const place = { line: Math.max(1, lineNumber ?? 1), column: Math.max(1, columnNumber ?? 1) };
  return broken(text, file, place, explain(said));
}

/** Signs of Chinese keyboards and word processors that look like JSON's own. */
const lookalikes: Readonly<Record<string, string>> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\uff02': '"',
  '\u300c': '"',
  '\u300d': '"',
  '\uff1a': ':',
  '\uff0c': ',',
  '\u3001': ',',
  '\uff5b': '{',
  '\uff5d': '}',
  '\uff3b': '[',
  '\uff3d': ']',
};

function explain(said: string): string {
  const meant = lookalikes[/^invalid character '(.)'/.exec(said)?.[1] ?? ''];
  return redactText(meant === undefined ? said : `${said}: write ${meant} instead`);
}

function isBlank(text: string): boolean {
  return text.replace(/^\uFEFF/, '').trim() === '';
}

function broken(text: string, file: string, place: Place, message: string): ConfigSyntaxError {
  return {
    kind: 'broken',
    file,
    ...place,
    message,
    portHint: findPortHint(text),
    excerpt: excerptAround(text, place.line),
  };
}

function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function objectAt(parent: ConfigObject, key: string): ConfigObject {
  const value = Object.hasOwn(parent, key) ? parent[key] : undefined;
  return isObject(value) ? value : {};
}

function textAt(parent: ConfigObject, key: string): string | null {
  const value = parent[key];
  return typeof value === 'string' ? value : null;
}

function portAt(parent: ConfigObject, key: string): number | null {
  const value = parent[key];
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535 ? value : null;
}
