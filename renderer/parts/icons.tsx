import type { ComponentChildren, VNode } from 'preact';
import type { Severity } from '../../app/core/model/finding.ts';
import type { Tone } from '../../app/core/model/view.ts';

/** Small line icons, drawn on a 16 × 16 grid. They only go with words, so assistive technology skips them. */
function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export const RefreshIcon = () => (
  <Icon>
    <path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.8" />
    <path d="M13.4 1.9v2.8h-2.8" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <rect x="5.5" y="5.5" width="8" height="8.5" rx="1.6" />
    <path d="M10.5 5.5V3.6A1.6 1.6 0 0 0 8.9 2H4.1a1.6 1.6 0 0 0-1.6 1.6v5.3a1.6 1.6 0 0 0 1.6 1.6h1.4" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m3 8.6 3.2 3.2L13 4.6" />
  </Icon>
);

export const CrossIcon = () => (
  <Icon>
    <path d="m4 4 8 8m0-8-8 8" />
  </Icon>
);

/** What can be taken and moved. */
export const GripIcon = () => (
  <Icon>
    <path d="M3.5 5.5h9M3.5 8h9M3.5 10.5h9" />
  </Icon>
);

/** Not yet. */
export const RingIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.6" />
  </Icon>
);

/** Never. */
export const DotIcon = () => (
  <Icon>
    <path d="M5.4 8h5.2" />
  </Icon>
);

/** Now: it turns by its style. */
export const SpinIcon = () => (
  <Icon>
    <path d="M12.9 8A4.9 4.9 0 1 1 8 3.1" />
  </Icon>
);

export const DashboardIcon = () => (
  <Icon>
    <rect x="1.8" y="2.8" width="12.4" height="10.4" rx="2" />
    <path d="M1.8 6.2h12.4M6 6.2v7" />
  </Icon>
);

export const LogIcon = () => (
  <Icon>
    <path d="M3.6 1.8h5.6l3.2 3.2v9.2H3.6z" />
    <path d="M5.9 7.4h4.2M5.9 10h4.2" />
  </Icon>
);

export const ChevronIcon = () => (
  <svg class="icon chevron" viewBox="0 0 16 16" aria-hidden="true">
    <path d="m6 3.8 4.2 4.2L6 12.2" />
  </svg>
);

const CrossInOctagon = () => (
  <Icon>
    <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" />
    <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" />
  </Icon>
);

const MarkInTriangle = () => (
  <Icon>
    <path d="M8 1.9 14.6 13.6H1.4z" />
    <path d="M8 6.2v3.4m0 2v.1" />
  </Icon>
);

const LetterInCircle = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.3" />
    <path d="M8 7.4v3.7M8 4.9V5" />
  </Icon>
);

export const QuestionIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.3" />
    <path d="M6.2 6.4c0-2.3 3.6-2.2 3.6 0 0 1.3-1.8 1.4-1.8 2.7m0 2v.1" />
  </Icon>
);

/** One shape per severity: it is told apart without colour. */
const severityIcons: Readonly<Record<Severity, () => VNode>> = {
  blocking: CrossInOctagon,
  degraded: MarkInTriangle,
  notice: LetterInCircle,
};

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Shape = severityIcons[severity];
  return <Shape />;
}

/** `plain` has no mark. */
const toneIcons: Readonly<Record<Tone, (() => VNode) | null>> = {
  good: CheckIcon,
  bad: MarkInTriangle,
  unknown: QuestionIcon,
  plain: null,
};

export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const Shape = toneIcons[tone];
  return Shape === null ? null : <Shape />;
}
