import type { IconShape } from '../../app/core/model/view.ts';

/** The menu bar's silhouette: what the claw holds tells the state, without any colour. */
export function Claw({ shape }: { readonly shape: IconShape }) {
  return (
    <svg class="claw" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6.9 .2C3 1 .4 4.4 .4 8.4c0 4.3 3.4 7.4 7.6 7.4s7.6-3.1 7.6-7.4c0-3.2-1.7-5.8-4.7-6.8 1.5 2.2 2.3 4.4 2.3 6.8 0 3-2.3 5-5.2 5s-5.2-2-5.2-5c0-3.2 1.6-5.6 4.1-8.2Z" />
      {contents[shape]}
    </svg>
  );
}

const contents = {
  plain: <circle cx="8" cy="8" r="3.3" />,
  hollow: null,
  dots: (
    <>
      <circle cx="5" cy="8.4" r="1" />
      <circle cx="8" cy="8.4" r="1" />
      <circle cx="11" cy="8.4" r="1" />
    </>
  ),
  attention: (
    <>
      <rect x="7.1" y="3.4" width="1.8" height="5.1" rx=".9" />
      <circle cx="8" cy="10.9" r="1.1" />
    </>
  ),
  question: (
    <>
      <path
        d="M6 5.9c0-2 4-2 4 .1C10 7.4 8 7.3 8 8.9"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
      />
      <circle cx="8" cy="11.2" r="1" />
    </>
  ),
} as const satisfies Record<IconShape, unknown>;
