import { useEffect, useId, useRef } from 'preact/hooks';
import type { SettingsView } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { ChevronIcon } from './icons.tsx';

interface SettingsProps {
  readonly settings: SettingsView;
  readonly requests: Requests;
}

/** Folded until it is wanted; unfolded, and the keyboard brought there, whenever somebody asks for it in the menu. */
export function Settings({ settings, requests }: SettingsProps) {
  const place = useRef<HTMLDetailsElement>(null);
  const { asked } = settings;
  useEffect(() => {
    if (asked === 0 || place.current === null) return;
    place.current.open = true;
    place.current.scrollIntoView({ block: 'start' });
    place.current.querySelector('summary')?.focus();
  }, [asked]);
  return (
    <details ref={place} class="settings">
      <summary>
        <ChevronIcon />
        {settings.title}
      </summary>
      <div class="card">
        <NewsSwitches settings={settings} requests={requests} />
        <AutomaticSwitch settings={settings} requests={requests} />
      </div>
    </details>
  );
}

function NewsSwitches({ settings, requests }: SettingsProps) {
  return (
    <fieldset>
      <legend>{settings.newsLabel}</legend>
      {settings.refused !== null && <p>{settings.refused}</p>}
      {settings.switches.map(({ kind, label, on }) => (
        <Switch key={kind} label={label} on={on} onSwitch={(next) => requests.send('switchNews', { kind, on: next })} />
      ))}
      {settings.snooze !== null && <p>{settings.snooze}</p>}
      <div class="row">
        {settings.snoozes.map(({ choice, label }) => (
          <button key={choice} type="button" onClick={() => void requests.send('snoozeNews', { choice })}>
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function AutomaticSwitch({ settings, requests }: SettingsProps) {
  const explanationId = useId();
  const { label, explanation, on } = settings.automatic;
  return (
    <>
      <Switch
        label={label}
        on={on}
        describedBy={explanationId}
        onSwitch={(next) => requests.send('switchAutomatic', { on: next })}
      />
      <p id={explanationId}>{explanation}</p>
    </>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly describedBy?: string;
  readonly onSwitch: (on: boolean) => Promise<boolean>;
}

/** Shows what the next view says; what could not be switched goes back at once. */
function Switch({ label, on, describedBy, onSwitch }: SwitchProps) {
  const settle = async (input: HTMLInputElement) => {
    if (!(await onSwitch(input.checked))) input.checked = on;
  };
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => void settle(currentTarget)}
      />
      {label}
    </label>
  );
}
