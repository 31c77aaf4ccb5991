import type { TypedSecrets } from '../../app/ports/typed-secrets.ts';

export interface FakeTypedSecrets extends TypedSecrets {
  /** Keys by their tickets. */
  readonly held: Map<string, string>;
}

/** Keys that a test has typed; its tickets can be written down. */
export function makeFakeTypedSecrets(first: Readonly<Record<string, string>> = {}): FakeTypedSecrets {
  const held = new Map<string, string>(Object.entries(first));
  return {
    held,
    hold(secret) {
      const ticket = `t-${held.size + 1}`;
      held.set(ticket, secret);
      return ticket;
    },
    peek: (ticket) => held.get(ticket) ?? null,
    take(ticket) {
      const secret = held.get(ticket) ?? null;
      held.delete(ticket);
      return secret;
    },
  };
}
