import { isObject } from '../parse/config.ts';

/** A JSON schema, or a part of one. */
export type SchemaNode = { readonly [keyword: string]: unknown };

/** Keywords whose members are named by the configuration. */
const named = new Set(['properties', 'patternProperties', '$defs', 'definitions']);
/** Keywords that hold values, not schemas. */
const values = new Set(['const', 'enum', 'default', 'required']);
/** Two thirds of a schema are for people, and a format is left to OpenClaw, whose idea of a URL is wider than any. */
const needless = new Set(['title', 'description', 'examples', 'deprecated', 'format', '$schema']);

/**
 * OpenClaw's schema as a validator can use it. Nine references of 2026.9.6 point to definitions of the plugin that they
 * belong to, not of the whole. Both versions describe what OpenClaw makes of a configuration: what it fills in itself is
 * called required there. What is prepared stays as it is when it is prepared once more.
 */
export function prepareSchema(schema: SchemaNode): SchemaNode {
  return prepareNode(schema, { pointer: '#', base: '#' });
}

interface Place {
  readonly pointer: string;
  /** The nearest part around that has definitions of its own. */
  readonly base: string;
}

function prepareNode(node: SchemaNode, { pointer, base }: Place): SchemaNode {
  const ownBase = isObject(node['$defs']) || isObject(node['definitions']) ? pointer : base;
  const kept = Object.entries(node).filter(([keyword]) => !needless.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (keyword === '$ref' && typeof value === 'string') return [keyword, value.replace(/^#(?=\/)/, ownBase)];
      if (keyword === 'required') return [keyword, withoutFilledIn(value, node['properties'])];
      if (values.has(keyword)) return [keyword, value];
      return [keyword, prepareMember(keyword, value, { pointer: `${pointer}/${keyword}`, base: ownBase })];
    }),
  );
}

function prepareMember(keyword: string, value: unknown, place: Place): unknown {
  const inside = (name: string | number) => ({ ...place, pointer: `${place.pointer}/${escapeName(String(name))}` });
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (isObject(each) ? prepareNode(each, inside(index)) : each));
  }
  if (!isObject(value)) return value;
  if (!named.has(keyword)) return prepareNode(value, place);
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, each]) => [name, isObject(each) ? prepareNode(each, inside(name)) : each]),
  );
}

function withoutFilledIn(required: unknown, properties: unknown): unknown {
  if (!Array.isArray(required) || !isObject(properties)) return required;
  return required.filter((name: string) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return !isObject(property) || !Object.hasOwn(property, 'default');
  });
}

/** As a part of a JSON pointer within a URL, and as the validator writes it. */
function escapeName(name: string): string {
  return encodeURI(name.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('#', '%23');
}
