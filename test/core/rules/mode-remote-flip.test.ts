import { expect, test } from 'vitest';
import { absent } from '../../../app/core/model/reading.ts';
import type { Version } from '../../../app/core/model/history.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { idleWith, makeFormer, makeVersion, settingsNow, writtenAs } from '../make-configuration.ts';
import { makeMemory } from '../make-machine.ts';
import { at, configPath, hours } from '../make-moment.ts';
import type { Change } from '../make-moment.ts';
import { checkRule, findWith } from './check-rule.ts';

const remote = { gateway: { mode: 'remote', remote: { url: 'ws://10.0.0.2:18789' } } };
const former = makeFormer(settingsNow);
const turned = { path: 'gateway.mode', kind: 'changed', before: '"local"', after: '"remote"' } as const;
const flipped = (now: Change<Version>) =>
  writtenAs({ settings: remote, mode: 'remote', former, now: { changed: [turned], ...now } });
const withToken = (token: SecretMark) =>
  writtenAs({
    settings: { gateway: { mode: 'remote', remote: { url: 'ws://10.0.0.2:18789', token } } },
    mode: 'remote',
  });

checkRule('mode-remote-flip', {
  evenHandsOff: true,
  silent: [
    { name: 'remote from the beginning', snapshot: idleWith(writtenAs({ settings: remote, mode: 'remote' })) },
    {
      name: 'an ordinary token for the other computer',
      snapshot: idleWith(withToken(new SecretMark('1f76c0de', 'ordinary'))),
    },
    { name: 'no service stands here', snapshot: idleWith({ ...flipped({}), definition: absent(at) }) },
    {
      name: 'a person set it with OpenClaw’s own command',
      snapshot: idleWith(flipped({ by: { kind: 'openclaw', command: 'config set' } })),
    },
    { name: 'with the wizard', snapshot: idleWith(flipped({ by: { kind: 'openclaw', command: 'configure' } })) },
    {
      name: 'we did, because a person said so',
      snapshot: idleWith(flipped({ by: { kind: 'clawtender', runId: 'r' } })),
    },
    {
      name: 'no gateway ever ran here',
      snapshot: idleWith({ ...writtenAs({ settings: remote, mode: 'remote', now: { changed: [turned] } }) }),
    },
    {
      name: 'it was remote before, too',
      snapshot: idleWith(
        writtenAs({ settings: remote, mode: 'remote', former: makeFormer(remote), now: { changed: [turned] } }),
      ),
    },
  ],
  loud: [
    {
      name: 'turned by the official app',
      snapshot: idleWith(flipped({ by: { kind: 'manager', name: 'OpenClaw.app' } })),
      subject: configPath,
      severity: 'degraded',
      certainty: 'likely',
      args: { path: configPath, why: 'was-local', writer: 'OpenClaw.app', at: at - hours },
      evidence: ['gateway.mode: remote', 'gateway.mode: local → remote'],
    },
    {
      name: 'turned by nobody knows whom',
      snapshot: idleWith(flipped({})),
      subject: configPath,
      severity: 'degraded',
      certainty: 'likely',
      args: { path: configPath, why: 'was-local', writer: null, at: at - hours },
      evidence: ['gateway.mode: local → remote'],
    },
  ],
});

test.each(['odd', 'not-a-value'] as const)('speaks of a token that is none (%s)', (shape) => {
  const snapshot = idleWith(withToken(new SecretMark('1f76c0de', shape)));
  expect(findWith('mode-remote-flip', snapshot, makeMemory())).toMatchObject([
    { certainty: 'likely', args: { path: configPath, why: 'odd-token', writer: null, at: null } },
  ]);
});

test('the write that turned it is named, not one after it', () => {
  const snapshot = idleWith(
    writtenAs({
      settings: remote,
      mode: 'remote',
      former,
      history: {
        versions: [
          makeVersion({ id: 'v3' }),
          makeVersion({ sha256: 'b', by: { kind: 'manager', name: 'ClawX' }, at: at - 2 * hours, changed: [turned] }),
          former.version,
        ],
      },
    }),
  );
  expect(findWith('mode-remote-flip', snapshot, makeMemory())).toMatchObject([
    { args: { writer: 'ClawX', at: at - 2 * hours } },
  ]);
});
