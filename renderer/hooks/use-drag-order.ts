import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows that can be drawn to another place with the mouse; the keyboard has buttons for that. */
export interface DragOrder {
  /** Of the list; its rows have `data-ref`. */
  readonly list: { current: HTMLOListElement | null };
  /** The row that is drawn, and the one below the mouse. */
  readonly drawn: string | null;
  readonly over: string | null;
}

export function useDragOrder(onDrop: (drawn: string, onto: string) => void): DragOrder {
  const list = useRef<HTMLOListElement>(null);
  const [drawn, setDrawn] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => {
    const shown = list.current;
    if (shown === null) return undefined;
    const end = () => {
      setDrawn(null);
      setOver(null);
    };
    const begin = (event: DragEvent) => {
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
      setDrawn(rowOf(event));
    };
    const pass = (event: DragEvent) => {
      // Only a row of this list may be dropped here.
      if (drawn === null) return;
      event.preventDefault();
      setOver(rowOf(event));
    };
    const drop = (event: DragEvent) => {
      const onto = rowOf(event);
      if (drawn === null || onto === null) return;
      event.preventDefault();
      onDrop(drawn, onto);
      end();
    };
    const stop = new AbortController();
    shown.addEventListener('dragstart', begin, stop);
    shown.addEventListener('dragover', pass, stop);
    shown.addEventListener('drop', drop, stop);
    shown.addEventListener('dragend', end, stop);
    return () => stop.abort();
  });
  return { list, drawn, over };
}

function rowOf({ target }: DragEvent): string | null {
  const row = target instanceof Element ? target.closest('[data-ref]') : null;
  return row?.getAttribute('data-ref') ?? null;
}
