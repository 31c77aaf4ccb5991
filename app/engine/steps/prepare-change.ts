import { editText } from '../../core/config-edit/edit-text.ts';
import { removeEnvLines, setEnvLine } from '../../core/config-edit/env-lines.ts';
import { findRevertReason } from '../../core/config-edit/guards.ts';
import { parseValue } from '../../core/config-edit/document.ts';
import { at, isJsonObject } from '../../core/config-edit/plain-value.ts';
import type { TextEdit } from '../../core/config-edit/wanted.ts';
import type { ConfigEdit, RepairStep, VersionSource } from '../../core/model/repair.ts';
import { writePath } from '../../core/settings/read.ts';
import type { SecretShape } from '../../core/model/setting.ts';
import type { Ports } from '../../ports/index.ts';
import type { StepOf } from './step.ts';

/** The steps that give a file another content. */
export const changeKinds = ['edit-config', 'restore-version', 'remove-env-line', 'set-env-line'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export function isChange(step: RepairStep): step is StepOf<ChangeKind> {
  return changeKinds.some((kind) => kind === step.kind);
}

export type ChangePorts = Pick<Ports, 'files' | 'secrets' | 'history' | 'shell' | 'typedSecrets'>;

/** What a step will write, worked out before anything is written: a preview shows the same. Holds secrets. */
export type PreparedChange =
  | {
      readonly kind: 'change';
      readonly before: Uint8Array | null;
      /** `null`: the file is missing. */
      readonly sha256Before: string | null;
      readonly after: Uint8Array;
      readonly sha256After: string;
    }
  | { readonly kind: 'already'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

const maxBytes = 8 * 1024 * 1024;

/** Reads what is there, and works out what shall be there. Messages hold no value of any file. */
export async function prepareChange(step: StepOf<ChangeKind>, ports: ChangePorts): Promise<PreparedChange> {
  const file = await ports.files.read(step.path, { maxBytes });
  if (file.kind !== 'read' && file.kind !== 'missing') return failed(`${step.path} cannot be read: ${file.kind}`);
  const before = file.kind === 'read' ? file.bytes : null;
  const after = await deriveAfter(step, before, ports);
  if ('kind' in after) return after;
  const problem =
    step.kind === 'remove-env-line' || step.kind === 'set-env-line' ? null : findProblem(step.path, before, after);
  if (problem !== null) return failed(problem);
  const sha256Before = before === null ? null : ports.secrets.sha256(before);
  const sha256After = ports.secrets.sha256(after);
  if (sha256Before === sha256After) return already(`${step.path} is like that already`);
  return { kind: 'change', before, sha256Before, after, sha256After };
}

type Refused = Extract<PreparedChange, { kind: 'already' | 'failed' }>;
const failed = (message: string): Refused => ({ kind: 'failed', message });
const already = (message: string): Refused => ({ kind: 'already', message });

function deriveAfter(
  step: StepOf<ChangeKind>,
  before: Uint8Array | null,
  ports: ChangePorts,
): Promise<Uint8Array | Refused> | Uint8Array | Refused {
  if (step.kind === 'restore-version') return readFormer(step, ports);
  return step.kind === 'set-env-line' ? setKey(step, before, ports) : changeText(step, before, ports);
}

/** The key is read here, and goes nowhere but into the bytes of the file. */
function setKey(
  { path, name, from }: StepOf<'set-env-line'>,
  before: Uint8Array | null,
  { shell, typedSecrets, secrets }: ChangePorts,
): Uint8Array | Refused {
  const text = before === null ? '' : decode(before);
  if (text === null) return failed(`${path} is no text in UTF-8`);
  const key = (from.kind === 'variable' ? shell.variable(from.name) : typedSecrets.peek(from.ticket))?.trim();
  if (key === undefined || key === '') {
    return failed(
      from.kind === 'variable' ? `${from.name} is not set here` : 'the key is not held any more: type it again',
    );
  }
  const { shape } = secrets.mark(key);
  if (shape !== 'ordinary') return failed(`that is no key: ${unusable[shape]}`);
  const edited = setEnvLine(text, name, key);
  if (edited.kind === 'unchanged') return already(`${path} is like that already`);
  return edited.kind === 'failed' ? failed(`${path}: ${edited.message}`) : new TextEncoder().encode(edited.text);
}

const unusable: Readonly<Record<Exclude<SecretShape, 'ordinary'>, string>> = {
  empty: 'it is empty',
  redacted: 'it is a placeholder that stands for one',
  'not-a-value': 'it is the word for no value',
  odd: 'it has blanks in it, or is too long',
};

async function changeText(
  step: StepOf<'edit-config' | 'remove-env-line'>,
  before: Uint8Array | null,
  ports: ChangePorts,
): Promise<Uint8Array | Refused> {
  const { path } = step;
  if (before === null)
    return step.kind === 'edit-config' ? failed(`${path} is not there`) : already(`${path} is not there`);
  const text = decode(before);
  if (text === null) return failed(`${path} is no text in UTF-8`);
  const edits = step.kind === 'edit-config' ? await resolveEdits(step.edits, ports) : [];
  if ('kind' in edits) return edits;
  const edited = step.kind === 'edit-config' ? editText(text, edits) : removeEnvLines(text, step.names);
  if (edited.kind === 'unchanged') return already(`${path} is like that already`);
  return edited.kind === 'failed' ? failed(`${path}: ${edited.message}`) : new TextEncoder().encode(edited.text);
}

/** Values that a former version had are looked up in it: in the plan there is only where. */
async function resolveEdits(edits: readonly ConfigEdit[], ports: ChangePorts): Promise<readonly TextEdit[] | Refused> {
  const resolved: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.op !== 'copy') {
      resolved.push(edit);
      continue;
    }
    const bytes = await readSource(edit.from, ports);
    if ('kind' in bytes) return bytes;
    const former = parseValue(decode(bytes) ?? '');
    if (former.kind === 'not-understood') return failed(`the former version cannot be used: ${former.message}`);
    const value = at(former.value, edit.path);
    if (value === undefined) return failed(`the former version has no ${writePath(edit.path)}`);
    resolved.push({ op: 'set', path: edit.path, value });
  }
  return resolved;
}

