import { expect, test } from 'vitest';
import { deriveHistoryView } from '../../app/core/history-view.ts';
import { createHistoryHandlers } from '../../app/web/history-handlers.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makePreview } from '../fakes/repairs.ts';
import { makePicture } from '../fakes/snapshots.ts';
import { makeDiff, portMoved, tokenGone } from '../fakes/versions.ts';

const outcome = makeDiff({ changes: [portMoved, tokenGone] });

function make() {
  const picture = makePicture({ compared: { reference: 'v1', outcome } });
  const engine = makeFakeEngine(picture);
  const rows = deriveHistoryView(picture, 0, { locale: 'en' }).compared?.rows.map(({ id }) => id) ?? [];
  return { engine, rows, handlers: createHistoryHandlers({ engine, locale: () => 'en' }) };
}

const asked = (keys: readonly string[] | null) => ({
  kind: 'preview-restore',
  request: { kind: 'version', reference: 'v1', keys },
});

test('a whole version is previewed', async () => {
  const { engine, handlers } = make();
  engine.restoreWith(makePreview());
  expect(await handlers.previewRestore({ versionId: 'v1', rows: null })).toBeUndefined();
  expect(engine.calls).toEqual([asked(null)]);
});

test('ticked rows become the settings that they stand for', async () => {
  const { engine, rows, handlers } = make();
  engine.restoreWith(makePreview());
  expect(await handlers.previewRestore({ versionId: 'v1', rows: rows.slice(1) })).toBeUndefined();
  expect(engine.calls).toEqual([asked(['gateway.auth.token'])]);
});

test.each([
  { versionId: 'v9', rows: ['x'] },
  { versionId: 'v1', rows: ['gateway.port'] },
])('rows of another comparison, or of none, are nothing: $rows', async (body) => {
  const { engine, handlers } = make();
  expect(await handlers.previewRestore(body)).toContain('nothing to restore');
  expect(engine.calls).toEqual([]);
});

test('why there is nothing to preview is told to who asked', async () => {
  const { engine, handlers } = make();
  engine.restoreWith({ kind: 'no-such-version', which: 'v1' });
  expect(await handlers.previewRestore({ versionId: 'v1', rows: null })).toContain('No version “v1” is kept');
});
