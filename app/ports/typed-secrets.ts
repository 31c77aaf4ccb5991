/**
 * Keys that a person has just typed, for ten minutes, in the memory of this process alone: plans, pictures and records
 * have the ticket. A ticket tells nothing of the key.
 */
export interface TypedSecrets {
  /** The ticket: letters, digits and dashes. */
  hold(secret: string): string;
  /** The key stays held; `null`: it never was, or is not any more. */
  peek(ticket: string): string | null;
  /** The key is forgotten. */
  take(ticket: string): string | null;
}
