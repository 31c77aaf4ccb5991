import type { NewsKind, SnoozeChoice } from '../core/model/news.ts';
import type { Clock } from '../ports/clock.ts';
import type { SettingsStore } from './settings.ts';
import type { Views } from './views.ts';

/** What a person switches in the panel. Each is kept, and shown as it now is. */
export interface Choices {
  switchNews(kind: NewsKind, on: boolean): Promise<void>;
  snooze(choice: SnoozeChoice): Promise<void>;
  switchAutomatic(on: boolean): Promise<void>;
}

interface ChoicesSituation {
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly views: Pick<Views, 'refresh'>;
}

export function createChoices({ settings, clock, views }: ChoicesSituation): Choices {
  async function change(changed: Parameters<SettingsStore['change']>[0]): Promise<void> {
    await settings.change(changed);
    views.refresh();
  }
  return {
    switchNews: (kind, on) => change({ news: { ...settings.current().news, [kind]: on } }),
    snooze: (choice) => change({ snoozedUntil: endOfSnooze(choice, clock.now()) }),
    switchAutomatic: (on) => change({ automatic: on }),
  };
}

const hourMs = 3_600_000;
/** Before anybody sits down to work. */
const morningHour = 8;

/** Epoch ms. Tomorrow begins in the morning, by the clock on the wall. */
export function endOfSnooze(choice: SnoozeChoice, now: number): number | null {
  if (choice === 'off') return null;
  if (choice === 'hour') return now + hourMs;
  const end = new Date(now);
  end.setDate(end.getDate() + 1);
  end.setHours(morningHour, 0, 0, 0);
  return end.getTime();
}
