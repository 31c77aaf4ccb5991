import { maskEnvText } from '../../core/config-edit/env-lines.ts';
import { diffLines } from '../../core/config-edit/line-diff.ts';
import { maskJson5Text } from '../../core/config-edit/masked-text.ts';
import type { ExactStep } from '../../core/model/preview.ts';
import { redactText } from '../../core/redact.ts';
import type { MarkSecret } from '../../core/settings/mask.ts';
import { type ChangeKind, type ChangePorts, decode, prepareChange } from '../steps/prepare-change.ts';
import type { StepOf } from '../steps/step.ts';

/** The very change that would be written now, line by line, with marks where secrets are. */
export async function describeChange(step: StepOf<ChangeKind>, ports: ChangePorts): Promise<ExactStep> {
  const change = await prepareChange(step, ports);
  if (change.kind === 'already') return { kind: 'nothing' };
  if (change.kind === 'failed') return diffOf([`! ${redactText(change.message)}`]);
  const mask = maskFor(step, (secret) => ports.secrets.mark(secret));
  const before = change.before === null ? '' : mask(decode(change.before));
  const after = mask(decode(change.after));
  // What cannot be read may hold a secret anywhere.
  if (after === null) return diffOf([`- ${step.path}`, `+ ${step.path} (${change.after.length} bytes)`]);
  if (change.before === null) return diffOf(diffLines('', after));
  const lines =
    before === null ? [`- ${step.path} (cannot be read)`, ...diffLines('', after)] : diffLines(before, after);
  return diffOf(lines);
}

type Mask = (text: string | null) => string | null;

function maskFor({ kind, path }: StepOf<ChangeKind>, mark: MarkSecret): Mask {
  if (/\.json5?$/.test(path)) return (text) => (text === null ? null : maskJson5Text(text, mark));
  const isEnv = kind === 'remove-env-line' || kind === 'set-env-line' || path.endsWith('.env');
  return (text) => (text === null || !isEnv ? null : maskEnvText(text, mark));
}

function diffOf(lines: readonly string[]): ExactStep {
  return { kind: 'diff', diff: lines.join('\n') };
}
