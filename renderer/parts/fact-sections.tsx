import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Tone, View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { FindingCard } from './finding-card.tsx';
import { ToneIcon } from './icons.tsx';

interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/**
 * Whether the gateway could start again is another question than whether it runs. "Nothing found" stands beside it
 * only where all is well and everything could be read.
 */
export function Checks({ view }: { readonly view: View }) {
  const { configLine, findings, icon, labels, unknown } = view;
  const allWell = icon === 'plain' && findings.length === 0 && unknown.length === 0;
  return (
    <dl class="card facts">
      <Row label={labels.configuration} value={configLine.text} tone={configLine.tone} />
      {allWell && <Row label={labels.findings} value={labels.noFindings} tone="good" />}
    </dl>
  );
}

interface FindingsProps {
  readonly view: View;
  readonly requests: Requests;
  readonly disabled: boolean;
}

export function Findings({ view, requests, disabled }: FindingsProps) {
  const { findings, labels } = view;
  if (findings.length === 0) return null;
  return (
    <Section title={labels.findings}>
      <ul class="cards">
        {findings.map((finding, index) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            labels={labels}
            requests={requests}
            disabled={disabled}
            first={index === 0}
          />
        ))}
      </ul>
    </Section>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly tone: Tone;
}

function Row({ label, value, tone }: RowProps) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <ToneIcon tone={tone} />
        <span>{breakable(value)}</span>
      </dd>
    </div>
  );
}

/** Long paths break after a slash; what is copied stays as it was. */
function breakable(value: string): ComponentChildren {
  return value.split(/(?<=[/\\@])/).flatMap((part, index) => (index === 0 ? [part] : [<wbr key={index} />, part]));
}

export function Facts({ view }: { readonly view: View }) {
  if (view.facts.length === 0) return null;
  return (
    <Section title={view.labels.facts}>
      <dl class="card facts">
        {view.facts.map(({ key, label, value, tone }) => (
          <Row key={key} label={label} value={value} tone={tone === 'good' ? 'plain' : tone} />
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
          <Row key={probe} label={label} value={reason} tone="unknown" />
        ))}
      </dl>
    </Section>
  );
}
