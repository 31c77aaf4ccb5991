import type { AutomaticRepairs } from '../engine/engine-parts.ts';
import type { SettingsStore } from './settings.ts';

/** Repairs without a question, as the settings have them. */
export interface AutomaticSwitch extends AutomaticRepairs {
  isRunning(): boolean;
  onRun(listener: (run: Promise<unknown>) => void): void;
}

export function createAutomaticSwitch(settings: Pick<SettingsStore, 'current'>): AutomaticSwitch {
  const listeners: ((run: Promise<unknown>) => void)[] = [];
  let running = 0;
  return {
    isOn: () => settings.current().automatic,
    isRunning: () => running > 0,
    onRun: (listener) => void listeners.push(listener),
    underway(run) {
      const ended = () => void (running -= 1);
      running += 1;
      run.then(ended, ended);
      for (const listener of listeners) listener(run);
    },
  };
}
