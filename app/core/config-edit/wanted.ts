import type { SettingPath } from '../model/setting.ts';
import { isJsonObject, memberOf } from './plain-value.ts';

/** One change of a text. The value may be a secret: it is known here only. */
export type TextEdit =
  | { readonly op: 'set'; readonly path: SettingPath; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: SettingPath };

export type Wanted =
  | { readonly kind: 'wanted'; readonly value: unknown }
  /** `at`: how many steps of the path could be gone. */
  | { readonly kind: 'impossible'; readonly at: number };

/** What a value is after an edit; groups that are missing on the way come into being. */
export function deriveWanted(value: unknown, edit: TextEdit): Wanted {
  return change(value, edit, 0);
}

function change(value: unknown, edit: TextEdit, at: number): Wanted {
  const step = edit.path[at];
  if (step === undefined) return edit.op === 'set' ? wanted(edit.value) : impossible(at);
  if (Array.isArray(value)) return changeList(value, edit, at);
  if (!isJsonObject(value) || typeof step === 'number') return impossible(at);
  const isThere = Object.hasOwn(value, step);
  if (edit.op === 'remove' && !isThere) return wanted(value);
  const isLast = at === edit.path.length - 1;
  const members = Object.entries(value).filter(([name]) => !(edit.op === 'remove' && isLast && name === step));
  if (edit.op === 'remove' && isLast) return wanted(Object.fromEntries(members));
  const member = isThere ? change(memberOf(value, step), edit, at + 1) : create(edit, at + 1);
  if (member.kind === 'impossible') return member;
  const others = members.map(([name, other]) => [name, name === step ? member.value : other] as const);
  return wanted(Object.fromEntries(isThere ? others : [...others, [step, member.value]]));
}

function changeList(list: readonly unknown[], edit: TextEdit, at: number): Wanted {
  const step = edit.path[at];
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 0) return impossible(at);
  if (step >= list.length) {
    if (edit.op === 'remove') return wanted(list);
    if (step > list.length) return impossible(at);
    const added = create(edit, at + 1);
    return added.kind === 'wanted' ? wanted([...list, added.value]) : added;
  }
  if (edit.op === 'remove' && at === edit.path.length - 1)
    return wanted(list.filter((_entry, index) => index !== step));
  const entry = change(list[step], edit, at + 1);
  return entry.kind === 'wanted' ? wanted(list.with(step, entry.value)) : entry;
}

function create(edit: TextEdit, at: number): Wanted {
  const step = edit.path[at];
  if (step === undefined) return edit.op === 'set' ? wanted(edit.value) : impossible(at);
  if (typeof step === 'number' && step !== 0) return impossible(at);
  const inner = create(edit, at + 1);
  if (inner.kind === 'impossible') return inner;
  return wanted(typeof step === 'number' ? [inner.value] : Object.fromEntries([[step, inner.value]]));
}

const wanted = (value: unknown): Wanted => ({ kind: 'wanted', value });
const impossible = (at: number): Wanted => ({ kind: 'impossible', at });
