import { useState } from 'preact/hooks';
import type { ComparisonView, DifferenceView, HistoryWords } from '../../app/core/model/history-view.ts';
import type { Requests } from '../hooks/use-requests.ts';

interface ComparisonProps {
  readonly comparison: ComparisonView;
  readonly words: HistoryWords;
  readonly requests: Requests;
  readonly disabled: boolean;
}

/** What is different between a version and now. Nothing is changed here: both buttons open a preview. */
export function Comparison({ comparison, words, requests, disabled }: ComparisonProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { versionId, title, rows, message, restoreAll, restoreTicked } = comparison;
  const chosen = rows.map(({ id }) => id).filter((id) => ticked.has(id));
  const restore = (ids: string[] | null) => void requests.send('previewRestore', { versionId, rows: ids });
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <fieldset class="comparison" aria-label={title}>
      {rows.length > 0 && (
        <ul class="differences" aria-label={words.differences}>
          {rows.map((row) => (
            <Difference key={row.id} row={row} words={words} on={ticked.has(row.id)} onTick={tick} />
          ))}
        </ul>
      )}
      {message !== null && <p class="when">{message}</p>}
      <div class="row">
        {restoreTicked !== null && (
          <RestoreButton
            label={restoreTicked}
            locked={disabled || chosen.length === 0}
            onPress={() => restore(chosen)}
          />
        )}
        {restoreAll !== null && <RestoreButton label={restoreAll} locked={disabled} onPress={() => restore(null)} />}
      </div>
    </fieldset>
  );
}

interface DifferenceProps {
  readonly row: DifferenceView;
  readonly words: HistoryWords;
  readonly on: boolean;
  readonly onTick: (id: string, on: boolean) => void;
}

function Difference({ row, words, on, onTick }: DifferenceProps) {
  return (
    <li>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          aria-label={row.tick}
          onChange={({ currentTarget }) => onTick(row.id, currentTarget.checked)}
        />
        <code>{row.path}</code>
      </label>
      <dl>
        <div>
          <dt>{words.former}</dt>
          <dd>
            <code>{row.former}</code>
          </dd>
        </div>
        <div>
          <dt>{words.now}</dt>
          <dd>
            <code>{row.now}</code>
          </dd>
        </div>
      </dl>
    </li>
  );
}

interface RestoreButtonProps {
  readonly label: string;
  readonly locked: boolean;
  readonly onPress: () => void;
}

function RestoreButton({ label, locked, onPress }: RestoreButtonProps) {
  return (
    <button type="button" aria-disabled={locked} aria-haspopup="dialog" onClick={() => !locked && onPress()}>
      {label}
    </button>
  );
}
