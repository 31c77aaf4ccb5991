import { useLayoutEffect, useRef, useState } from 'preact/hooks';

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
  // State follows at the next paint; a fast mouse is earlier.
  const drawnNow = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  useLayoutEffect(() => {
    const shown = list.current;
    if (shown === null) return undefined;
    const draw = (row: string | null) => {
      drawnNow.current = row;
      setDrawn(row);
    };
    const end = () => {
      draw(null);
      setOver(null);
    };
    const begin = (event: DragEvent) => {
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
      draw(rowOf(event));
    };
    const pass = (event: DragEvent) => {
      // Only a row of this list may be dropped here.
      if (drawnNow.current === null) return;
      event.preventDefault();
      setOver(rowOf(event));
    };
    const drop = (event: DragEvent) => {
      const onto = rowOf(event);
      const { current } = drawnNow;
      if (current === null || onto === null) return;
      event.preventDefault();
      onDrop(current, onto);
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
