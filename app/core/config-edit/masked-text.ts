import { SecretMark } from '../model/setting.ts';
import { redactText } from '../redact.ts';
import { maskSettings, type MarkSecret } from '../settings/mask.ts';
import { parseDocument, type PlacedValue, parseValue, type Span } from './document.ts';

/** A JSON5 text with marks where its secrets were, all else as it is written; `null`: nobody can tell what is secret. */
export function maskJson5Text(text: string, mark: MarkSecret): string | null {
  const document = parseDocument(text, false);
  if ('kind' in document) return null;
  const patches: Patch[] = document.marks
    .filter(({ kind }) => kind !== 'comma')
    .map(({ from, to }) => ({ from, to, text: redactText(text.slice(from, to)) }));
  collect(document.root, '', { text, mark, patches });
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, text: shown } of patches.toSorted((one, other) => one.from - other.from)) {
    parts.push(text.slice(done, from), shown);
    done = to;
  }
  return [...parts, text.slice(done)].join('');
}

interface Patch extends Span {
  readonly text: string;
}

interface Masking {
  readonly text: string;
  readonly mark: MarkSecret;
  readonly patches: Patch[];
}

/** `name`: of the member that the value belongs to, through lists: by it secrets are told. */
function collect(value: PlacedValue, name: string, masking: Masking): void {
  const { text, mark, patches } = masking;
  for (const entry of value.entries) {
    if (entry.written !== null && entry.name !== null && redactText(entry.name) !== entry.name) {
      patches.push({ from: entry.from, to: entry.from + entry.written.length, text: quote(redactText(entry.name)) });
    }
    collect(entry.value, entry.name ?? name, masking);
  }
  if (value.kind !== 'scalar') return;
  const literal = parseValue(text.slice(value.from, value.to));
  if (literal.kind !== 'value' || typeof literal.value !== 'string') return;
  const shown = Object.values(maskSettings({ [name]: literal.value }, mark))[0];
  if (shown === literal.value) return;
  const isText = typeof shown === 'string' || shown instanceof SecretMark;
  patches.push({ from: value.from, to: value.to, text: quote(isText ? String(shown) : '') });
}

function quote(text: string): string {
  return JSON.stringify(text);
}
