import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Labels } from '../../app/core/model/view.ts';

interface QuestionDialogProps {
  readonly question: string;
  /** What a yes would do, step by step. */
  readonly steps?: readonly string[];
  readonly labels: Labels;
  readonly onConfirm: () => void;
  /** Also on Escape. */
  readonly onCancel: () => void;
}

/** Mounted while a question is asked. Cancel has the focus: Return on an unread question changes nothing. */
export function QuestionDialog({ question, steps = [], labels, onConfirm, onCancel }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();
  const stepsId = useId();
  // Before the page is painted, and before it is taken out of the page again.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const asking = document.activeElement;
    shown?.showModal();
    cancel.current?.focus();
    return () => {
      shown?.close();
      if (asking instanceof HTMLElement) asking.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} aria-describedby={stepsId} role="alertdialog" onCancel={onCancel}>
      <p id={id}>{question}</p>
      {steps.length > 0 && (
        <ol class="steps" id={stepsId}>
          {steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      <div class="row">
        <button type="button" ref={cancel} onClick={onCancel}>
          {labels.cancel}
        </button>
        <button type="button" class="primary" onClick={onConfirm}>
          {labels.confirm}
        </button>
      </div>
    </dialog>
  );
}
