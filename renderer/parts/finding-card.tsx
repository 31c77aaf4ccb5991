import { useId } from 'preact/hooks';
import type { FindingView, Labels } from '../../app/core/model/view.ts';
import { copyText } from '../copy-text.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { CopyButton } from './copy-button.tsx';
import { Disclosure } from './disclosure.tsx';
import { SeverityIcon } from './icons.tsx';

interface FindingCardProps {
  readonly finding: FindingView;
  readonly labels: Labels;
  readonly requests: Requests;
  readonly disabled: boolean;
  /** The one thing to do first. */
  readonly first: boolean;
}

export function FindingCard({ finding, labels, requests, disabled, first }: FindingCardProps) {
  const titleId = useId();
  return (
    <li class="card finding" data-severity={finding.severity}>
      <p class="severity">
        <SeverityIcon severity={finding.severity} />
        {finding.severityLabel}
        {finding.certainty === 'likely' && <span class="likely">{labels.likely}</span>}
      </p>
      <h3 id={titleId}>{finding.title}</h3>
      <p>{finding.explanation}</p>
      <h4>{labels.whatToDo}</h4>
      <p>{finding.advice}</p>
      <RepairButton finding={finding} requests={requests} disabled={disabled} first={first} titleId={titleId} />
      {finding.consequences.length > 0 && (
        <>
          <h4>{labels.consequences}</h4>
          <ul class="consequences">
            {finding.consequences.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
      <Evidence finding={finding} labels={labels} />
    </li>
  );
}

type RepairButtonProps = Omit<FindingCardProps, 'labels'> & { readonly titleId: string };

/** Only opens the preview: nothing is changed before that was read. */
function RepairButton({ finding, requests, disabled, first, titleId }: RepairButtonProps) {
  const { id, repair } = finding;
  if (repair === null) return null;
  const locked = disabled || requests.pending.has('previewRepair');
  return (
    <div class="row">
      <button
        type="button"
        class={first && repair.kind === 'plan' ? 'primary' : undefined}
        aria-disabled={locked}
        aria-describedby={titleId}
        aria-haspopup="dialog"
        onClick={() => !locked && void requests.send('previewRepair', { findingId: id })}
      >
        {repair.label}
      </button>
    </div>
  );
}

function Evidence({ finding, labels }: Pick<FindingCardProps, 'finding' | 'labels'>) {
  const text = finding.evidence.map(({ command, line }) => `$ ${command}\n${line}`).join('\n\n');
  return (
    <Disclosure summary={labels.evidence}>
      <dl class="evidence">
        {finding.evidence.map(({ command, line }, index) => (
          <div key={index}>
            <dt>
              <code>{command}</code>
            </dt>
            <dd>
              <code>{line}</code>
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton label={labels.copyEvidence} doneLabel={labels.copied} copy={() => copyText(text)} />
    </Disclosure>
  );
}
