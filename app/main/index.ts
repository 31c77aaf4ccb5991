import path from 'node:path';
import { app, ipcMain } from 'electron';
import { menuTexts } from '../core/text/menu.ts';
import { readAssets } from '../web/assets.ts';
import { createActions } from './actions.ts';
import { createAutomaticSwitch } from './automatic.ts';
import { createChoices } from './choices.ts';
import { installApplicationMenu } from './application-menu.ts';
import { performCommand } from './commands.ts';
import { complain, giveUp } from './complain.ts';
import { composeEngine } from './compose.ts';
import { createExtras } from './extras.ts';
import { tellWhenIconIsHidden } from './hidden-icon.ts';
import { serveRequests } from './ipc.ts';
import { liveWithTheSystem } from './life.ts';
import { lockPages } from './locks.ts';
import { readLoginItem } from './login-item.ts';
import { deriveMenu } from './menu.ts';
import type { MenuCommand } from './menu.ts';
import { tellNews } from './news.ts';
import { openNewsMemory } from './news-memory.ts';
import { createNotifier } from './notifications.ts';
import { openDriftMemory } from './drift-memory.ts';
import { tellDrift } from './drift.ts';
import { registerPanelScheme, servePanel } from './panel-protocol.ts';
import { createRequestHandlers } from './requests.ts';
import { openSettings } from './settings.ts';
import { createTrayIcon } from './tray.ts';
import { createViews } from './views.ts';
import { createDetailsWindow } from './window.ts';

const rendererFolder = path.join(import.meta.dirname, '../renderer');

registerPanelScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  if (process.platform === 'darwin') app.setActivationPolicy('accessory');
  lockPages();
  servePanel(await readAssets(rendererFolder));

  const settings = await openSettings(app.getPath('userData'));
  const memoryFile = await openNewsMemory(app.getPath('userData'));
  const driftMemoryFile = await openDriftMemory(app.getPath('userData'));
  const automatic = createAutomaticSwitch(settings);
  const { engine, clock } = composeEngine(automatic);
  const extras = createExtras();
  const systemLanguages = app.getPreferredSystemLanguages();
  const views = createViews({ engine, settings, extras, systemLanguages });
  const details = createDetailsWindow();
  const actions = createActions(engine, views, details);
  const choices = createChoices({ settings, clock, views });
  const situation = { engine, views, actions, details, choices, extras };
  automatic.onRun((run) => actions.track(run));

  const handlers = createRequestHandlers(situation);
  serveRequests(ipcMain, {
    isTrusted: (event) => details.isSender(event),
    currentView: () => views.current(),
    handlers,
    complain,
  });
  installApplicationMenu(views.locale());
  const tray = createTrayIcon({
    rows: () =>
      deriveMenu({ view: views.current(), locale: views.locale(), now: clock.now(), loginItem: readLoginItem() }),
    perform: (command) => void perform(command),
    onOpen: () => void engine.look().catch(complain),
    firstToolTip: menuTexts(views.locale()).firstReading,
  });
  views.onView((view) => tray.show(view));
  views.onView((view) => details.send(view));
  const told = { ...situation, clock, settings, complain };
  tellNews({ ...told, notifier: createNotifier(clock, 'gateway'), memoryFile, automatic });
  tellDrift({ ...told, notifier: createNotifier(clock, 'configuration'), memoryFile: driftMemoryFile });
  tellWhenIconIsHidden({ clock, tray, details, views, settings });
  liveWithTheSystem({ engine, actions, details });
  await engine.start().ready;

  async function perform(command: MenuCommand): Promise<void> {
    try {
      await performCommand(command, situation);
    } catch (error) {
      complain(error);
      details.show();
    }
  }
}
