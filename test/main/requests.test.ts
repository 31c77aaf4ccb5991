import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { View } from '../../app/core/model/view.ts';
import { createActions } from '../../app/main/actions.ts';
import { createChoices, endOfSnooze } from '../../app/main/choices.ts';
import { performCommand } from '../../app/main/commands.ts';
import { createExtras } from '../../app/main/extras.ts';
import { createRequestHandlers } from '../../app/main/requests.ts';
import type { Views } from '../../app/main/views.ts';
import { clipboard } from '../electron-double/desktop.ts';
import { configured } from '../core/configured-machines.ts';
import { makeFakeClock } from '../fakes/fake-clock.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeSettings } from '../fakes/fake-settings.ts';
import { makePreview, makeRun } from '../fakes/repairs.ts';
import { makePicture, readAt } from '../fakes/snapshots.ts';
import { configPath, portMoved } from '../fakes/versions.ts';
import { cliInstructions, makeView, strayPreview } from '../renderer/make-view.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

beforeEach(() => clipboard.writeText(''));

function make(view: View = makeView()) {
  const engine = makeFakeEngine(makePicture());
  const show = vi.fn<() => void>();
  const views: Views = {
    current: () => view,
    locale: () => 'en',
    onView: () => undefined,
    refresh: () => undefined,
    chooseLocale: async () => undefined,
  };
  const actions = createActions(engine, views, { show });
  const extras = createExtras();
  const settings = makeFakeSettings();
  const choices = createChoices({ settings, clock: makeFakeClock(readAt), views });
  const situation = { engine, views, actions, details: { show }, choices, extras };
  return { engine, show, actions, settings, extras, situation, handlers: createRequestHandlers(situation) };
}

test('the preview of a repair is opened and closed', async () => {
  const { engine, handlers } = make();
  engine.previewWith(makePreview());
  await handlers.previewRepair({ findingId: 'a:b' });
  await handlers.previewRepair({ findingId: null });
  expect(engine.calls).toEqual([
    { kind: 'preview', findingId: 'a:b' },
    { kind: 'preview', findingId: null },
  ]);
});

test('from the menu a preview is there before the window shows', async () => {
  const { engine, show, situation } = make();
  engine.previewWith(makePreview());
  show.mockImplementation(() => expect(engine.current()?.preview).toEqual(makePreview()));
  await performCommand({ kind: 'preview-repair', findingId: 'a:b' }, situation);
  expect(show).toHaveBeenCalledOnce();
});

test('from the menu another model is shown before the window is, and one that is gone shows what there is', async () => {
  const { engine, show, situation } = make();
  const settings = { models: { providers: { ark: { models: [{ id: 'glm-4.7' }] } } } };
  engine.publish({ ...makePicture(), snapshot: configured(settings) });
  engine.previewWith(makePreview());
  show.mockImplementationOnce(() => expect(engine.current()?.preview).toEqual(makePreview()));
  await performCommand({ kind: 'preview-model', ref: 'ark/glm-4.7' }, situation);
  await performCommand({ kind: 'preview-model', ref: 'ark/gone' }, situation);
  expect(show).toHaveBeenCalledTimes(2);
  expect(engine.calls).toEqual([{ kind: 'preview-wish', wish: { code: 'model-use', ref: 'ark/glm-4.7' } }]);
});

test('a typed key is held, and the reply has its ticket alone', async () => {
  const { engine, handlers } = make();
  expect(await handlers.holdKey({ key: 'sk-1' })).toEqual({ ticket: 't-1' });
  expect(engine.typed).toEqual(['sk-1']);
});

test('a repair and an undo are underway until they end, and a run needs no notice', async () => {
  const { engine, actions, handlers } = make();
  engine.repairWith({ kind: 'ended', run: makeRun() });
  engine.repairWith({ kind: 'ended', run: makeRun({ undoes: 'run-1' }) });
  const repairing = handlers.executeRepair({ planId: 'plan-1', confirmed: true });
  expect(actions.underway()).not.toBeNull();
  expect(await repairing).toBeUndefined();
  expect(await handlers.undoRun({ runId: 'run-1', confirmed: true })).toBeUndefined();
  expect(actions.underway()).toBeNull();
  expect(engine.calls).toEqual([
    { kind: 'repair', planId: 'plan-1', confirmed: true },
    { kind: 'undo', runId: 'run-1', confirmed: true, dryRun: false },
  ]);
});

