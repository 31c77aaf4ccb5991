import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ProviderSetupView } from '../../app/core/model/models-view.ts';
import type { Labels } from '../../app/core/model/view.ts';
import { useHeldKey } from '../hooks/use-held-key.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { type Answers, type NewProvider, startAnswers, toRequest, withTest } from '../new-provider.ts';
import { ProviderKey } from './provider-key.tsx';
import { PickedModels, PresetFields, ProviderTest } from './provider-fields.tsx';

interface ProviderDialogProps {
  readonly setup: ProviderSetupView;
  readonly labels: Labels;
  readonly requests: Requests;
  /** The preview of what was chosen lies over it. */
  readonly covered: boolean;
  readonly onOver: () => void;
}

/** From a preset to a preview, on one page. Nothing is asked before a click on Test, and nothing is written here. */
export function ProviderDialog({ setup, labels, requests, covered, onOver }: ProviderDialogProps) {
  const { words, presets } = setup;
  const [first] = presets;
  const [answers, setAnswers] = useState<Answers | null>(() => (first ? startAnswers(setup, first) : null));
  const [fault, setFault] = useState<string | null>(null);
  const key = useHeldKey(requests);
  const id = useId();
  const { dialog, title, preview } = useDialog(covered);
  if (answers === null) return null;

  const change = (next: Answers) => {
    if (next.preset !== answers.preset || next.choice !== answers.choice) key.forget();
    setFault(null);
    setAnswers(next);
  };
  const complete = async (): Promise<NewProvider | null> => {
    setFault(null);
    if (answers.keyWay !== 'typed') return toRequest(answers, null);
    const taken = await key.take();
    if (typeof taken === 'object') return toRequest(answers, taken.ticket);
    if (taken === 'none') setFault(words.keyFirst);
    return null;
  };
  const test = async () => {
    const request = await complete();
    const reply = request && (await requests.ask('testNewProvider', request));
    const told = reply?.test;
    // The answer to another question says nothing of this one.
    if (told) setAnswers((now) => (now && isSameServer(now, answers) ? withTest(now, told, setup) : now));
  };
  const show = async () => {
    if (answers.picked.length === 0) {
      setFault(answers.offered.length === 0 ? words.askFirst : words.pickOne);
      return;
    }
    const request = await complete();
    if (request !== null) await requests.ask('previewProvider', request);
  };
  const isTesting = requests.pending.has('testNewProvider');
  const locked = isTesting || requests.pending.has('previewProvider');
  return (
    <dialog
      ref={dialog}
      class="sheet new-provider"
      data-covered={covered}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onOver();
      }}
      onClose={onOver}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!locked) void show();
        }}
      >
        <div class="sheet-words">
          <h2 id={id} ref={title} tabIndex={-1}>
            {words.title}
          </h2>
          <PresetFields setup={setup} answers={answers} onChange={change} />
          <ProviderKey setup={setup} answers={answers} held={key} onChange={change} />
          <ProviderTest words={words} test={answers.test} isTesting={isTesting} onTest={() => !locked && void test()} />
          <PickedModels setup={setup} answers={answers} onChange={change} />
        </div>
        <Notice text={fault ?? (requests.failed ? labels.requestFailed : requests.notice)} />
        <div class="row">
          <button type="button" onClick={onOver}>
            {labels.cancel}
          </button>
          <button type="submit" class="primary" ref={preview} aria-haspopup="dialog" aria-disabled={locked}>
            {words.preview}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function isSameServer(one: Answers, other: Answers): boolean {
  return (
    one.preset === other.preset &&
    one.choice === other.choice &&
    one.address === other.address &&
    one.keyWay === other.keyWay &&
    one.variable === other.variable
  );
}

/** What is still missing, or why it cannot be: the page behind a dialog is not read aloud. */
function Notice({ text }: { readonly text: string | null }) {
  return <div role="alert">{text !== null && <p class="warning">{text}</p>}</div>;
}

/** The title has the focus at first; coming back from a preview, the button that opened it. */
function useDialog(covered: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const preview = useRef<HTMLButtonElement>(null);
  const wasCovered = useRef(false);
  useLayoutEffect(() => {
    const shown = dialog.current;
    const asking = document.activeElement;
    shown?.showModal();
    title.current?.focus();
    return () => {
      shown?.close();
      if (asking instanceof HTMLElement) asking.focus();
    };
  }, []);
  useLayoutEffect(() => {
    if (wasCovered.current && !covered) preview.current?.focus();
    wasCovered.current = covered;
  }, [covered]);
  return { dialog, title, preview };
}
