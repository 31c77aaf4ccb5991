import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Labels } from '../../app/core/model/view.ts';

interface QuestionDialogProps {
  readonly question: string;
  readonly labels: Labels;
  readonly onConfirm: () => void;
  /** Also on Escape. */
  readonly onCancel: () => void;
}

/** Mounted while a question is asked. Cancel has the focus: Return on an unread question changes nothing. */
export function QuestionDialog({ question, labels, onConfirm, onCancel }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();
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
    <dialog ref={dialog} aria-labelledby={id} role="alertdialog" onCancel={onCancel}>
      <p id={id}>{question}</p>
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
