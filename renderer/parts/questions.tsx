import { useEffect } from 'preact/hooks';
import type { ActionView, RunView, View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { QuestionDialog } from './question-dialog.tsx';

interface QuestionProps<Asked> {
  /** What the person pressed; `null`: nothing that asks. */
  readonly asked: Asked | null;
  readonly view: View;
  readonly requests: Requests;
  readonly connected: boolean;
  /** Answered, or outrun by the machine: such a question must not be answered any more. */
  readonly onOver: () => void;
}

/** The question of an action, as long as the view has it. */
export function ActionQuestion({ asked, view, requests, connected, onOver }: QuestionProps<ActionView>) {
  const isSame = ({ action, question }: ActionView) => action === asked?.action && question === asked.question;
  const offered = connected ? (view.actions.find(isSame) ?? null) : null;
  useOverWith(asked !== null && offered === null, onOver);
  if (offered === null || offered.question === null) return null;
  return (
    <QuestionDialog
      question={offered.question}
      labels={view.labels}
      onCancel={onOver}
      onConfirm={() => {
        onOver();
        void requests.send('act', { action: offered.action, confirmed: true });
      }}
    />
  );
}

/** Whether a run shall be undone, with what that does, as long as it can be and nothing else runs. */
export function UndoQuestion({ asked, view, requests, connected, onOver }: QuestionProps<RunView>) {
  const run = connected && view.activity === null ? view.runs.find(({ id }) => id === asked?.id) : undefined;
  const undo = run?.undo ?? null;
  useOverWith(asked !== null && undo === null, onOver);
  if (run === undefined || undo === null) return null;
  return (
    <QuestionDialog
      question={view.labels.undoQuestion}
      steps={undo.steps}
      labels={view.labels}
      onCancel={onOver}
      onConfirm={() => {
        onOver();
        void requests.send('undoRun', { runId: run.id, confirmed: true });
      }}
    />
  );
}

function useOverWith(outrun: boolean, onOver: () => void): void {
  useEffect(() => {
    if (outrun) onOver();
  }, [outrun]);
}
