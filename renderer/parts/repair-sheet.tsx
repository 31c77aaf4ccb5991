import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Labels, PreviewView } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { CopyButton } from './copy-button.tsx';
import { Disclosure } from './disclosure.tsx';

interface RepairSheetProps {
  readonly preview: PreviewView;
  readonly labels: Labels;
  readonly requests: Requests;
}

/**
 * What is wrong, what will be done, and what to answer; nothing is changed before "Repair". The title has the focus:
 * reading begins there, and Return on an unread plan changes nothing. The sheet goes when the view has no preview.
 */
export function RepairSheet({ preview, labels, requests }: RepairSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const gone = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    const asking = document.activeElement;
    shown?.showModal();
    title.current?.focus();
    return () => {
      gone.current = true;
      shown?.close();
      if (asking instanceof HTMLElement) asking.focus();
    };
  }, []);
  const leave = () => void requests.send('previewRepair', { findingId: null });
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A second Escape closes it without asking; taken out of the page it is closed by nobody.
      onClose={() => !gone.current && leave()}
    >
      <div class="sheet-words">
        <h2 id={id} ref={title} tabIndex={-1}>
          {preview.title}
        </h2>
        <p>{preview.whatIsWrong}</p>
        {preview.caution !== null && <p class="caution">{preview.caution}</p>}
        {preview.kind === 'plan' && <Plan preview={preview} labels={labels} />}
        {preview.reason !== null && <p>{preview.reason}</p>}
        {preview.commands.length > 0 && <Commands preview={preview} labels={labels} requests={requests} />}
        <Notice requests={requests} labels={labels} />
      </div>
      <Buttons preview={preview} labels={labels} requests={requests} onLeave={leave} />
    </dialog>
  );
}

function Plan({ preview, labels }: Omit<RepairSheetProps, 'requests'>) {
  const { steps, interrupts, undo, questions } = preview;
  return (
    <>
      <h3>{labels.whatWillBeDone}</h3>
      <ol class="steps">
        {steps.map(({ text }, index) => (
          <li key={index}>{text}</li>
        ))}
      </ol>
      {interrupts !== null && <p>{interrupts}</p>}
      {undo !== null && <p>{undo}</p>}
      {questions.map((question) => (
        <p key={question} class="question">
          {question}
        </p>
      ))}
      <Disclosure summary={labels.exactly}>
        <ol class="exact">
          {steps.map(({ text, exact }, index) => (
            <li key={index}>
              <span>{text}</span>
              {exact !== null && <code>{exact}</code>}
            </li>
          ))}
        </ol>
      </Disclosure>
    </>
  );
}

function Commands({ preview, labels, requests }: RepairSheetProps) {
  return (
    <div class="commands">
      <pre>
        <code>{preview.commands.join('\n')}</code>
      </pre>
      <CopyButton
        label={labels.copyCommands}
        doneLabel={labels.copied}
        copy={() => requests.send('copyInstructions', {})}
      />
    </div>
  );
}

/** Why the last click changed nothing: the page behind a sheet is not read aloud. */
function Notice({ requests, labels }: Omit<RepairSheetProps, 'preview'>) {
  const text = requests.failed ? labels.requestFailed : requests.notice;
  return <div role="alert">{text !== null && <p class="warning">{text}</p>}</div>;
}

function Buttons({ preview, labels, requests, onLeave }: RepairSheetProps & { readonly onLeave: () => void }) {
  const { planId } = preview;
  const locked = requests.pending.has('executeRepair');
  const execute = (id: string) => void requests.send('executeRepair', { planId: id, confirmed: true });
  return (
    <div class="row">
      <button type="button" onClick={onLeave}>
        {planId === null ? labels.close : labels.cancel}
      </button>
      {planId !== null && (
        <button type="button" class="primary" aria-disabled={locked} onClick={() => !locked && execute(planId)}>
          {preview.executeLabel}
        </button>
      )}
    </div>
  );
}
