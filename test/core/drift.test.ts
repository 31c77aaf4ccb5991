import { describe, expect, test } from 'vitest';
import { deriveDrift, type DriftSituation } from '../../app/core/drift.ts';
import { writeDrift } from '../../app/core/drift-words.ts';
import type { DriftMemory } from '../../app/core/model/drift.ts';
import { emptyDriftMemory } from '../../app/core/model/drift.ts';
import type { Version, Writer } from '../../app/core/model/history.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { known, unknown } from '../../app/core/model/reading.ts';
import { makePicture, makeProcess, makeSnapshot, readAt } from '../fakes/snapshots.ts';
import {
  bindOpened,
  firstSeen,
  makeHistoryFacts,
  makeVersion,
  portMoved,
  stamped,
  tokenGone,
} from '../fakes/versions.ts';

const base = makeVersion({ id: 'v0', by: firstSeen, changed: [], at: readAt - 3_600_000 });
const settled: DriftMemory = { ...emptyDriftMemory, settled: { [base.file]: 'v0' } };
const minute = 60_000;

/** Versions newest first, as the probe gives them. */
function picture(versions: readonly Version[], change: Partial<Picture> = {}): Picture {
  const snapshot = makeSnapshot({ history: known(makeHistoryFacts(versions), readAt) });
  return makePicture({ snapshot, ...change });
}

const situation = (change: Partial<DriftSituation> = {}): DriftSituation => ({
  now: readAt,
  isOn: true,
  snoozedUntil: null,
  ...change,
});

/** Looks now, and again when it asks for it; `told` is what came of it. */
function watch(shown: Picture, memory: DriftMemory = settled, change: Partial<DriftSituation> = {}) {
  const first = deriveDrift(memory, shown, situation(change));
  if (first.drift !== null || first.againAt === null) return { ...first, told: first.drift };
  const again = deriveDrift(first.memory, shown, situation({ ...change, now: first.againAt }));
  return { ...again, told: again.drift, againAt: first.againAt };
}

describe('nothing is told', () => {
  test.each<[string, readonly Version[]]>([
    ['nothing has changed', [base]],
    ['only the layout has', [makeVersion({ changed: [] }), base]],
    ['only what OpenClaw stamps has', [makeVersion({ changed: [stamped] }), base]],
    ['we wrote it', [makeVersion({ by: { kind: 'clawtender', runId: 'r' } }), base]],
    ['it was seen for the first time', [makeVersion({ by: firstSeen }), base]],
    ['it was put back meanwhile', [putBack(), makeVersion(), base]],
    ['it happened long ago', [makeVersion({ at: readAt - 2 * 86_400_000 }), base]],
  ])('%s', (_name, versions) => {
    const { told, memory, againAt } = watch(picture(versions));
    expect([told, againAt]).toEqual([null, null]);
    expect(memory.settled).toEqual({ [base.file]: versions[0]?.id });
  });

  test.each<[string, Writer]>([
    ['config set', { kind: 'openclaw', command: 'config set' }],
    ['models set', { kind: 'openclaw', command: 'models set' }],
    ['configure', { kind: 'openclaw', command: 'configure' }],
    ['plugins install', { kind: 'openclaw', command: 'plugins install' }],
    ['update', { kind: 'openclaw', command: 'update' }],
  ])('the person ran openclaw %s', (_name, by) => {
    expect(watch(picture([makeVersion({ by }), base])).told).toBeNull();
  });

  test('a new release of OpenClaw brought the file into its shape', () => {
    const touched = { ...stamped, path: 'meta.lastTouchedVersion', before: '"2026.3.13"', after: '"2026.9.6"' };
    const by: Writer = { kind: 'openclaw', command: 'gateway run' };
    expect(watch(picture([makeVersion({ by, changed: [portMoved, touched] }), base])).told).toBeNull();
  });

  test('the app never ran before, or never saw this file', () => {
    expect(watch(picture([makeVersion(), base]), emptyDriftMemory).told).toBeNull();
    expect(watch(picture([makeVersion(), base]), { ...settled, settled: {} }).told).toBeNull();
  });

  test('the history cannot be read: it is not forgotten either', () => {
    const blind = makePicture({ snapshot: makeSnapshot({ history: unknown('timed-out', '', readAt) }) });
    expect(deriveDrift(settled, blind, situation())).toEqual({ memory: settled, drift: null, againAt: null });
  });

  test('it is switched off, and it is not told later', () => {
    const { told, memory } = watch(picture([makeVersion(), base]), settled, { isOn: false });
    expect(told).toBeNull();
    expect(watch(picture([makeVersion(), base]), memory).told).toBeNull();
  });

  test('again of the same', () => {
    const { memory } = watch(picture([makeVersion(), base]));
    expect(watch(picture([makeVersion(), base]), memory, { now: readAt + 60 * minute }).told).toBeNull();
  });

  test('what our own repair touched afterwards: somebody has dealt with it', () => {
    const ours = makeVersion({
      id: 'v2',
      by: { kind: 'clawtender', runId: 'r' },
      changed: [{ ...portMoved, after: '1' }],
    });
    expect(watch(picture([ours, makeVersion(), base])).told).toBeNull();
  });
});

