import { dialog } from 'electron';
import { labelTexts } from '../core/text/labels.ts';
import type { Clock } from '../ports/clock.ts';
import type { SettingsStore } from './settings.ts';
import type { TrayIcon } from './tray.ts';
import type { Views } from './views.ts';
import type { DetailsWindow } from './window.ts';

export interface HiddenIconSituation {
  readonly clock: Clock;
  readonly tray: TrayIcon;
  readonly details: Pick<DetailsWindow, 'show'>;
  readonly views: Views;
  readonly settings: SettingsStore;
}

/** macOS places a new icon some moments after it was made. */
const placedAfterMs = 2000;

/** An app without icon and window would seem not to run: shows the window, and says once how to get the icon back. */
export function tellWhenIconIsHidden({ clock, tray, details, views, settings }: HiddenIconSituation): void {
  clock.after(placedAfterMs, () => {
    if (!tray.isHidden() || settings.current().toldIconHidden) return;
    details.show();
    void settings.change({ toldIconHidden: true });
    void dialog.showMessageBox({ type: 'info', message: labelTexts(views.locale()).iconHidden });
  });
}
