import { beforeEach, expect, test, vi } from 'vitest';
import { openLoginItemSettings, readLoginItem, setOpenAtLogin } from '../../app/main/login-item.ts';
import { app } from '../electron-double/app.ts';
import { desktopCalls } from '../electron-double/desktop.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

beforeEach(() => {
  app.isPackaged = true;
  app.$loginItem = { openAtLogin: false, status: 'not-registered' };
  Object.defineProperty(process, 'platform', { value: 'darwin' });
});

test('a checkout would register Electron itself: not offered, and not done', () => {
  app.isPackaged = false;
  setOpenAtLogin(true);
  expect(readLoginItem()).toBe('not-offered');
  expect(app.$loginItem.openAtLogin).toBe(false);
});

test('not offered but on a Mac', () => {
  Object.defineProperty(process, 'platform', { value: 'linux' });
  expect(readLoginItem()).toBe('not-offered');
});

test('on and off', () => {
  expect(readLoginItem()).toBe('off');
  setOpenAtLogin(true);
  expect(readLoginItem()).toBe('on');
  setOpenAtLogin(false);
  expect(readLoginItem()).toBe('off');
});

test('what the person must still allow is not called on', async () => {
  app.$loginItem = { openAtLogin: true, status: 'requires-approval' };
  expect(readLoginItem()).toBe('needs-approval');
  await openLoginItemSettings();
  expect(desktopCalls.at(-1)).toMatch(/^openExternal x-apple\.systempreferences:/);
});
