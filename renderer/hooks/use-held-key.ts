import { useRef, useState } from 'preact/hooks';
import type { Requests } from './use-requests.ts';

/** A field for a key, and the ticket of what was typed into it. */
export interface HeldKey {
  readonly field: { current: HTMLInputElement | null };
  readonly isHeld: boolean;
  /** Empties the field and hands its key over. The ticket of the newest key; `null`: there is none. */
  take(): Promise<string | null>;
  forget(): void;
}

/** The key is in the field while it is typed, and from then on with the engine: this page has a ticket. */
export function useHeldKey({ ask }: Requests): HeldKey {
  const field = useRef<HTMLInputElement>(null);
  const newest = useRef<Promise<string | null>>(Promise.resolve(null));
  const [isHeld, setHeld] = useState(false);
  const set = (ticket: Promise<string | null>) => {
    newest.current = ticket;
    setHeld(false);
    void ticket.then((held) => newest.current === ticket && setHeld(held !== null));
  };
  return {
    field,
    isHeld,
    take() {
      const key = field.current?.value ?? '';
      if (field.current !== null) field.current.value = '';
      if (key.trim() !== '') set(ask('holdKey', { key }).then((reply) => reply?.ticket ?? null));
      return newest.current;
    },
    forget() {
      if (field.current !== null) field.current.value = '';
      set(Promise.resolve(null));
    },
  };
}