describe('told', () => {
  test('what, who and when, in one sentence', () => {
    const { told } = watch(picture([makeVersion({ at: Date.UTC(2026, 10, 20, 14, 2) }), base]), settled, {
      now: Date.UTC(2026, 10, 20, 14, 3),
    });
    expect(told && writeDrift(told, { locale: 'en', timeZone: 'UTC' })).toBe(
      'gateway.port 18789 → 18790, by another program, 14:02',
    );
  });

  test('with what an undo needs', () => {
    expect(watch(picture([makeVersion(), base])).told).toEqual({
      at: readAt - minute,
      by: { kind: 'other' },
      changes: [{ ...portMoved, file: base.file }],
      ranges: [{ fromId: 'v0', toId: 'v1' }],
    });
  });

  test.each<[string, Writer]>([
    ['doctor', { kind: 'openclaw', command: 'doctor --fix' }],
    ['the gateway itself', { kind: 'openclaw', command: 'gateway run' }],
    ['a command that only reads', { kind: 'openclaw', command: 'models status' }],
    ['config get', { kind: 'openclaw', command: 'config' }],
    ['config validate', { kind: 'openclaw', command: 'config validate' }],
    ['OpenClaw, nobody knows by which command', { kind: 'openclaw', command: null }],
    ['another manager', { kind: 'manager', name: 'ClawX' }],
  ])('of %s', (_name, by) => {
    expect(watch(picture([makeVersion({ by }), base])).told?.by).toEqual(by);
  });

  test('a burst is one, and is told when it is calm', () => {
    const shown = picture([
      makeVersion({ id: 'v3', changed: [tokenGone, stamped] }),
      makeVersion({ id: 'v2', changed: [{ ...portMoved, before: '18790', after: '18791' }] }),
      makeVersion(),
      base,
    ]);
    const first = deriveDrift(settled, shown, situation());
    expect([first.drift, first.againAt]).toEqual([null, readAt + 5_000]);
    const { told } = watch(shown);
    expect(told?.changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['gateway.port', '18789', '18791'],
      ['gateway.auth.token', '"••• 1f76"', null],
    ]);
    expect(told?.ranges).toEqual([{ fromId: 'v0', toId: 'v3' }]);
  });

  test('a burst that grows waits anew, but a minute at most', () => {
    let { memory } = settledPending();
    const versions = [makeVersion(), base];
    const toldAfter: number[] = [];
    for (let second = 3; second < 90; second += 3) {
      versions.unshift(makeVersion({ id: `v${second}`, changed: [{ ...portMoved, after: String(second) }] }));
      const outcome = deriveDrift(memory, picture(versions), situation({ now: readAt + second * 1000 }));
      memory = outcome.memory;
      if (outcome.drift !== null) toldAfter.push(second);
    }
    expect(toldAfter).toEqual([60]);
  });

  test('of a file that is included, too, in the same notification', () => {
    const extra = { file: '/Users/alice/.openclaw/models.json5', kind: 'include' } as const;
    const included = [makeVersion({ ...extra, id: 'w1', changed: [bindOpened] }), makeVersion({ ...extra, id: 'w0' })];
    const memory = { ...settled, settled: { [base.file]: 'v0', [extra.file]: 'w0' } };
    const { told } = watch(picture([makeVersion(), base, ...included]), memory);
    expect(told?.changes).toHaveLength(2);
    expect(told?.ranges).toEqual([
      { fromId: 'v0', toId: 'v1' },
      { fromId: 'w0', toId: 'w1' },
    ]);
  });

  test('around a write of ours the undo leaves that write alone', () => {
    const ours = makeVersion({ id: 'v2', by: { kind: 'clawtender', runId: 'r' }, changed: [bindOpened] });
    const { told } = watch(picture([makeVersion({ id: 'v3', changed: [tokenGone] }), ours, makeVersion(), base]));
    expect(told?.changes.map(({ path }) => path)).toEqual(['gateway.port', 'gateway.auth.token']);
    expect(told?.ranges).toEqual([
      { fromId: 'v0', toId: 'v1' },
      { fromId: 'v2', toId: 'v3' },
    ]);
  });

  test('not by whom, when several did', () => {
    const shown = picture([
      makeVersion({ id: 'v2', by: { kind: 'manager', name: 'ClawX' }, changed: [bindOpened] }),
      makeVersion(),
      base,
    ]);
    const { told } = watch(shown);
    expect(told?.by).toBeNull();
    expect(told && writeDrift(told, { locale: 'en', timeZone: 'UTC' })).toContain(', by several programs, ');
  });

  test('three changes are named, the others counted', () => {
    const changed = ['a', 'b', 'c', 'd', 'e'].map((path) => Object.assign({}, portMoved, { path }));
    const { told } = watch(picture([makeVersion({ changed }), base]));
    expect(told && writeDrift(told, { locale: 'en', timeZone: 'UTC' })).toContain('c 18789 → 18790; and 2 more, by');
  });
});

