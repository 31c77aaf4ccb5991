/** The terminal, as a command sees it: tests pass one made of strings. */
export interface Terminal {
  /** To standard output, as given. */
  out(text: string): void;
  /** To standard error, as given. */
  err(text: string): void;
  /** Somebody sits there who can answer a question. */
  readonly canAsk: boolean;
  /** Standard output shows colours. */
  readonly hasColor: boolean;
  /** One line that the person typed, without its end; `null` when there is none. */
  ask(question: string): Promise<string | null>;
  /** Resolves when the person (Ctrl-C) or the system asks the program to end, or nobody reads any more. */
  untilInterrupted(): Promise<void>;
}
