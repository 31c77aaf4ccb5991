import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { TypedSecrets } from '../../ports/typed-secrets.ts';

/** Long enough to read a plan, short enough for a computer that is left alone. */
const heldMs = 10 * 60_000;

interface Held {
  readonly secret: string;
  readonly until: number;
  readonly cancel: () => void;
}

/** A timer forgets each; the time is compared as well, because timers stand still while a computer sleeps. */
export function createTypedSecrets(clock: Clock): TypedSecrets {
  const held = new Map<string, Held>();
  const find = (ticket: string): Held | null => {
    const found = held.get(ticket);
    if (found === undefined) return null;
    if (clock.now() < found.until) return found;
    forget(ticket, found);
    return null;
  };
  const forget = (ticket: string, { cancel }: Held): void => {
    cancel();
    held.delete(ticket);
  };
  return {
    hold(secret) {
      const ticket = randomUUID();
      const cancel = clock.after(heldMs, () => held.delete(ticket));
      held.set(ticket, { secret, until: clock.now() + heldMs, cancel });
      return ticket;
    },
    peek: (ticket) => find(ticket)?.secret ?? null,
    take(ticket) {
      const found = find(ticket);
      if (found !== null) forget(ticket, found);
      return found?.secret ?? null;
    },
  };
}
