import type { SecretMark, Setting, Settings } from '../model/setting.ts';
import { redactText } from '../redact.ts';

/** What a secret may be shown as; equal secrets give equal marks. */
export type MarkSecret = (secret: string) => SecretMark;

const secretName = /key|token|secret|password|passwd|passphrase|credential|authorization|cookie|signature/i;
/** `${NAME}` and nothing else: which variable it is, is no secret. */
const wholeReference = /^\$\{[A-Z_][A-Z0-9_]*\}$/;

/**
 * A configuration without its secrets: what stands under a telling name (also in a list under it), or reads like a key
 * of a known provider, becomes a mark; keys within a longer text are replaced by the digits of their mark. References to
 * variables and to secret stores stay.
 */
export function maskSettings(config: Readonly<Record<string, unknown>>, mark: MarkSecret): Settings {
  return maskObject(config, { mark, redact: rememberRedacted() });
}

/** The same of a file that need not be an object: the texts of a list may be secrets, their name is elsewhere. */
export function maskContent(content: unknown, mark: MarkSecret): Setting {
  return maskValue(content, { mark, redact: rememberRedacted(), isSecret: true });
}

function maskObject(object: Readonly<Record<string, unknown>>, pass: Pass): Settings {
  // A name could be __proto__: defined, not assigned.
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      pass.redact(name),
      maskValue(value, { ...pass, isSecret: secretName.test(name) }),
    ]),
  );
}

interface Pass {
  readonly mark: MarkSecret;
  readonly redact: (text: string) => string;
}

interface Masking extends Pass {
  readonly isSecret: boolean;
}

/** Too short for a key, and without a sign that would tell one: nearly all names, and most values. */
const plainWord = /^\w{0,11}$/;

/** The same names and words stand in a configuration again and again. */
function rememberRedacted(): Pass['redact'] {
  const seen = new Map<string, string>();
  return (text) => {
    if (plainWord.test(text)) return text;
    const before = seen.get(text);
    if (before !== undefined) return before;
    const redacted = redactText(text);
    seen.set(text, redacted);
    return redacted;
  };
}

function maskValue(value: unknown, masking: Masking): Setting {
  if (typeof value === 'string') return maskText(value, masking);
  if (Array.isArray(value)) return value.map((entry: unknown) => maskValue(entry, masking));
  if (typeof value === 'object' && value !== null) {
    return maskObject(value as Readonly<Record<string, unknown>>, masking);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function maskText(text: string, { isSecret, mark, redact }: Masking): Setting {
  if (wholeReference.test(text)) return text;
  if (isSecret) return mark(text);
  const redacted = redact(text);
  if (redacted === text) return text;
  return redacted === '***' ? mark(text) : redacted.replaceAll('***', mark(text).toString());
}
