/** The shell from which a person started this very process. */
export interface Shell {
  /** Values may be secrets: they become marks where they are read. `null`: no shell started this process. */
  variables(): readonly (readonly [name: string, value: string])[] | null;
  /** One variable of this very process, whoever started it: a secret, for the step that writes it and nobody else. */
  variable(name: string): string | null;
}
