import type { Labels, ResultView } from '../../app/core/model/view.ts';
import { useNow } from '../hooks/use-now.ts';
import { Disclosure } from './disclosure.tsx';
import { ToneIcon } from './icons.tsx';

/** Successes fade, failures stay until the next action. */
const successShownMs = 8000;

interface ResultNoteProps {
  readonly result: ResultView | null;
  readonly labels: Labels;
}

/** The live region stays in the page: one that comes together with its words is not read aloud. */
export function ResultNote({ result, labels }: ResultNoteProps) {
  return <div aria-live="polite">{result !== null && <Note result={result} labels={labels} />}</div>;
}

function Note({ result, labels }: { readonly result: ResultView; readonly labels: Labels }) {
  const now = useNow();
  if (result.tone === 'good' && now - result.finishedAt > successShownMs) return null;
  return (
    <div class="note" data-tone={result.tone}>
      <ToneIcon tone={result.tone} />
      <div>
        <p>{result.text}</p>
        {result.next !== null && <p class="next">{result.next}</p>}
        {result.tone === 'bad' && result.steps.length > 0 && <Steps result={result} labels={labels} />}
      </div>
    </div>
  );
}

function Steps({ result, labels }: { readonly result: ResultView; readonly labels: Labels }) {
  return (
    <Disclosure summary={labels.steps}>
      <ol class="steps">
        {result.steps.map((step, index) => (
          <li key={index}>
            {step.text} <b>{step.outcome}</b>
            {step.detail !== null && <code>{step.detail}</code>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
