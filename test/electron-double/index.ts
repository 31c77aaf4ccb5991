// The shape of the module `electron`, as far as the app uses it. Tests put it in with vi.mock; conformance.ts has
// the compiler compare it with electron's own typings.
export { app } from './app.ts';
export { BrowserWindowDouble as BrowserWindow } from './browser-window.ts';
export { clipboard, dialog, powerMonitor, screen, shell } from './desktop.ts';
export { ipcMain } from './ipc-main.ts';
export { MenuDouble as Menu } from './menu.ts';
export { nativeImage } from './native-image.ts';
export { NotificationDouble as Notification } from './notification.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { TrayDouble as Tray } from './tray.ts';
