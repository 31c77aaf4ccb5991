import { cannotRead } from '../make-running.ts';
import { makeFormer, makeVersion, settingsNow, writtenAs } from '../make-configuration.ts';
import { at, configPath, hours, minutes } from '../make-moment.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const whole = { gateway: { mode: 'local', auth: { mode: 'token' } }, channels: { telegram: { enabled: true } } };
const former = makeFormer(whole);
const gone = (path: string) => ({ path, kind: 'removed', before: '{}', after: null }) as const;
const changed = (path: string) => ({ path, kind: 'changed', before: '1', after: '2' }) as const;
const writtenAt = at - 30 * minutes;
const withoutChannels = { settings: { gateway: whole.gateway }, former } as const;
const small = { settings: { gateway: { mode: 'local' } }, former, sizeBytes: 43 } as const;
const lostMuch = { at: writtenAt, changed: [gone('gateway.auth'), gone('channels')] };

const clobbered = {
  name: 'clobbered.2026-09-20T09-30-00-000Z',
  path: `${configPath}.clobbered.2026-09-20T09-30-00-000Z`,
  modifiedAt: writtenAt,
  sizeBytes: 2048,
};
const rejected = { ...clobbered, name: 'rejected.x', path: `${configPath}.rejected.x` };

checkRule('config-clobber', {
  silent: [
    { name: 'nothing was kept yet', snapshot: makeSnapshot(writtenAs({ settings: settingsNow })) },
    { name: 'the history cannot be read', snapshot: makeSnapshot({ ...writtenAs(small), history: cannotRead() }) },
    {
      name: 'OpenClaw stamps its meta at each write',
      snapshot: makeSnapshot(
        writtenAs({ settings: whole, former, now: { changed: [gone('meta.lastTouchedAt'), changed('meta.x')] } }),
      ),
    },
    {
      name: 'comments are lost, and with them half of the file',
      snapshot: makeSnapshot(
        writtenAs({ settings: whole, former, sizeBytes: 700, now: { at: writtenAt, changed: [] } }),
      ),
    },
    {
      name: 'a person changes a value and takes another out',
      snapshot: makeSnapshot(
        writtenAs({ settings: whole, former, now: { changed: [changed('gateway.port'), gone('tools.allow')] } }),
      ),
    },
    {
      name: 'a person takes a channel out with OpenClaw’s own command',
      snapshot: makeSnapshot(
        writtenAs({
          ...withoutChannels,
          now: { by: { kind: 'openclaw', command: 'config unset' }, changed: [gone('channels')] },
        }),
      ),
    },
    {
      name: 'it came back meanwhile',
      snapshot: makeSnapshot(writtenAs({ settings: whole, former, now: { changed: [gone('channels')] } })),
    },
    {
      name: 'it is in an included file now',
      snapshot: makeSnapshot(
        writtenAs({
          settings: whole,
          former,
          sizeBytes: 90,
          now: lostMuch,
          includes: ['/Users/alice/.openclaw/more.json'],
        }),
      ),
    },
    {
      name: 'long ago',
      snapshot: makeSnapshot(writtenAs({ ...small, now: { ...lostMuch, at: at - 30 * hours } })),
    },
    {
      name: 'we restored it so',
      snapshot: makeSnapshot(writtenAs({ ...small, now: { ...lostMuch, by: { kind: 'clawtender', runId: 'r' } } })),
    },
    {
      name: 'the file was written again since the history was read',
      snapshot: makeSnapshot(writtenAs({ ...small, now: { ...lostMuch, sha256: 'another' } })),
    },
    {
      name: 'a file of a few lines is halved',
      snapshot: makeSnapshot(
        writtenAs({
          settings: settingsNow,
          former: makeFormer(whole, { sizeBytes: 200 }),
          sizeBytes: 60,
          now: { changed: [gone('tools')] },
        }),
      ),
    },
    {
      name: 'an old copy of something thrown away',
      snapshot: makeSnapshot(
        writtenAs({ settings: whole, history: { backups: [{ ...clobbered, modifiedAt: at - 48 * hours }] } }),
      ),
    },
    {
      name: 'what was thrown away was written again since',
      snapshot: makeSnapshot(
        writtenAs({
          settings: whole,
          now: { at: at - 5 * minutes, changed: [changed('gateway.port')] },
          history: { backups: [clobbered] },
        }),
      ),
    },
  ],
  loud: [
    {
      name: 'shrunk to one line by an unknown program',
      snapshot: makeSnapshot(writtenAs({ ...small, now: lostMuch })),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: {
        path: configPath,
        what: 'shrunk',
        keys: 'gateway.auth, channels',
        count: 2,
        writer: null,
        at: writtenAt,
      },
      evidence: ['2048 → 43 bytes', 'channels: gone'],
    },
    {
      name: 'the mode is lost, by the wizard of OpenClaw',
      snapshot: makeSnapshot(
        writtenAs({
          settings: { gateway: { auth: { mode: 'token' } } },
          former,
          mode: null,
          now: {
            at: writtenAt,
            by: { kind: 'openclaw', command: 'configure' },
            changed: [gone('gateway.mode'), gone('tools.x')],
          },
        }),
      ),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: {
        path: configPath,
        what: 'keys-lost',
        keys: 'gateway.mode',
        count: 1,
        writer: 'openclaw configure',
        at: writtenAt,
      },
      evidence: ['gateway.mode: gone'],
    },
    {
      name: 'the channels are gone, by an editor that may be a person',
      snapshot: makeSnapshot(writtenAs({ ...withoutChannels, now: { at: writtenAt, changed: [gone('channels')] } })),
      subject: configPath,
      severity: 'degraded',
      certainty: 'likely',
      args: { path: configPath, what: 'keys-lost', keys: 'channels', count: 1, writer: null, at: writtenAt },
      evidence: ['channels: gone'],
    },
    {
      name: 'another product wrote once more after it',
      snapshot: makeSnapshot(
        writtenAs({
          ...withoutChannels,
          now: { at: at - minutes, by: { kind: 'manager', name: 'ClawX' }, changed: [changed('ui.x')] },
          history: {
            versions: [
              makeVersion({
                id: 'v3',
                at: at - minutes,
                by: { kind: 'manager', name: 'ClawX' },
                changed: [changed('ui.x')],
              }),
              makeVersion({
                sha256: 'b',
                at: writtenAt,
                by: { kind: 'manager', name: 'ClawX' },
                changed: [gone('channels')],
              }),
              former.version,
            ],
          },
        }),
      ),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { path: configPath, what: 'keys-lost', keys: 'channels', count: 1, writer: 'ClawX', at: writtenAt },
      evidence: ['channels: gone'],
    },
    {
      name: 'OpenClaw has put an older one in its place',
      snapshot: makeSnapshot(writtenAs({ settings: whole, history: { backups: [rejected, clobbered] } })),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: {
        path: configPath,
        what: 'rolled-back',
        keys: clobbered.path,
        count: 0,
        writer: 'OpenClaw',
        at: writtenAt,
      },
      evidence: [clobbered.path],
    },
    {
      name: 'OpenClaw refused a write',
      snapshot: makeSnapshot(writtenAs({ settings: whole, history: { backups: [rejected] } })),
      subject: configPath,
      severity: 'notice',
      certainty: 'certain',
      args: {
        path: configPath,
        what: 'write-refused',
        keys: rejected.path,
        count: 0,
        writer: 'OpenClaw',
        at: writtenAt,
      },
      evidence: [rejected.path],
    },
  ],
});
