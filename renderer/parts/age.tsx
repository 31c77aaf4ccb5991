import type { Labels } from '../../app/core/model/view.ts';
import { formatAge, formatElapsed } from '../format-age.ts';
import { useNow } from '../hooks/use-now.ts';

interface AgeProps {
  readonly at: number;
  readonly labels: Labels;
}

/** Ticks outside of every live region: nobody wants each second read aloud. */
export function Age({ at, labels }: AgeProps) {
  const now = useNow();
  return <time dateTime={new Date(at).toISOString()}>{formatAge(now - at, labels)}</time>;
}

export function Elapsed({ since }: { readonly since: number }) {
  const now = useNow();
  return (
    <span class="elapsed" aria-hidden="true">
      {formatElapsed(now - since)}
    </span>
  );
}
