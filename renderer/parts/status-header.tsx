import type { View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { Age } from './age.tsx';
import { Claw } from './claw.tsx';
import { RefreshIcon } from './icons.tsx';

interface HeaderProps {
  readonly view: View;
  readonly requests: Requests;
}

/** The state at a glance: shape, headline, one sentence, and how old the reading is. */
export function StatusHeader({ view, requests }: HeaderProps) {
  return (
    <header class="status">
      <span class="plate" data-icon={view.icon}>
        <Claw shape={view.icon} />
      </span>
      <div class="status-words" aria-live="polite" aria-atomic="true">
        <h1>{view.headline}</h1>
        <p>{view.sentence}</p>
      </div>
      <CheckNow view={view} requests={requests} />
    </header>
  );
}

function CheckNow({ view, requests }: HeaderProps) {
  const { labels } = view;
  const checking = requests.pending.has('look');
  return (
    <div class="check">
      {checking ? <span>{labels.checking}</span> : <Age at={view.readAt} labels={labels} />}
      <button
        type="button"
        class="quiet icon-only"
        aria-label={labels.checkNow}
        title={labels.checkNow}
        aria-disabled={checking}
        data-busy={checking}
        onClick={() => void requests.send('look', {})}
      >
        <RefreshIcon />
      </button>
    </div>
  );
}
