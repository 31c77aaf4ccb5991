import { useState } from 'preact/hooks';

/** An order that is only on this page until a preview of it is asked for. */
export interface DraftOrder {
  readonly refs: readonly string[];
  readonly isChanged: boolean;
  /** To this place, counted from 0. */
  move(ref: string, place: number): void;
  add(ref: string): void;
  remove(ref: string): void;
  discard(): void;
}

/** Begins anew whenever the order that is set is another one. */
export function useDraftOrder(set: readonly string[]): DraftOrder {
  const [draft, setDraft] = useState({ of: set, refs: set });
  const refs = isSame(draft.of, set) ? draft.refs : set;
  const change = (next: readonly string[]) => setDraft({ of: set, refs: next });
  const without = (ref: string) => refs.filter((each) => each !== ref);
  return {
    refs,
    isChanged: !isSame(refs, set),
    move(ref, place) {
      const others = without(ref);
      change([...others.slice(0, place), ref, ...others.slice(place)]);
    },
    add: (ref) => change([...without(ref), ref]),
    remove: (ref) => change(without(ref)),
    discard: () => change(set),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((ref, index) => ref === other[index]);
}
