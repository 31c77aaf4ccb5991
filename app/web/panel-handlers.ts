import { deriveDashboardUrl } from '../core/dashboard-url.ts';
import { deriveLogPath } from '../core/file-places.ts';
import type { RequestHandlers } from '../contract/requests.ts';
import type { Locale } from '../core/model/view.ts';
import type { Engine } from '../engine/engine.ts';
import type { Opener } from './opener.ts';
import { createDeviceHandlers } from './device-handlers.ts';
import { createHistoryHandlers } from './history-handlers.ts';
import { createModelHandlers } from './model-handlers.ts';
import { createRepairHandlers } from './repair-handlers.ts';

/**
 * Those of the browser face. What is copied is missing: the page itself copies what it was given; and so are the
 * settings of the menu bar app.
 */
export type PanelHandlers = Omit<
  RequestHandlers,
  'copyReport' | 'copyInstructions' | 'previewDriftUndo' | 'switchNews' | 'snoozeNews' | 'switchAutomatic'
>;

export interface HandlerSituation {
  readonly engine: Engine;
  readonly opener: Opener | null;
  readonly locale: () => Locale;
  readonly chooseLocale: (locale: Locale | null) => void;
  /** Sends the current view to every page: a look may have found nothing new but its own time. */
  readonly push: () => void;
}

/** What the browser face does for each request of the contract. A thrown error becomes the reply `failed`. */
export function createPanelHandlers({ engine, opener, locale, chooseLocale, push }: HandlerSituation): PanelHandlers {
  return {
    look: async () => {
      await engine.look();
      push();
    },
    act: async ({ action, confirmed }) => void (await engine.act(action, { confirmed })),
    ...createHistoryHandlers({ engine, locale }),
    ...createDeviceHandlers({ engine, locale }),
    ...createModelHandlers({ engine, locale }),
    ...createRepairHandlers({ engine, locale, underway: () => undefined }),
    openDashboard: async () => {
      const picture = engine.current();
      await open(opener, picture === null ? null : deriveDashboardUrl(picture));
    },
    openLogs: async () => {
      const picture = engine.current();
      await open(opener, picture === null ? null : deriveLogPath(picture.snapshot));
    },
    setLocale: async ({ locale: chosen }) => {
      chooseLocale(chosen);
      push();
    },
  };
}

async function open(opener: Opener | null, target: string | null): Promise<void> {
  if (opener === null || target === null) throw new Error('nothing can be opened on this machine');
  if (!(await opener.open(target))) throw new Error('the system did not open it');
}
