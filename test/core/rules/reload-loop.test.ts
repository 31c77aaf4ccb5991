import { known } from '../../../app/core/model/reading.ts';
import type { Version, Writer } from '../../../app/core/model/history.ts';
import { makeVersion, saying, settingsNow, writtenAs } from '../make-configuration.ts';
import { at, configPath, minutes, seconds } from '../make-moment.ts';
import { makeMark, makeProcess } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const wants = (keys: string, ago: number) =>
  makeMark('reload-needs-restart', at - ago, `[reload] config change requires gateway restart (${keys})`);
const many = [9, 6, 4, 2].map((ago) => wants('meta.lastTouchedAt', ago * minutes));
const write = (index: number, path: string, by: Writer, ago = index * 30 * seconds): Version =>
  makeVersion({
    id: `v${9 - index}`,
    sha256: index === 0 ? 'c0ffee' : `b${index}`,
    at: at - ago,
    by,
    changed: [{ path, kind: 'changed', before: '1', after: '2' }],
  });
const clawX: Writer = { kind: 'manager', name: 'ClawX' };
const written = (versions: readonly Version[]) => writtenAs({ settings: settingsNow, history: { versions } });
const five = [0, 1, 2, 3, 4];

checkRule('reload-loop', {
  silent: [
    { name: 'one restart after an edit', snapshot: makeSnapshot(saying(wants('gateway.port', minutes))) },
    {
      name: 'a person changes four settings that want one each',
      snapshot: makeSnapshot(
        saying(...['gateway.port', 'gateway.bind', 'plugins.allow', 'gateway.tls'].map((key) => wants(key, minutes))),
      ),
    },
    {
      name: 'four restarts over an hour',
      snapshot: makeSnapshot(saying(...[50, 40, 30, 20].map((ago) => wants('gateway.port', ago * minutes)))),
    },
    {
      name: 'a person saves five times, another setting each time',
      snapshot: makeSnapshot(written(five.map((index) => write(index, `tools.t${index}`, { kind: 'other' })))),
    },
    {
      name: 'a person tries the same setting four times',
      snapshot: makeSnapshot(
        written(five.slice(1).map((index) => write(index - 1, 'gateway.port', { kind: 'other' }))),
      ),
    },
    {
      name: 'five times in an hour',
      snapshot: makeSnapshot(
        written(five.map((index) => write(index, 'gateway.port', { kind: 'other' }, index * 12 * minutes))),
      ),
    },
    {
      name: 'we wrote',
      snapshot: makeSnapshot(written(five.map((index) => write(index, 'x.y', { kind: 'clawtender', runId: null })))),
    },
    {
      name: 'an update writes',
      snapshot: makeSnapshot({
        ...written(five.map((index) => write(index, 'x.y', clawX))),
        processes: known(
          [makeProcess(), makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'openclaw update' })],
          at,
        ),
      }),
    },
  ],
  loud: [
    {
      name: 'four restarts in ten minutes by the same setting',
      snapshot: makeSnapshot({ ...written([write(0, 'meta.lastTouchedAt', clawX)]), ...saying(...many) }),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { path: configPath, what: 'restarts', count: 4, keys: 'meta.lastTouchedAt', writer: 'ClawX' },
      evidence: ['[reload] config change requires gateway restart (meta.lastTouchedAt)'],
    },
    {
      name: 'another product writes the same setting again and again',
      snapshot: makeSnapshot(written(five.map((index) => write(index, 'gateway.auth.token', clawX)))),
      subject: configPath,
      severity: 'notice',
      certainty: 'likely',
      args: { path: configPath, what: 'writes', count: 5, keys: 'gateway.auth.token', writer: 'ClawX' },
      evidence: [new Date(at).toISOString()],
    },
  ],
});
