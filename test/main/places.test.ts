import { beforeEach, expect, test, vi } from 'vitest';
import { known } from '../../app/core/model/reading.ts';
import { openDashboard, openLog } from '../../app/main/places.ts';
import { desktopCalls } from '../electron-double/desktop.ts';
import { makeConfig, makePicture, makeReach, makeSnapshot, readAt } from '../fakes/snapshots.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

beforeEach(() => void (desktopCalls.length = 0));

test.each([
  '/Applications/Calculator.app',
  '/Users/alice/gateway',
  '/Users/alice/run.command',
  '/Users/alice/gateway.log.app',
  '/dev/null',
])('%s could start something: it is only shown', async (path) => {
  await openLog(path);
  expect(desktopCalls).toEqual([`showItemInFolder ${path}`]);
});

test.each(['/Users/alice/Library/Logs/openclaw/gateway.log', '/Users/alice/网关 日志.txt'])(
  '%s is a text and opens',
  async (path) => {
    await openLog(path);
    expect(desktopCalls).toEqual([`openPath ${path}`]);
  },
);

test('the dashboard is on this machine, whatever the configuration says', async () => {
  const content = makeConfig().content;
  if (content.kind === 'broken') throw new Error('the fixture is broken');
  const config = makeConfig({ content: { ...content, controlUiBasePath: '@example.com/?token=x', bind: 'lan' } });
  const snapshot = makeSnapshot({
    config: known(config, readAt),
    reach: known(makeReach({ host: '192.168.1.5', scheme: 'https' }), readAt),
  });
  await openDashboard(makePicture({ snapshot }));
  expect(desktopCalls).toEqual(['openExternal https://127.0.0.1:18789/']);
});
