import { useEffect, useState } from 'preact/hooks';
import { CheckIcon, CopyIcon } from './icons.tsx';

const doneShownMs = 2500;

interface CopyButtonProps {
  readonly label: string;
  readonly doneLabel: string;
  /** Resolves to whether it was copied. */
  readonly copy: () => Promise<boolean>;
}

export function CopyButton({ label, doneLabel, copy }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), doneShownMs);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <button type="button" class="quiet" onClick={() => void copy().then(setDone)}>
      {done ? <CheckIcon /> : <CopyIcon />}
      <span aria-live="polite">{done ? doneLabel : label}</span>
    </button>
  );
}
