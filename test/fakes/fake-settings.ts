import type { Settings, SettingsStore } from '../../app/main/settings.ts';

export const defaultSettings: Settings = {
  locale: null,
  toldIconHidden: false,
  news: { down: true, conflict: true, 'crash-looping': true, degraded: true, recovered: true, drift: true },
  snoozedUntil: null,
  automatic: false,
};

/** Settings in memory. */
export function makeFakeSettings(change: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...defaultSettings, ...change };
  return {
    current: () => settings,
    async change(next) {
      settings = { ...settings, ...next };
    },
  };
}
