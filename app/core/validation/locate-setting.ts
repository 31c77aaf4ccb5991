import { type AnyNode, parse } from '@humanwhocodes/momoa';
import { isReservedName, writeStandIn } from '../config-edit/stand-in.ts';
import type { SettingPath } from '../model/setting.ts';

/** 1-based. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a setting is written in the text of one JSON5 file: its name, or the entry of a list. `null`: it is written
 * nowhere there, or the text is no JSON5. Of a name that stands there twice the last one counts, as
 * it does for OpenClaw.
 */
export function locateSettings(text: string, paths: readonly SettingPath[]): readonly (TextPlace | null)[] {
  const body = parseTree(text);
  return paths.map((path) => (body === null ? null : locate({ text, body }, path)));
}

function parseTree(text: string): AnyNode | null {
  try {
    return parse(writeStandIn(text.replace(/^\uFEFF/, ' ')), { mode: 'json5' }).body;
  } catch {
    return null;
  }
}

interface Tree {
  readonly text: string;
  readonly body: AnyNode;
}

function locate({ text, body }: Tree, path: SettingPath): TextPlace | null {
  let place: AnyNode = body;
  let value: AnyNode | undefined = body;
  for (const step of path) {
    const entry: { readonly at: AnyNode; readonly value: AnyNode } | null =
      value === undefined ? null : enter(value, step, text);
    if (entry === null) return null;
    place = entry.at;
    value = entry.value;
  }
  const { line, column } = place.loc.start;
  return { line, column };
}

function enter(
  node: AnyNode,
  step: string | number,
  text: string,
): { readonly at: AnyNode; readonly value: AnyNode } | null {
  if (node.type === 'Array') {
    const element = typeof step === 'number' ? node.elements[step] : undefined;
    return element === undefined ? null : { at: element.value, value: element.value };
  }
  if (node.type !== 'Object') return null;
  const member = node.members.findLast(({ name }) => {
    const written = text.slice(name.loc.start.offset, name.loc.end.offset);
    if (isReservedName(written)) return written === step;
    return (name.type === 'Identifier' ? name.name : name.value) === step;
  });
  return member === undefined ? null : { at: member.name, value: member.value };
}
