import type { News } from '../core/model/news.ts';

/** What the panel shows beside the picture. */
export interface Extras {
  /** Newest first; only what the system has refused to show. */
  news(): readonly News[];
  isRefused(): boolean;
  /** How often the settings were asked for. */
  asked(): number;
  addRefused(news: News): void;
  /** The system shows notifications (again). */
  noteAccepted(): void;
  askForSettings(): void;
  /** How often the history was asked for. */
  historyAsked(): number;
  askForHistory(): void;
}

const keptNews = 5;

export function createExtras(): Extras {
  let news: readonly News[] = [];
  let refused = false;
  let asked = 0;
  let historyAsked = 0;
  return {
    news: () => news,
    isRefused: () => refused,
    asked: () => asked,
    addRefused(added) {
      news = [added, ...news].slice(0, keptNews);
      refused = true;
    },
    noteAccepted() {
      refused = false;
    },
    askForSettings() {
      asked += 1;
    },
    historyAsked: () => historyAsked,
    askForHistory() {
      historyAsked += 1;
    },
  };
}
