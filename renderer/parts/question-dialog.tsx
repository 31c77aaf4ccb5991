import { useEffect, useId, useRef } from 'preact/hooks';
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
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    cancel.current?.focus();
    // Closed rather than only removed: closing gives the focus back to the button that asked.
    return () => shown?.close();
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
