/** A line a person can check: the command and the line that it printed. Redacted. */
export interface Evidence {
  readonly command: string;
  readonly line: string;
}