describe('told later', () => {
  const shown = picture([makeVersion({ id: 'v2', changed: [bindOpened] }), makeVersion(), base]);
  const told: DriftMemory = { settled: { [base.file]: 'v1' }, toldAt: readAt - 5 * minute, pending: null };

  test('after a quarter of an hour’s rest', () => {
    const { againAt, told: drift } = watch(shown, told);
    expect(againAt).toBe(readAt + 10 * minute);
    expect(drift?.changes.map(({ path }) => path)).toEqual(['gateway.bind']);
  });

  test('when the pause is over', () => {
    const { againAt, told: drift } = watch(shown, settled, { snoozedUntil: readAt + 60 * minute });
    expect(againAt).toBe(readAt + 60 * minute);
    expect(drift).not.toBeNull();
  });

  test.each<[string, Partial<Picture>]>([
    ['a repair of ours runs', { activity: { action: 'repair', startedAt: readAt } }],
    [
      'OpenClaw is being updated',
      {
        snapshot: makeSnapshot({
          history: known(makeHistoryFacts([makeVersion(), base]), readAt),
          processes: known([makeProcess({ role: 'maintenance', commandLine: 'npm install openclaw' })], readAt),
        }),
      },
    ],
  ])('while %s: with the picture after it', (_name, change) => {
    const held = deriveDrift(settled, picture([makeVersion(), base], change), situation());
    expect([held.drift, held.againAt]).toEqual([null, null]);
    expect(watch(picture([makeVersion(), base]), held.memory).told).not.toBeNull();
  });

  test('or never, when it is put back before', () => {
    const waiting = deriveDrift(settled, picture([makeVersion(), base]), situation());
    expect(watch(picture([putBack(), makeVersion(), base]), waiting.memory).told).toBeNull();
  });
});

function putBack(): Version {
  return makeVersion({ id: 'v2', changed: [{ ...portMoved, before: '18790', after: '18789' }] });
}

function settledPending() {
  return deriveDrift(settled, picture([makeVersion(), base]), situation());
}
