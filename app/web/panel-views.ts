import { deriveDashboardUrl } from '../core/dashboard-url.ts';
import type { Picture } from '../core/model/picture.ts';
import type { FactView, Locale, View } from '../core/model/view.ts';
import { deriveView } from '../core/view.ts';

export interface LocaleChoice {
  /** Of the system. */
  readonly system: Locale;
  /** What the person chose; `null` follows the system. */
  readonly chosen: Locale | null;
}

/**
 * The view as the browser face can keep its word on it. Without somebody at this machine's screen (a server over
 * ssh) nothing can be opened here: the dashboard's address joins the log's path among the facts, and no button fails.
 */
export function derivePanelView(picture: Picture, locale: LocaleChoice, canOpen: boolean): View {
  const view = deriveView(picture, { locale: locale.chosen ?? locale.system, localeChoice: locale.chosen });
  if (canOpen) return view;
  const dashboard: FactView = {
    key: 'dashboard-url',
    label: view.labels.dashboard,
    value: deriveDashboardUrl(picture),
    tone: 'plain',
  };
  return { ...view, dashboard: false, logPath: null, facts: view.dashboard ? [...view.facts, dashboard] : view.facts };
}
