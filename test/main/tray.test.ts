import { beforeAll, expect, test, vi } from 'vitest';
import { iconShapes } from '../../app/core/view.ts';
import type { MenuCommand } from '../../app/main/menu.ts';
import { createTrayIcon, isBelowScreen } from '../../app/main/tray.ts';
import type { TrayIcon } from '../../app/main/tray.ts';
import { app } from '../electron-double/app.ts';
import { trays } from '../electron-double/tray.ts';
import type { TrayDouble } from '../electron-double/tray.ts';
import { makeView } from '../renderer/make-view.ts';
import { openMenu, shapeOf } from './running-app.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

const performed: MenuCommand[] = [];
let icon: TrayIcon;
let tray: TrayDouble;

beforeAll(() => {
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  app.$becomeReady();
  icon = createTrayIcon({
    rows: () => [
      { kind: 'text', label: 'Gateway: reading…' },
      { kind: 'separator' },
      {
        kind: 'tick',
        label: 'Open at Login',
        ticked: true,
        command: { kind: 'set-open-at-login', openAtLogin: false },
      },
      {
        kind: 'submenu',
        label: 'Model: kimi',
        rows: [{ kind: 'tick', label: 'glm', ticked: false, command: { kind: 'preview-model', ref: 'ark/glm-4.7' } }],
      },
      { kind: 'press', label: 'Quit', accelerator: 'CommandOrControl+Q', command: { kind: 'quit' } },
    ],
    perform: (command) => performed.push(command),
    onOpen: () => undefined,
    firstToolTip: 'Gateway: reading…',
  });
  const [made] = trays;
  if (made === undefined) throw new Error('there is no icon');
  tray = made;
});

test('before the first look the icon claims nothing', () => {
  expect([shapeOf(tray), tray.$toolTip]).toEqual(['question', 'Gateway: reading…']);
});

test.each([...new Set(Object.values(iconShapes))])('%s has its own silhouette, as a template', (shape) => {
  icon.show(makeView({ icon: shape, sentence: `It is ${shape}.` }));
  expect([shapeOf(tray), tray.$toolTip, tray.$image.isTemplateImage()]).toEqual([shape, `It is ${shape}.`, true]);
});

test('what runs now is the tooltip', () => {
  icon.show(makeView({ activity: { action: 'restart', text: 'Restarting…', startedAt: 0 } }));
  expect(tray.$toolTip).toBe('Restarting…');
});

test('a menu that is open stays as it is', () => {
  openMenu(tray);
  const open = tray.$openMenu;
  icon.show(makeView({ icon: 'hollow' }));
  expect(tray.$openMenu).toBe(open);
});

test('rows do what they say', () => {
  const [text, , tick, submenu, press] = openMenu(tray);
  expect(text?.enabled).toBe(false);
  tick?.click();
  submenu?.submenu?.items[0]?.click();
  press?.click();
  expect(submenu?.label).toBe('Model: kimi');
  expect(performed).toEqual([
    { kind: 'set-open-at-login', openAtLogin: false },
    { kind: 'preview-model', ref: 'ark/glm-4.7' },
    { kind: 'quit' },
  ]);
});

test.each([
  [0, false],
  [875, false],
  [900, true],
  [901, true],
])('an icon at y = %i of a screen of 900 is hidden: %s', (y, hidden) => {
  tray.$bounds = { x: 0, y, width: 24, height: 24 };
  expect(icon.isHidden()).toBe(hidden);
  expect(isBelowScreen({ y: y - 900 }, { y: -900, height: 900 })).toBe(hidden);
});