/** A whole former content; of a file of JSON it has to be one that can be read. */
async function readFormer(
  { path, source }: StepOf<'restore-version'>,
  ports: ChangePorts,
): Promise<Uint8Array | Refused> {
  const bytes = await readSource(source, ports);
  if ('kind' in bytes || !/\.json5?$/.test(path)) return bytes;
  const text = decode(bytes);
  const former = text === null ? null : parseValue(text);
  if (former === null) return failed('the former version is no text in UTF-8');
  if (former.kind === 'not-understood') return failed(`the former version is broken itself: ${former.message}`);
  return isJsonObject(former.value) ? bytes : failed('the former version is no configuration');
}

async function readSource(
  source: VersionSource,
  { history, files, secrets }: ChangePorts,
): Promise<Uint8Array | Refused> {
  if (source.kind === 'version') {
    return (await history.read(source.id)) ?? failed(`the version ${source.id} is not kept any more`);
  }
  const file = await files.read(source.path, { maxBytes });
  if (file.kind !== 'read') return failed(`${source.path} cannot be read: ${file.kind}`);
  const isSame = secrets.sha256(file.bytes) === source.sha256;
  return isSame ? file.bytes : failed(`${source.path} has changed since it was looked at`);
}

/** Why this must not be written; what cannot be read before is no measure for what comes after. */
function findProblem(path: string, before: Uint8Array | null, after: Uint8Array): string | null {
  if (before === null || !/\.json5?$/.test(path)) return null;
  const had = parseValue(decode(before) ?? '');
  const has = parseValue(decode(after) ?? '');
  if (had.kind !== 'value' || has.kind !== 'value') return null;
  return findRevertReason(
    { value: had.value, sizeBytes: before.length },
    { value: has.value, sizeBytes: after.length },
  );
}

/** With its byte order mark, which belongs to the file; `null`: it is no UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