test('who asks second is told who is at work', async () => {
  const { engine, handlers } = make();
  const by = { pid: 777, face: 'command-line', action: 'repair', profile: null, startedAt: readAt } as const;
  engine.repairWith({ kind: 'busy', by });
  expect(await handlers.executeRepair({ planId: 'plan-1', confirmed: true })).toBe(
    'Clawtender in a terminal (process 777) is repairing something now. Nothing was done; wait until that is over.',
  );
});

test('the instructions that are shown are copied, and nothing else', async () => {
  await make(makeView({ preview: cliInstructions })).handlers.copyInstructions({});
  expect(await clipboard.readText()).toBe('npm install --global openclaw\nopenclaw gateway install\n');
  await clipboard.writeText('');
  for (const preview of [null, strayPreview]) {
    await expect(make(makeView({ preview })).handlers.copyInstructions({})).rejects.toThrow('no instructions');
  }
  expect(await clipboard.readText()).toBe('');
});

test('switches and pauses are kept', async () => {
  const { settings, handlers } = make();
  await handlers.switchNews({ kind: 'degraded', on: false });
  await handlers.switchAutomatic({ on: true });
  await handlers.snoozeNews({ choice: 'hour' });
  expect(settings.current()).toMatchObject({
    news: { degraded: false, down: true },
    automatic: true,
    snoozedUntil: readAt + 3_600_000,
  });
  await handlers.snoozeNews({ choice: 'off' });
  expect(settings.current().snoozedUntil).toBeNull();
});

test.each([
  ['in the evening', new Date(2026, 8, 20, 22, 30), new Date(2026, 8, 21, 8)],
  ['after midnight', new Date(2026, 8, 21, 0, 30), new Date(2026, 8, 22, 8)],
  ['at the end of a month', new Date(2026, 8, 30, 12), new Date(2026, 9, 1, 8)],
])('a pause until tomorrow, %s, ends in the morning', (_when, now, end) => {
  expect(endOfSnooze('tomorrow', now.getTime())).toBe(end.getTime());
});

test('Settings… asks the panel for them and shows the window', async () => {
  const { show, extras, situation } = make();
  await performCommand({ kind: 'show-settings' }, situation);
  expect([extras.asked(), show.mock.calls.length]).toEqual([1, 1]);
});

describe('the history', () => {
  const drift = {
    at: readAt,
    by: { kind: 'other' },
    changes: [{ ...portMoved, file: configPath }],
    ranges: [{ fromId: 'v0', toId: 'v1' }],
  } as const;

  test('a version is compared, and the comparison closed', async () => {
    const { engine, handlers } = make();
    await handlers.compareVersion({ versionId: 'v1' });
    await handlers.compareVersion({ versionId: null });
    expect(engine.calls).toEqual([
      { kind: 'compare', reference: 'v1' },
      { kind: 'compare', reference: null },
    ]);
  });

  test('of a change that is listed, the undo is previewed', async () => {
    const { engine, extras, handlers } = make();
    extras.addRefused({ kind: 'drift', at: readAt, drift });
    engine.restoreWith(makePreview());
    expect(await handlers.previewDriftUndo({ driftId: 'v1' })).toBeUndefined();
    expect(engine.calls).toEqual([{ kind: 'preview-restore', request: { kind: 'drift', ranges: drift.ranges } }]);
  });

  test('why there is nothing to undo is told to who asked', async () => {
    const { engine, extras, handlers } = make();
    extras.addRefused({ kind: 'drift', at: readAt, drift });
    engine.restoreWith({ kind: 'no-difference' });
    expect(await handlers.previewDriftUndo({ driftId: 'v1' })).toBe(
      'There is nothing to restore: all of it is as it was then.',
    );
  });

  test('a change that is not listed is nothing that could be undone', async () => {
    await expect(make().handlers.previewDriftUndo({ driftId: 'v1' })).rejects.toThrow('no such change');
  });
});
