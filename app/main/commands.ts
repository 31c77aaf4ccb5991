import { app } from 'electron';
import type { Engine } from '../engine/engine.ts';
import { previewModel } from '../web/model-handlers.ts';
import type { Actions } from './actions.ts';
import { openLoginItemSettings, setOpenAtLogin } from './login-item.ts';
import type { Choices } from './choices.ts';
import type { Extras } from './extras.ts';
import type { MenuCommand } from './menu.ts';
import { openDashboard, openLog } from './places.ts';
import type { Views } from './views.ts';
import type { DetailsWindow } from './window.ts';

export interface CommandSituation {
  readonly engine: Engine;
  readonly views: Views;
  readonly actions: Actions;
  readonly details: Pick<DetailsWindow, 'show'>;
  readonly choices: Choices;
  readonly extras: Pick<Extras, 'askForSettings' | 'news'>;
}

/** What each row of the menu does. */
export function performCommand(command: MenuCommand, situation: CommandSituation) {
  const { engine, views, actions, details } = situation;
  switch (command.kind) {
    case 'act':
      return actions.actFromMenu(command.chosen);
    case 'preview-repair':
      return previewRepair(command.findingId, engine, details);
    case 'preview-model':
      return showModel(command.ref, situation);
    case 'show-details':
      return details.show();
    case 'show-settings':
      return showSettings(situation);
    case 'open-dashboard':
      return openCurrentDashboard(engine);
    case 'open-logs':
      return openCurrentLog(views);
    case 'set-open-at-login':
      return setOpenAtLogin(command.openAtLogin);
    case 'allow-open-at-login':
      return openLoginItemSettings();
    case 'quit':
      return app.quit();
  }
}

/** The window shows the preview that the picture has: first the preview, so that nothing else is seen before it. */
async function previewRepair(findingId: string, engine: Engine, details: Pick<DetailsWindow, 'show'>): Promise<void> {
  await engine.preview(findingId);
  details.show();
}

/** One that is gone since the menu opened has no preview: the window then shows what there is. */
async function showModel(ref: string, { engine, views, details }: CommandSituation): Promise<void> {
  await previewModel(engine, ref, views.locale());
  details.show();
}

/** The panel unfolds its settings when it learns that they were asked for. */
function showSettings({ extras, views, details }: CommandSituation): void {
  extras.askForSettings();
  views.refresh();
  details.show();
}

export async function openCurrentDashboard(engine: Engine): Promise<void> {
  const picture = engine.current();
  if (picture === null) throw new Error('nothing was read yet');
  await openDashboard(picture);
}

export async function openCurrentLog(views: Views): Promise<void> {
  const logPath = views.current()?.logPath ?? null;
  if (logPath === null) throw new Error('no log is known');
  await openLog(logPath);
}
