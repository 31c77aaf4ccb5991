import type { ComponentChildren } from 'preact';
import { ChevronIcon } from './icons.tsx';

interface DisclosureProps {
  readonly summary: string;
  readonly children: ComponentChildren;
}

/** The browser keeps open and closed: `open` is never set from here, so a new view leaves it as it is. */
export function Disclosure({ summary, children }: DisclosureProps) {
  return (
    <details>
      <summary>
        <ChevronIcon />
        {summary}
      </summary>
      {children}
    </details>
  );
}
