import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FallbacksView, FallbackWords } from '../../app/core/model/models-view.ts';
import type { DraftOrder } from '../hooks/use-draft-order.ts';
import { useDragOrder } from '../hooks/use-drag-order.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { GripIcon } from './icons.tsx';

interface FallbacksProps {
  readonly fallbacks: FallbacksView;
  readonly order: DraftOrder;
  /** Of every model that may be in the order. */
  readonly nameOf: (ref: string) => string;
  readonly requests: Requests;
  readonly disabled: boolean;
}

type Direction = 'up' | 'down';

/** Who stands in, in an order that is changed here and set by a preview alone: by buttons, or drawn with the mouse. */
export function Fallbacks({ fallbacks, order, nameOf, requests, disabled }: FallbacksProps) {
  const { title, words } = fallbacks;
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const pressed = useRef<{ readonly ref: string; readonly direction: Direction } | null>(null);
  const [told, setTold] = useState('');
  // A row that moves in the page loses the keyboard.
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const { ref, direction } = pressed.current;
    pressed.current = null;
    const row = place.current?.querySelector(`[data-ref="${CSS.escape(ref)}"]`);
    row?.querySelector<HTMLButtonElement>(`[data-direction="${direction}"]`)?.focus();
  });
  const tellPlace = (ref: string, index: number) => setTold(writeMoved(words.moved, nameOf(ref), index, order));
  const move = (ref: string, index: number) => {
    if (index < 0 || index >= order.refs.length || order.refs[index] === ref) return;
    order.move(ref, index);
    tellPlace(ref, index);
  };
  const step = (ref: string, direction: Direction) => {
    pressed.current = { ref, direction };
    move(ref, order.refs.indexOf(ref) + (direction === 'up' ? -1 : 1));
  };
  const remove = (ref: string) => {
    order.remove(ref);
    setTold(words.removed.replace('{name}', nameOf(ref)));
    place.current?.focus();
  };
  const discard = () => {
    order.discard();
    setTold('');
    place.current?.focus();
  };
  return (
    <section ref={place} class="fallbacks" aria-labelledby={id} tabIndex={-1}>
      <h3 id={id}>{title}</h3>
      <p class="when">{order.refs.length === 0 ? words.none : words.explain}</p>
      <Rows order={order} nameOf={nameOf} words={words} label={id} onStep={step} onMove={move} onRemove={remove} />
      <p class="unseen" aria-live="polite">
        {told}
      </p>
      {order.isChanged && (
        <Draft
          words={words}
          disabled={disabled}
          onDiscard={discard}
          onPreview={() => void requests.send('previewFallbacks', { refs: [...order.refs] })}
        />
      )}
    </section>
  );
}

function writeMoved(words: string, name: string, index: number, { refs }: DraftOrder): string {
  return words
    .replace('{place}', String(index + 1))
    .replace('{count}', String(refs.length))
    .replace('{name}', () => name);
}

interface RowsProps {
  readonly order: DraftOrder;
  readonly nameOf: (ref: string) => string;
  readonly words: FallbackWords;
  /** Id of the words that name the list. */
  readonly label: string;
  readonly onStep: (ref: string, direction: Direction) => void;
  readonly onMove: (ref: string, index: number) => void;
  readonly onRemove: (ref: string) => void;
}

function Rows({ order, nameOf, words, label, onStep, onMove, onRemove }: RowsProps) {
  const placeOf = (ref: string) => order.refs.indexOf(ref);
  const { list, drawn, over } = useDragOrder((ref, onto) => onMove(ref, placeOf(onto)));
  if (order.refs.length === 0) return null;
  const from = drawn === null ? -1 : placeOf(drawn);
  return (
    <ol ref={list} class="order" aria-labelledby={label}>
      {order.refs.map((ref, index) => (
        <li
          key={ref}
          data-ref={ref}
          data-drawn={drawn === ref}
          data-drop={over !== ref || from === -1 || from === index ? undefined : from < index ? 'after' : 'before'}
          draggable
        >
          <GripIcon />
          <span>{nameOf(ref)}</span>
          <StepButton
            {...{ words, direction: 'up' as const, name: nameOf(ref), locked: index === 0 }}
            onPress={() => onStep(ref, 'up')}
          />
          <StepButton
            {...{ words, direction: 'down' as const, name: nameOf(ref), locked: index === order.refs.length - 1 }}
            onPress={() => onStep(ref, 'down')}
          />
          <button
            type="button"
            class="quiet"
            aria-label={`${words.remove}: ${nameOf(ref)}`}
            onClick={() => onRemove(ref)}
          >
            {words.remove}
          </button>
        </li>
      ))}
    </ol>
  );
}

interface StepButtonProps {
  readonly words: FallbackWords;
  readonly direction: Direction;
  readonly name: string;
  readonly locked: boolean;
  readonly onPress: () => void;
}

/** Locked it stays where the keyboard can be: the next press may be on the way. */
function StepButton({ words, direction, name, locked, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      class="quiet"
      data-direction={direction}
      aria-label={`${words[direction]}: ${name}`}
      aria-disabled={locked}
      onClick={() => !locked && onPress()}
    >
      {words[direction]}
    </button>
  );
}

interface DraftProps {
  readonly words: FallbackWords;
  readonly disabled: boolean;
  readonly onDiscard: () => void;
  readonly onPreview: () => void;
}

function Draft({ words, disabled, onDiscard, onPreview }: DraftProps) {
  return (
    <>
      <p class="caution">{words.draft}</p>
      <div class="row">
        <button type="button" onClick={onDiscard}>
          {words.discard}
        </button>
        <button
          type="button"
          class="primary"
          aria-haspopup="dialog"
          aria-disabled={disabled}
          onClick={() => !disabled && onPreview()}
        >
          {words.preview}
        </button>
      </div>
    </>
  );
}
