import { useEffect, useRef } from 'preact/hooks';
import type { HistoryView, VersionView } from '../../app/core/model/history-view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { Comparison } from './comparison.tsx';
import { ChevronIcon } from './icons.tsx';

interface HistoryProps {
  readonly history: HistoryView;
  /** Grows whenever somebody asks for the history, in the view or on this page. */
  readonly asked: number;
  readonly requests: Requests;
  readonly disabled: boolean;
}

/** The timeline, folded until it is wanted; unfolded, and the keyboard brought there, when somebody asks for it. */
export function History({ history, asked, requests, disabled }: HistoryProps) {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (asked === 0 || place.current === null) return;
    place.current.open = true;
    place.current.scrollIntoView({ block: 'start' });
    place.current.querySelector('summary')?.focus();
  }, [asked]);
  const { title, empty, fault, versions, older, words } = history;
  return (
    <details ref={place} class="history">
      <summary>
        <ChevronIcon />
        {title}
      </summary>
      {fault !== null && <p class="warning">{fault}</p>}
      {empty === null ? (
        <ol class="timeline" aria-label={words.versions}>
          {versions.map((version) => (
            <Version key={version.id} version={version} history={history} requests={requests} disabled={disabled} />
          ))}
        </ol>
      ) : (
        <p class="when">{empty}</p>
      )}
      {older !== null && <p class="when">{older}</p>}
    </details>
  );
}

type VersionProps = Omit<HistoryProps, 'asked'> & { readonly version: VersionView };

function Version({ version, history, requests, disabled }: VersionProps) {
  const { id, when, file, by, changes, more, marks, isNow } = version;
  const compared = history.compared?.versionId === id ? history.compared : null;
  return (
    <li data-now={isNow}>
      <p class="version-head">
        <b>{when}</b> {file}
        {marks.map((mark) => (
          <span key={mark} class="mark">
            {mark}
          </span>
        ))}
      </p>
      <p class="when">{by}</p>
      <ul class="changes">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
        {more !== null && <li class="when">{more}</li>}
      </ul>
      {!isNow && (
        <CompareButton version={version} isOpen={compared !== null} label={history.words.compare} requests={requests} />
      )}
      {compared !== null && (
        <Comparison comparison={compared} words={history.words} requests={requests} disabled={disabled} />
      )}
    </li>
  );
}

interface CompareButtonProps {
  readonly version: VersionView;
  readonly isOpen: boolean;
  readonly label: string;
  readonly requests: Requests;
}

/** The same button opens and closes: the keyboard stays where it is. */
function CompareButton({ version, isOpen, label, requests }: CompareButtonProps) {
  return (
    <button
      type="button"
      class="quiet"
      aria-expanded={isOpen}
      aria-label={`${label}: ${version.when}, ${version.file}`}
      onClick={() => void requests.send('compareVersion', { versionId: isOpen ? null : version.id })}
    >
      <ChevronIcon />
      {label}
    </button>
  );
}
