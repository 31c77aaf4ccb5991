import { app, dialog } from 'electron';

/** What went wrong, for whoever started the app in a terminal. */
export function complain(error: unknown): void {
  process.stderr.write(`clawtender: ${messageOf(error)}\n`);
}

/** The app cannot start. Without an icon nobody would see that it runs, so it says why and ends. */
export function giveUp(error: unknown): void {
  dialog.showErrorBox(app.getName(), messageOf(error));
  app.exit(1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
