import { app, shell } from 'electron';

/** `not-offered`: not a packaged Mac app, so the system would register Electron itself. */
export type LoginItemState = 'not-offered' | 'off' | 'on' | 'needs-approval';

/** The app's own service of SMAppService (macOS 13 and newer): the person sees and can undo it in System Settings. */
const serviceType = 'mainAppService';
const loginItemSettingsUrl = 'x-apple.systempreferences:com.apple.LoginItems-Settings.extension';

export function readLoginItem(): LoginItemState {
  if (!isOffered()) return 'not-offered';
  const { openAtLogin, status } = app.getLoginItemSettings({ type: serviceType });
  if (status === 'requires-approval') return 'needs-approval';
  return openAtLogin ? 'on' : 'off';
}

export function setOpenAtLogin(openAtLogin: boolean): void {
  if (isOffered()) app.setLoginItemSettings({ openAtLogin, type: serviceType });
}

export async function openLoginItemSettings(): Promise<void> {
  await shell.openExternal(loginItemSettingsUrl);
}

function isOffered(): boolean {
  return app.isPackaged && process.platform === 'darwin';
}
