/** A value of a configuration as every part of the program but the file writers sees it: secrets are marks. */
export type Setting =
  | string
  | number
  | boolean
  | null
  | SecretMark
  | readonly Setting[]
  | { readonly [name: string]: Setting };

export type Settings = { readonly [name: string]: Setting };

/**
 * What stands where a secret was. Equal secrets have equal marks on one machine (a salted hash, cut short), so that
 * places can be compared; nothing leads back. A `${NAME}` and a secret reference are no secrets and stay as they are.
 */
export class SecretMark {
  /** Eight hexadecimal digits; of an empty string all zeros. */
  readonly mark: string;
  readonly shape: SecretShape;

  constructor(mark: string, shape: SecretShape) {
    this.mark = mark;
    this.shape = shape;
  }

  /** As it may be shown: "••• 1f76" (the mark's first four digits). */
  toString(): string {
    return this.shape === 'empty' ? '""' : `••• ${this.mark.slice(0, 4)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * `redacted`: a placeholder that a view once showed (`__OPENCLAW_REDACTED__`, `***`, `[redacted]`, an ellipsis in the
 * middle). `not-a-value`: the words undefined or null. `odd`: blanks, control characters, more than 512 characters, or
 * an example out of a guide (`<ARK_API_KEY>`).
 */
export type SecretShape = 'ordinary' | 'empty' | 'redacted' | 'not-a-value' | 'odd';

/** Names and list positions from the top: `['models', 'providers', 'ark', 'models', 0, 'id']`. */
export type SettingPath = readonly (string | number)[];

/** JSON without secrets. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };
