import type { FindingView, Labels } from '../../app/core/model/view.ts';
import { copyText } from '../copy-text.ts';
import { CopyButton } from './copy-button.tsx';
import { Disclosure } from './disclosure.tsx';
import { SeverityIcon } from './icons.tsx';

interface FindingCardProps {
  readonly finding: FindingView;
  readonly labels: Labels;
}

export function FindingCard({ finding, labels }: FindingCardProps) {
  return (
    <li class="card finding" data-severity={finding.severity}>
      <p class="severity">
        <SeverityIcon severity={finding.severity} />
        {finding.severityLabel}
        {finding.certainty === 'likely' && <span class="likely">{labels.likely}</span>}
      </p>
      <h3>{finding.title}</h3>
      <p>{finding.explanation}</p>
      <h4>{labels.whatToDo}</h4>
      <p>{finding.advice}</p>
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

function Evidence({ finding, labels }: FindingCardProps) {
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
