import type { FindingArgsByCode, FindingCode } from '../../model/finding.ts';

/** What a finding's texts are made of: its facts, and a way to write a moment in the reader's time zone. */
export type FindingTextArgs<Code extends FindingCode> = Readonly<FindingArgsByCode[Code]> & {
  /** Epoch ms to "14:02" or "Mar 12, 14:02". */
  readonly clock: (at: number) => string;
};

/** A title without a full stop, the cause in words, and what to do in words. */
export type FindingText<Code extends FindingCode> = {
  readonly title: (args: FindingTextArgs<Code>) => string;
  readonly explanation: (args: FindingTextArgs<Code>) => string;
  readonly advice: (args: FindingTextArgs<Code>) => string;
};

export type FindingTexts<Code extends FindingCode> = { readonly [C in Code]: FindingText<C> };
