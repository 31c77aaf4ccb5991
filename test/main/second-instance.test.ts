import { afterAll, expect, test, vi } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { app } from '../electron-double/app.ts';
import { launch, shutDown } from '../electron-double/launch.ts';
import { trays } from '../electron-double/tray.ts';
import { builtMain } from './running-app.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

afterAll(() => shutDown());

test('a second start leaves at once, without an icon', async () => {
  await ensureBuilt();
  app.$hasLock = false;
  await launch(() => import(builtMain));
  expect(app.$calls).toEqual(['enableSandbox', 'quit']);
  expect(trays).toEqual([]);
});
