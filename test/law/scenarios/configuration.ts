import { known } from '../../../app/core/model/reading.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import {
  checkedAs,
  idleWith,
  makeFormer,
  makeIssue,
  oldInstall,
  saying,
  settingsNow,
  someMinutesAgo,
  writtenAs,
} from '../../core/make-configuration.ts';
import type { Machine } from '../../core/make-machine.ts';
import { at, configPath, gatewayStartedAt, minutes, seconds } from '../../core/make-moment.ts';
import { makeBrokenConfig, makeMark } from '../../core/make-running.ts';
import { makeSnapshot } from '../../core/make-snapshot.ts';
import { makeHistoryFacts } from '../../core/make-stores.ts';

const former = makeFormer(settingsNow);
const withBogus = { gateway: { mode: 'local', bogus: 1 } };
const written = writtenAs({ settings: withBogus, former });
const unknownKey = checkedAs(makeIssue());
const wrongType = checkedAs(makeIssue({ path: 'gateway.port', setting: ['gateway', 'port'], kind: 'wrong-type' }));
const removed = (path: string) => ({ path, kind: 'removed', before: '{}', after: null }) as const;
const whole = { gateway: { mode: 'local', auth: { mode: 'token' } }, channels: { telegram: { enabled: true } } };
const ordinary = new SecretMark('1f76c0de', 'ordinary');
const redacted = new SecretMark('2a2a2a2a', 'redacted');
const ark = (apiKey: SecretMark) => ({ gateway: { mode: 'local' }, models: { providers: { ark: { apiKey } } } });
const turned = { path: 'gateway.mode', kind: 'changed', before: '"local"', after: '"remote"' } as const;
const remote = { gateway: { mode: 'remote', remote: { url: 'ws://10.0.0.2:18789' } } };
const port = (number: number) => ({ gateway: { mode: 'local', port: number } });
const restarts = '[reload] config change requires gateway restart (meta.lastTouchedAt)';

/** Machines whose configuration is wrong, or was changed by somebody. */
export const configurationScenarios = {
  'config-syntax': [
    { name: 'a doubled comma', snapshot: makeSnapshot({ config: known(makeBrokenConfig(), at) }) },
    {
      name: 'a doubled comma, and a version from before it',
      snapshot: idleWith({
        config: known(makeBrokenConfig(), at),
        history: known(makeHistoryFacts({ lastRan: former, previous: former }), at),
      }),
    },
  ],
  'config-invalid': [
    { name: 'a setting that it does not know', snapshot: makeSnapshot({ ...written, ...unknownKey }) },
    { name: 'the same, and nothing runs', snapshot: idleWith({ ...written, ...unknownKey }) },
    { name: 'a text for a number', snapshot: idleWith({ ...written, ...wrongType }) },
    {
      name: 'a text for a number, and nothing was kept',
      snapshot: makeSnapshot({ ...writtenAs({ settings: settingsNow }), ...wrongType }),
    },
    {
      name: 'settings of a newer OpenClaw',
      snapshot: makeSnapshot({
        ...writtenAs({ settings: settingsNow, lastTouchedVersion: '2026.9.9' }),
        ...unknownKey,
      }),
    },
  ],
  'config-clobber': [
    {
      name: 'shrunk to one line',
      snapshot: idleWith(
        writtenAs({
          settings: { gateway: { mode: 'local' } },
          former: makeFormer(whole),
          sizeBytes: 43,
          now: { at: someMinutesAgo, changed: [removed('gateway.auth'), removed('channels')] },
        }),
      ),
    },
    {
      name: 'the channels are gone',
      snapshot: makeSnapshot(
        writtenAs({
          settings: settingsNow,
          former: makeFormer(whole),
          now: { at: someMinutesAgo, changed: [removed('channels')] },
        }),
      ),
    },
    {
      name: 'OpenClaw has put an older one in its place',
      snapshot: makeSnapshot(
        writtenAs({
          settings: whole,
          history: {
            backups: [
              {
                name: 'clobbered.2026-09-20T09-30-00-000Z',
                path: `${configPath}.clobbered.2026-09-20T09-30-00-000Z`,
                modifiedAt: someMinutesAgo,
                sizeBytes: 2048,
              },
            ],
          },
        }),
      ),
    },
  ],
  'mode-missing': [
    {
      name: 'nothing runs',
      snapshot: idleWith(writtenAs({ settings: { gateway: { port: 18789 } }, mode: null })),
    },
    {
      name: 'another computer is named',
      snapshot: idleWith(writtenAs({ settings: { gateway: { remote: { url: 'ws://10.0.0.2:18789' } } }, mode: null })),
    },
  ],
  'mode-remote-flip': [
    {
      name: 'turned by another product',
      snapshot: idleWith(
        writtenAs({
          settings: remote,
          mode: 'remote',
          former,
          now: { changed: [turned], by: { kind: 'manager', name: 'ClawX' } },
        }),
      ),
    },
  ],
  'redacted-written': [
    {
      name: 'a key that a former version still has',
      snapshot: makeSnapshot(writtenAs({ settings: ark(redacted), former: makeFormer(ark(ordinary)) })),
    },
    { name: 'a key that nobody has', snapshot: makeSnapshot(writtenAs({ settings: ark(redacted) })) },
  ],
  'reload-loop': [
    {
      name: 'restarted by the same setting',
      snapshot: makeSnapshot({
        ...written,
        ...saying(...[9, 6, 4, 2].map((ago) => makeMark('reload-needs-restart', at - ago * minutes, restarts))),
      }),
    },
  ],
  'restart-pending': [
    {
      name: 'announced, and never done (2026.3.13)',
      snapshot: makeSnapshot({
        ...writtenAs({
          settings: port(18790),
          modifiedAt: someMinutesAgo,
          former: makeFormer(port(18789), { ranAt: gatewayStartedAt }),
        }),
        ...oldInstall,
        ...saying(
          makeMark(
            'reload-needs-restart',
            someMinutesAgo + seconds,
            '[reload] config change requires gateway restart (gateway.port)',
          ),
        ),
      }),
    },
    {
      name: 'seen, and nothing said',
      snapshot: makeSnapshot(
        writtenAs({
          settings: port(18790),
          modifiedAt: someMinutesAgo,
          former: makeFormer(port(18789), { ranAt: gatewayStartedAt }),
        }),
      ),
    },
  ],
} as const satisfies Readonly<Record<string, readonly Machine[]>>;
