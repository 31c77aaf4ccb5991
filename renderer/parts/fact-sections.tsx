import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { View } from '../../app/core/model/view.ts';
import { FindingCard } from './finding-card.tsx';
import { CheckIcon, ToneIcon } from './icons.tsx';

interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Whether the gateway could start again is another question than whether it runs. */
export function ConfigLine({ view }: { readonly view: View }) {
  const { configLine, labels } = view;
  return (
    <Section title={labels.configuration}>
      <p class="card line" data-tone={configLine.tone}>
        <ToneIcon tone={configLine.tone} />
        <span>{configLine.text}</span>
      </p>
    </Section>
  );
}

/** "Nothing found" is only said where everything could be read. */
export function Findings({ view }: { readonly view: View }) {
  const { findings, labels, unknown } = view;
  if (findings.length === 0 && unknown.length > 0) return null;
  return (
    <Section title={labels.findings}>
      {findings.length === 0 ? (
        <p class="card line" data-tone="good">
          <CheckIcon />
          <span>{labels.noFindings}</span>
        </p>
      ) : (
        <ul class="cards">
          {findings.map((finding) => (
            <FindingCard key={finding.id} finding={finding} labels={labels} />
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Facts({ view }: { readonly view: View }) {
  if (view.facts.length === 0) return null;
  return (
    <Section title={view.labels.facts}>
      <dl class="card facts">
        {view.facts.map(({ key, label, value, tone }) => (
          <div key={key} data-tone={tone}>
            <dt>{label}</dt>
            <dd>
              <ToneIcon tone={tone === 'good' ? 'plain' : tone} />
              <span>{value}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export function CannotTell({ view }: { readonly view: View }) {
  if (view.unknown.length === 0) return null;
  return (
    <Section title={view.labels.cannotTell}>
      <dl class="card facts">
        {view.unknown.map(({ probe, label, reason }) => (
          <div key={probe} data-tone="unknown">
            <dt>{label}</dt>
            <dd>
              <ToneIcon tone="unknown" />
              <span>{reason}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
