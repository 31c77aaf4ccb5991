import { describe, expect, test } from 'vitest';
import { deriveHistoryView, findTicked } from '../../app/core/history-view.ts';
import type { HistoryFacts } from '../../app/core/model/history.ts';
import type { ComparedVersion } from '../../app/core/model/picture.ts';
import { known, unknown } from '../../app/core/model/reading.ts';
import { makePicture, makeSnapshot, readAt } from '../fakes/snapshots.ts';
import {
  bindOpened,
  configPath,
  firstSeen,
  makeDiff,
  makeHistoryFacts,
  makeListed,
  makeVersion,
  portMoved,
  tokenGone,
} from '../fakes/versions.ts';

const style = { locale: 'en', timeZone: 'UTC' } as const;
const whole = { path: '', kind: 'changed', before: null, after: null } as const;

function derive(facts: HistoryFacts, compared: ComparedVersion | null = null) {
  const snapshot = makeSnapshot({ history: known(facts, readAt) });
  return deriveHistoryView(makePicture({ snapshot, compared }), 0, style);
}

const comparison = (outcome: ComparedVersion['outcome']) =>
  derive(makeHistoryFacts([makeVersion()]), { reference: 'v1', outcome }).compared;

describe('the timeline', () => {
  test('says that there is nothing, or that nothing could be read', () => {
    expect(derive(makeHistoryFacts([])).empty).toContain('Nothing is kept yet');
    const blind = makePicture({ snapshot: makeSnapshot({ history: unknown('timed-out', '', readAt) }) });
    expect(deriveHistoryView(blind, 0, style).empty).toBe('What is kept could not be read.');
    expect(derive(makeHistoryFacts([makeVersion()])).empty).toBeNull();
  });

  test('has versions and OpenClaw’s own copies, newest first, and knows what each file holds now', () => {
    const include = makeVersion({ id: 'w1', file: '/Users/alice/.openclaw/models.json5', at: readAt - 90_000 });
    const former = makeVersion({ id: 'v0', at: readAt - 120_000, ranAt: readAt - 100_000 });
    const backups = [{ name: 'bak', path: `${configPath}.bak`, modifiedAt: readAt - 61_000, sizeBytes: 1 }];
    const { versions } = derive(makeHistoryFacts([makeVersion(), include, former], { backups }));
    expect(versions.map(({ id, file, isNow, marks }) => [id, file, isNow, marks.join()])).toEqual([
      ['v1', 'openclaw.json', true, 'in the file now'],
      ['bak', 'openclaw.json.bak', false, ''],
      ['w1', 'models.json5', true, 'in the file now'],
      ['v0', 'openclaw.json', false, 'a gateway ran on it'],
    ]);
  });

  test('says what changed, at most four of it', () => {
    const changed = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => Object.assign({}, portMoved, { path }));
    const [version] = derive(makeHistoryFacts([makeVersion({ changed })])).versions;
    expect(version).toMatchObject({ when: '11:59', by: 'by an editor or another program', more: 'and 2 more' });
    expect(version?.changes).toHaveLength(4);
  });

  test('tells the first version of a file from one that changed nothing by meaning', () => {
    const { versions } = derive(
      makeHistoryFacts([makeVersion({ changed: [] }), makeVersion({ id: 'v0', at: 1, by: firstSeen, changed: [] })]),
    );
    expect(versions.map(({ changes }) => changes)).toEqual([
      ['Nothing by meaning: only its formatting or comments'],
      [],
    ]);
  });

  test('is bounded, and says where the others are', () => {
    const versions = Array.from({ length: 35 }, (_each, index) => makeVersion({ id: `v${index}`, at: readAt - index }));
    const view = derive(makeHistoryFacts(versions));
    expect(view.versions).toHaveLength(30);
    expect(view.older).toBe('5 older versions are listed by “clawtender history”.');
  });

  test('says why a version could not be kept', () => {
    expect(derive(makeHistoryFacts([makeVersion()], { fault: 'no space left' })).fault).toBe(
      'A version could not be kept: no space left',
    );
  });
});

describe('a comparison', () => {
  test('has what was then and what is now, secrets as marks', () => {
    expect(comparison(makeDiff({ changes: [portMoved, bindOpened, tokenGone] }))).toMatchObject({
      versionId: 'v1',
      title: '11:59 and now',
      rows: [
        { path: 'gateway.port', former: '18789', now: '18790', tick: 'Restore gateway.port' },
        { path: 'gateway.bind', former: 'nothing', now: '"lan"' },
        { path: 'gateway.auth.token', former: '••• 1f76', now: 'nothing' },
      ],
      message: null,
      restoreAll: 'Restore This Version…',
      restoreTicked: 'Restore Ticked…',
    });
  });

  test.each([
    ['is as it is now', makeDiff({ before: makeListed({ isCurrent: true }), changes: [] }), 'No difference', false],
    ['differs only in its layout', makeDiff({ changes: [] }), 'only its formatting', true],
    ['cannot be compared by setting', makeDiff({ changes: [whole] }), 'cannot be compared', true],
    ['is not kept any more', { kind: 'no-such-version', which: 'v1' } as const, 'cannot be compared', false],
  ])('where a version %s, says so', (_name, outcome, message, restores) => {
    const compared = comparison(outcome);
    expect(compared?.message).toContain(message);
    expect([compared?.restoreAll !== null, compared?.restoreTicked]).toEqual([restores, null]);
  });

  test('is bounded', () => {
    const changes = Array.from({ length: 120 }, (_each, index) =>
      Object.assign({}, portMoved, { path: `a.k${index}` }),
    );
    const compared = comparison(makeDiff({ changes }));
    expect(compared?.rows).toHaveLength(100);
    expect(compared?.message).toBe('and 20 more');
  });
});

describe('ticked rows', () => {
  const compared: ComparedVersion = { reference: 'v1', outcome: makeDiff({ changes: [portMoved, tokenGone] }) };
  const ids = () => derive(makeHistoryFacts([]), compared).compared?.rows.map(({ id }) => id) ?? [];

  test('are the settings behind them', () => {
    expect(findTicked(compared, 'v1', ids().slice(0, 1))).toEqual(['gateway.port']);
    expect(findTicked(compared, 'v1', ids())).toEqual(['gateway.port', 'gateway.auth.token']);
  });

  test('of another comparison, of none, or unknown ones are nothing', () => {
    expect(findTicked(compared, 'v2', ids())).toBeNull();
    expect(findTicked(null, 'v1', ids())).toBeNull();
    expect(findTicked(compared, 'v1', ['gateway.port'])).toBeNull();
    expect(findTicked({ ...compared, outcome: { kind: 'ambiguous', which: 'v1' } }, 'v1', ids())).toBeNull();
  });
});
