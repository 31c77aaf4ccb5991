import { useEffect, useRef } from 'preact/hooks';
import type { ActionView, View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { Elapsed } from './age.tsx';
import { DashboardIcon, LogIcon } from './icons.tsx';

interface ActionAreaProps {
  readonly view: View;
  readonly requests: Requests;
  readonly disabled: boolean;
  readonly onPress: (action: ActionView) => void;
}

/** Buttons for what is valid now, or the action that runs: never both. */
export function ActionArea({ view, requests, disabled, onPress }: ActionAreaProps) {
  const area = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  // A pressed button goes away while its action runs: the keyboard must not fall back to the top of the page.
  useEffect(() => {
    if (held.current && document.activeElement === document.body) area.current?.focus();
  });
  const locked = disabled || requests.pending.has('act');
  return (
    <div
      class="actions"
      ref={area}
      tabIndex={-1}
      onFocusCapture={() => (held.current = true)}
      onBlurCapture={(event) => (held.current = event.relatedTarget === null)}
    >
      {view.activity === null && <ActionButtons actions={view.actions} locked={locked} onPress={onPress} />}
      <div aria-live="polite">
        {view.activity !== null && <RunningAction text={view.activity.text} startedAt={view.activity.startedAt} />}
      </div>
      <OpenButtons view={view} requests={requests} disabled={disabled} />
    </div>
  );
}

interface ActionButtonsProps {
  readonly actions: readonly ActionView[];
  readonly locked: boolean;
  readonly onPress: (action: ActionView) => void;
}

function ActionButtons({ actions, locked, onPress }: ActionButtonsProps) {
  if (actions.length === 0) return null;
  return (
    <div class="row">
      {actions.map((action) => (
        <button
          key={action.action}
          type="button"
          class={action.primary ? 'primary' : undefined}
          aria-disabled={locked}
          onClick={() => !locked && onPress(action)}
        >
          {action.label}
        </button>
      ))}
    </div>
  );
}

function RunningAction({ text, startedAt }: { readonly text: string; readonly startedAt: number }) {
  return (
    <div class="running">
      <p>
        <span>{text}</span>
        <Elapsed since={startedAt} />
      </p>
      <progress aria-label={text} />
    </div>
  );
}

interface OpenButtonsProps {
  readonly view: View;
  readonly requests: Requests;
  readonly disabled: boolean;
}

function OpenButtons({ view, requests, disabled }: OpenButtonsProps) {
  const { labels, dashboard, logPath } = view;
  if (!dashboard && logPath === null) return null;
  return (
    <div class="row">
      {dashboard && (
        <button type="button" class="quiet" disabled={disabled} onClick={() => void requests.send('openDashboard', {})}>
          <DashboardIcon />
          {labels.dashboard}
        </button>
      )}
      {logPath !== null && (
        <button
          type="button"
          class="quiet"
          title={logPath}
          disabled={disabled}
          onClick={() => void requests.send('openLogs', {})}
        >
          <LogIcon />
          {labels.logs}
        </button>
      )}
    </div>
  );
}
