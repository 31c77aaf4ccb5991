import type { OutputUnit } from '@cfworker/json-schema';
import type { ConfigIssue } from '../model/validation.ts';
import type { SettingPath } from '../model/setting.ts';

/** One thing that is wrong with a configuration, without any value of it. */
export interface Complaint {
  readonly path: SettingPath;
  readonly kind: ConfigIssue['kind'];
  readonly message: string;
  /** What would be allowed instead, where the schema names single values. */
  readonly allowed: readonly string[];
}

/** What a keyword said, or a union of several forms of which none fits. */
export type Remark =
  | { readonly kind: 'complaint'; readonly complaint: Complaint }
  | { readonly kind: 'union'; readonly path: SettingPath; readonly forms: readonly (readonly Remark[])[] };

/** Only say that something inside them is wrong, which is said by itself. */
const wrappers = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'additionalItems',
  'prefixItems',
  'propertyNames',
  'contains',
  'allOf',
  'if',
  '$ref',
  'dependentSchemas',
  'dependencies',
  'false',
]);
const unions = new Set(['anyOf', 'oneOf']);

/** The validator's flat list as remarks; what belongs to the forms of a union is gathered there. */
export function readRemarks(units: readonly OutputUnit[], root: unknown): readonly Remark[] {
  const remarks: Remark[] = [];
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    if (unions.has(unit.keyword)) {
      const inside = countInside(units, index);
      const union = readUnion(unit, units.slice(index + 1, index + 1 + inside), root);
      if (union !== null) remarks.push(union);
      index += inside;
    } else {
      const complaint = readComplaint(unit, units[index + 1], root);
      if (complaint !== null) remarks.push({ kind: 'complaint', complaint });
    }
  }
  return remarks;
}

/** What follows a union and lies below it. A refused name has no place of its own: it belongs to what stands before. */
function countInside(units: readonly OutputUnit[], index: number): number {
  const below = `${units[index]?.keywordLocation ?? ''}/`;
  let count = 0;
  for (const unit of units.slice(index + 1)) {
    if (unit.keyword !== 'false' && !unit.keywordLocation.startsWith(below)) break;
    count += 1;
  }
  return count;
}

/** `null`: more than one form fits, which OpenClaw does not mind. */
function readUnion(unit: OutputUnit, inside: readonly OutputUnit[], root: unknown): Remark | null {
  if (/\((?!0 )\d+ matches\)/.test(unit.error)) return null;
  const forms = new Map<string, OutputUnit[]>();
  let last = '';
  for (const each of inside) {
    const rest = each.keyword === 'false' ? last : each.keywordLocation.slice(unit.keywordLocation.length + 1);
    last = rest.split('/')[0] ?? '';
    forms.set(last, [...(forms.get(last) ?? []), each]);
  }
  const path = readPointer(unit.instanceLocation, root);
  return { kind: 'union', path, forms: [...forms.values()].map((units) => readRemarks(units, root)) };
}

function readComplaint(unit: OutputUnit, next: OutputUnit | undefined, root: unknown): Complaint | null {
  const { keyword, error } = unit;
  if (keyword === 'additionalProperties' && next?.keyword === 'false') {
    const path = readPointer(next.instanceLocation, root);
    return { path, kind: 'unknown-key', message: 'OpenClaw does not know this setting', allowed: [] };
  }
  if (wrappers.has(keyword)) return null;
  const path = readPointer(unit.instanceLocation, root);
  if (keyword === 'required') {
    const name = /required property "(.*)"\.$/.exec(error)?.[1] ?? '';
    return { path: [...path, name], kind: 'missing', message: 'this setting is missing', allowed: [] };
  }
  if (keyword === 'type') {
    const types = /Expected "(.*)"\.$/.exec(error)?.[1]?.split('", "') ?? [];
    return { path, kind: 'wrong-type', message: `must be ${writeTypes(types)}`, allowed: [] };
  }
  const allowed = keyword === 'const' || keyword === 'enum' ? readAllowed(error) : [];
  return { path, kind: 'wrong-value', message: messageOf(keyword), allowed };
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a group { … }',
  array: 'a list [ … ]',
  null: 'null',
};

function writeTypes(types: readonly string[]): string {
  return types.map((type) => typeNames[type] ?? type).join(' or ');
}

const messages: Readonly<Record<string, string>> = {
  minimum: 'the number is too small',
  exclusiveMinimum: 'the number is too small',
  maximum: 'the number is too large',
  exclusiveMaximum: 'the number is too large',
  minLength: 'the text is too short',
  maxLength: 'the text is too long',
  minItems: 'the list is too short',
  maxItems: 'the list is too long',
  uniqueItems: 'the list names something twice',
  pattern: 'the text is not written as OpenClaw wants it',
};

function messageOf(keyword: string): string {
  return messages[keyword] ?? 'OpenClaw does not take this value';
}

/** Values that the schema names, which are OpenClaw's own words: `"local"`, or a list of them. */
function readAllowed(error: string): readonly string[] {
  const text = /^Instance does not match (?:any of )?(.*)\.$/s.exec(error)?.[1];
  if (text === undefined) return [];
  const value = JSON.parse(text) as unknown;
  return (Array.isArray(value) ? value : [value]).map((each: unknown) =>
    typeof each === 'string' ? each : JSON.stringify(each),
  );
}

/** `#/models/providers/a~1b/0`; what is a list there has numbers. */
function readPointer(pointer: string, root: unknown): SettingPath {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(name) : name;
      value =
        typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
      return step;
    });
}
