import { useRef, useState } from 'preact/hooks';
import type { Requests } from './use-requests.ts';

/** A field for a key, and the ticket of what was typed into it. */
export interface HeldKey {
  readonly field: { current: HTMLInputElement | null };
  readonly isHeld: boolean;
  /** Empties the field and hands its key over, where there is one. The newest key counts. */
  take(): Promise<Taken>;
  /** Another key is being typed: what is held is not what the field says. */
  retype(): void;
  forget(): void;
}

/** `refused`: why was told to the one who asked. */
export type Taken = { readonly ticket: string } | 'none' | 'refused';

/** The key is in the field while it is typed, and from then on with the engine: this page has a ticket. */
export function useHeldKey({ ask }: Requests): HeldKey {
  const field = useRef<HTMLInputElement>(null);
  const newest = useRef<Promise<Taken>>(Promise.resolve('none'));
  const [isHeld, setHeld] = useState(false);
  const set = (taken: Promise<Taken>) => {
    newest.current = taken;
    setHeld(false);
    void taken.then((held) => newest.current === taken && setHeld(typeof held === 'object'));
  };
  return {
    field,
    isHeld,
    take() {
      const key = field.current?.value ?? '';
      if (field.current !== null) field.current.value = '';
      if (key.trim() !== '') set(handOver(ask, key));
      return newest.current;
    },
    retype: () => setHeld(false),
    forget() {
      if (field.current !== null) field.current.value = '';
      set(Promise.resolve('none'));
    },
  };
}

async function handOver(ask: Requests['ask'], key: string): Promise<Taken> {
  const ticket = (await ask('holdKey', { key }))?.ticket;
  return ticket === undefined ? 'refused' : { ticket };
}
