import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../app/core/model/reading.ts';
import { concernsService, deriveWatchPaths } from '../../app/engine/watch-paths.ts';
import { makeDevices } from '../core/make-stores.ts';
import { makeDefinition, makeSnapshot, readAt } from '../fakes/snapshots.ts';

const state = '/Users/alice/.openclaw';
const pathsOf = (change: Parameters<typeof makeSnapshot>[0]) => deriveWatchPaths(makeSnapshot(change), '/notes');
const agent = (id: string, folder = `${state}/agents/${id}`) =>
  ({ id, folder, models: null, auth: null, sessions: null }) as const;

describe('the stores beside the configuration', () => {
  it('are watched by file, never what a gateway writes as it works', () => {
    const paths = pathsOf({
      devices: known(makeDevices({ store: 'files' }), readAt),
      agents: known({ agents: [agent('main'), agent('work', '/srv/work')] }, readAt),
    });
    expect(paths).toEqual(
      expect.arrayContaining([
        `${state}/.env`,
        '/Users/alice/.config/openclaw/gateway.env',
        `${state}/identity/device.json`,
        `${state}/identity/device-auth.json`,
        `${state}/devices/paired.json`,
        `${state}/devices/pending.json`,
        `${state}/agents`,
        `${state}/agents/main/agent/models.json`,
        '/srv/work/agent/models.json',
      ]),
    );
    expect(paths.join('\n')).not.toMatch(/sessions|sqlite|auth-profiles|^\/Users\/alice\/\.openclaw$/m);
  });

  it('of the service, not of the shell', () => {
    const definition = makeDefinition();
    const environment = { ...definition.environment, stateDir: '/srv/state' };
    const paths = pathsOf({ definition: known({ ...definition, environment }, readAt) });
    expect(paths).toContain('/srv/state/.env');
    expect(paths).not.toContain(`${state}/.env`);
  });

  it('no device files where a database has them; all where it is not known', () => {
    expect(pathsOf({ devices: known(makeDevices({ store: 'database' }), readAt) })).not.toContain(
      `${state}/devices/paired.json`,
    );
    expect(pathsOf({ devices: unknown('timed-out', '', readAt) })).toContain(`${state}/devices/paired.json`);
  });

  it('of many agents only some are watched', () => {
    const agents = Array.from({ length: 90 }, (_, index) => agent(`a${index}`));
    const models = pathsOf({ agents: known({ agents }, readAt) }).filter((path) => path.endsWith('models.json'));
    expect(models).toHaveLength(30);
  });
});

it('a change of them is no reason to ask for processes', () => {
  const snapshot = makeSnapshot({ agents: known({ agents: [agent('main')] }, readAt) });
  const ofFiles = [`${state}/.env`, `${state}/identity/device.json`, `${state}/agents/main/agent/models.json`];
  expect(concernsService([...ofFiles, `${state}/openclaw.json`], snapshot)).toBe(false);
  expect(concernsService([...ofFiles, '/Users/alice/Library/LaunchAgents'], snapshot)).toBe(true);
});
