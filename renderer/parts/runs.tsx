import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Labels, RunStepView, RunView, View } from '../../app/core/model/view.ts';
import { Disclosure } from './disclosure.tsx';
import { CheckIcon, CrossIcon, DotIcon, QuestionIcon, RingIcon, SpinIcon, ToneIcon } from './icons.tsx';

interface RunProps {
  readonly run: RunView;
  readonly labels: Labels;
  readonly disabled: boolean;
  readonly onUndo: (run: RunView) => void;
}

type RunsProps = Omit<RunProps, 'run' | 'labels'> & { readonly view: View };

/** The newest run while it is news. The live region stays in the page and has only its sentence: steps can be many. */
export function NewestRun({ view, disabled, onUndo }: RunsProps) {
  const [newest] = view.runs;
  const run = newest?.open === true ? newest : null;
  return (
    <div class="run-area">
      <div aria-live="polite" aria-atomic="true">
        {run !== null && <Sentence run={run} />}
      </div>
      {run !== null && <Progress key={run.id} run={run} labels={view.labels} disabled={disabled} onUndo={onUndo} />}
    </div>
  );
}

function Sentence({ run }: { readonly run: RunView }) {
  return (
    <div class="note" data-tone={run.tone}>
      <ToneIcon tone={run.tone} />
      <div>
        <p class="run-title">{run.title}</p>
        <p>{run.text}</p>
        {run.next !== null && <p class="next">{run.next}</p>}
      </div>
    </div>
  );
}

function Progress({ run, labels, disabled, onUndo }: RunProps) {
  const list = useRef<HTMLOListElement>(null);
  // The button that began it is gone with its sheet: the keyboard must not fall back to the top of the page.
  useEffect(() => {
    if (run.state === 'running' && document.activeElement === document.body) list.current?.focus();
  }, [run.state]);
  return (
    <>
      <Steps run={run} label={labels.steps} listRef={list} />
      <UndoButton run={run} labels={labels} disabled={disabled} onUndo={onUndo} />
    </>
  );
}

const progressIcons: Readonly<Record<RunStepView['progress'], () => VNode>> = {
  done: CheckIcon,
  failed: CrossIcon,
  running: SpinIcon,
  unsure: QuestionIcon,
  waiting: RingIcon,
  'not-reached': DotIcon,
};

interface StepsProps {
  readonly run: RunView;
  readonly label: string;
  readonly listRef?: { current: HTMLOListElement | null };
}

function Steps({ run, label, listRef }: StepsProps) {
  return (
    <ol class="run-steps" aria-label={label} tabIndex={-1} {...(listRef === undefined ? {} : { ref: listRef })}>
      {run.steps.map(({ text, progress, outcome, detail }, index) => {
        const Shape = progressIcons[progress];
        return (
          <li key={index} data-progress={progress} aria-current={progress === 'running' ? 'step' : undefined}>
            <Shape />
            <div>
              {text} <b>{outcome}</b>
              {detail !== null && <code>{detail}</code>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function UndoButton({ run, disabled, onUndo }: RunProps) {
  if (run.undo === null) return null;
  return (
    <div class="row">
      <button type="button" aria-disabled={disabled} aria-haspopup="dialog" onClick={() => !disabled && onUndo(run)}>
        {run.undo.label}
      </button>
    </div>
  );
}

/** What was done before, closed. */
export function EarlierRuns({ view, disabled, onUndo }: RunsProps) {
  const { labels, runs } = view;
  const earlier = runs[0]?.open === true ? runs.slice(1) : runs;
  if (earlier.length === 0) return null;
  return (
    <section class="earlier">
      <Disclosure summary={`${labels.earlierRepairs} (${earlier.length})`}>
        <ul class="cards">
          {earlier.map((run) => (
            <li key={run.id} class="card">
              <h3>{run.title}</h3>
              <p class="when">{run.when}</p>
              <p>{run.text}</p>
              {run.next !== null && <p class="next">{run.next}</p>}
              <Disclosure summary={labels.steps}>
                <Steps run={run} label={labels.steps} />
              </Disclosure>
              <UndoButton run={run} labels={labels} disabled={disabled} onUndo={onUndo} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
