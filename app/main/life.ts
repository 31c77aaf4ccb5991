import { app, powerMonitor } from 'electron';
import type { Engine } from '../engine/engine.ts';
import type { Actions } from './actions.ts';
import type { DetailsWindow } from './window.ts';

export interface LifeSituation {
  readonly engine: Engine;
  readonly actions: Actions;
  readonly details: DetailsWindow;
}

/** Other ways in than the icon, sleep, and the end. Quitting ends this app and never the gateway. */
export function liveWithTheSystem({ engine, actions, details }: LifeSituation): void {
  app.on('second-instance', () => details.show());
  app.on('activate', () => details.show());
  // Without this, closing the only window would quit.
  app.on('window-all-closed', () => undefined);
  powerMonitor.on('resume', () => engine.woke());
  let shuttingDown = false;
  powerMonitor.on('shutdown', () => (shuttingDown = true));
  app.on('before-quit', (event) => {
    const underway = actions.underway();
    if (underway === null || shuttingDown) {
      details.letGo();
      void engine.stop();
      return;
    }
    event.preventDefault();
    underway.then(quit, quit);
  });
}

function quit(): void {
  app.quit();
}
