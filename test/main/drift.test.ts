import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DriftMemory } from '../../app/core/model/drift.ts';
import { emptyDriftMemory } from '../../app/core/model/drift.ts';
import type { Version } from '../../app/core/model/history.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import { known } from '../../app/core/model/reading.ts';
import type { RepairPlan } from '../../app/core/model/repair.ts';
import { createActions } from '../../app/main/actions.ts';
import { openDriftMemory } from '../../app/main/drift-memory.ts';
import { tellDrift } from '../../app/main/drift.ts';
import { createExtras } from '../../app/main/extras.ts';
import { createNotifier } from '../../app/main/notifications.ts';
import { createViews } from '../../app/main/views.ts';
import { app } from '../electron-double/app.ts';
import { notificationCenter, presentNotifications, shownNotifications } from '../electron-double/notification.ts';
import { makeFakeClock, settle } from '../fakes/fake-clock.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeSettings } from '../fakes/fake-settings.ts';
import { makePlan, makeRun } from '../fakes/repairs.ts';
import { makePicture, makeSnapshot, readAt } from '../fakes/snapshots.ts';
import {
  bindOpened,
  configPath,
  firstSeen,
  makeHistoryFacts,
  makeVersion,
  portMoved,
  tokenGone,
} from '../fakes/versions.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

app.$becomeReady();
const platform = process.platform;
beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  notificationCenter.mood = 'shows';
  shownNotifications.length = 0;
  presentNotifications.clear();
});
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }));

const base = makeVersion({ id: 'v0', by: firstSeen, changed: [], at: readAt - 3_600_000 });
const settled: DriftMemory = { ...emptyDriftMemory, settled: { [configPath]: 'v0' } };
const moved = makeVersion({ at: readAt - 60_000 });

function start(first: DriftMemory = settled, chosen: Parameters<typeof makeFakeSettings>[0] = {}) {
  const clock = makeFakeClock(readAt);
  const engine = makeFakeEngine();
  const settings = makeFakeSettings(chosen);
  const extras = createExtras();
  const views = createViews({ engine, settings, extras, systemLanguages: ['en-US'] });
  const show = vi.fn<() => void>();
  const actions = createActions(engine, views, { show });
  const errors: unknown[] = [];
  const kept: DriftMemory[] = [];
  tellDrift({
    engine,
    clock,
    settings,
    extras,
    views,
    actions,
    notifier: createNotifier(clock, 'configuration'),
    memoryFile: { first, keep: async (memory) => void kept.push(memory) },
    details: { show },
    complain: (error) => errors.push(error),
  });
  return {
    clock,
    engine,
    views,
    actions,
    show,
    errors,
    kept,
    see: async (...versions: readonly Version[]): Promise<void> => {
      const history = known(makeHistoryFacts([...versions, base]), readAt);
      engine.publish(makePicture({ snapshot: makeSnapshot({ history }) }));
      await clock.advance(5_000);
      await settle();
    },
  };
}

const present = () => [...presentNotifications.values()].map((each) => each.$card());
const theOne = () => {
  const [one] = presentNotifications.values();
  if (one === undefined) throw new Error('no notification is there');
  return one;
};

/** The plan that brings the port back. */
function makeUndo(change: Partial<RepairPlan> = {}): RepairPreview {
  const source = { kind: 'version', id: 'v0' } as const;
  const offer = makePlan({
    id: 'plan-undo',
    code: 'undo-drift',
    findingId: 'undo-drift:v0',
    rung: 'undo-drift',
    steps: [
      { kind: 'keep-copy', paths: [configPath] },
      { kind: 'edit-config', path: configPath, edits: [{ op: 'copy', path: ['gateway', 'port'], from: source }] },
    ],
    ...change,
  });
  return { offer, exact: [] };
}

const asked = { kind: 'preview-restore', request: { kind: 'drift', ranges: [{ fromId: 'v0', toId: 'v1' }] } };
const executed = { kind: 'repair', planId: 'plan-undo', confirmed: true };

describe('one notification', () => {
  test('says what changed, who did it and when, without a sound, with Review and Undo', async () => {
    const { see, kept } = start();
    await see(moved);
    expect(present()).toEqual([
      {
        id: 'configuration',
        title: 'The configuration was changed',
        body: expect.stringMatching(/^gateway\.port 18789 → 18790, by another program, \d\d:\d\d$/),
        silent: true,
        buttons: ['Review', 'Undo'],
      },
    ]);
    expect(kept.at(-1)).toMatchObject({ settled: { [configPath]: 'v1' } });
  });

  test('of a burst is one, and of the next change none before a rest', async () => {
    const { see, clock } = start();
    await see(makeVersion({ id: 'v2', changed: [tokenGone] }), moved);
    await see(makeVersion({ id: 'v3', changed: [bindOpened] }), makeVersion({ id: 'v2', changed: [tokenGone] }), moved);
    expect(shownNotifications).toHaveLength(1);
    await clock.advance(900_000);
    expect(shownNotifications).toHaveLength(2);
    expect(presentNotifications.size).toBe(1);
  });

  test('shows no secret', async () => {
    const { see } = start();
    await see(makeVersion({ changed: [tokenGone] }));
    expect(theOne().body).toContain('gateway.auth.token removed (it was ••• 1f76)');
  });

  test('is not shown of our own writes, where it is switched off, or paused', async () => {
    const ours = makeVersion({ by: { kind: 'clawtender', runId: 'r' } });
    await start().see(ours);
    const off = { down: true, conflict: true, 'crash-looping': true, degraded: true, recovered: true, drift: false };
    await start(settled, { news: off }).see(moved);
    await start(settled, { snoozedUntil: readAt + 60_000 }).see(moved);
    expect(shownNotifications).toEqual([]);
  });
});

describe('Review', () => {
  test('shows the history in the window, and so does a click on the notification', async () => {
    const { see, show, engine, views } = start();
    await see(moved);
    theOne().$press('Review');
    theOne().$click();
    await settle();
    expect(show).toHaveBeenCalledTimes(2);
    expect(views.current()?.history.asked).toBe(2);
    expect(engine.calls).toEqual([]);
  });
});

describe('Undo', () => {
  test('takes back exactly what was named, at once, and says so in its place', async () => {
    const { see, show, engine } = start();
    engine.restoreWith(makeUndo());
    engine.repairWith({ kind: 'ended', run: makeRun({ plan: makePlan({ code: 'undo-drift' }) }) });
    await see(moved);
    theOne().$press('Undo');
    await settle();
    expect(engine.calls).toEqual([asked, executed]);
    expect(present()).toMatchObject([
      {
        id: 'configuration',
        title: 'The change was taken back',
        body: 'gateway.port 18790 → 18789',
        buttons: ['Details'],
      },
    ]);
    expect(show).not.toHaveBeenCalled();
  });

  test('counts as a change that quitting waits for', async () => {
    const { see, engine, actions } = start();
    engine.restoreWith(makeUndo());
    engine.repairWith({ kind: 'ended', run: makeRun() });
    await see(moved);
    theOne().$press('Undo');
    await vi.waitFor(() => expect(engine.calls).toContainEqual(executed));
    await actions.underway();
    expect(actions.underway()).toBeNull();
  });

  test.each<[string, RepairPreview, readonly Version[]]>([
    [
      'something newer would be lost',
      makeUndo({ questions: [{ code: 'overtaken', settings: ['gateway.port'] }] }),
      [moved],
    ],
    ['the gateway would be interrupted', makeUndo({ reach: 'interrupts' }), [moved]],
    [
      'the whole file would go back',
      makeUndo({ steps: [{ kind: 'restore-version', path: configPath, source: { kind: 'version', id: 'v0' } }] }),
      [moved],
    ],
    [
      'a setting would go back that the notification had no room for',
      makeUndo({
        steps: [
          {
            kind: 'edit-config',
            path: configPath,
            edits: [{ op: 'remove', path: ['tools', 'allow'] }],
          },
        ],
      }),
      [
        makeVersion({
          changed: ['a', 'b', 'c', 'tools.allow'].map((name) => Object.assign({}, portMoved, { path: name })),
        }),
      ],
    ],
    ['it is refused', { offer: { ...makeRefusal() }, exact: [] }, [moved]],
  ])('where %s, the preview is looked at first', async (_name, preview, versions) => {
    const { see, show, engine } = start();
    engine.restoreWith(preview);
    await see(...versions);
    theOne().$press('Undo');
    await settle();
    expect(engine.calls).toEqual([asked]);
    expect(show).toHaveBeenCalledOnce();
    expect(engine.current()?.preview).toBe(preview);
  });

  test('while a person looks at another preview, that one is not done in its place', async () => {
    const { see, show, engine } = start();
    await see(moved);
    const picture = engine.current();
    if (picture !== null) engine.publish({ ...picture, preview: makeUndo({ id: 'another' }) });
    engine.restoreWith(makeUndo());
    theOne().$press('Undo');
    await settle();
    expect(engine.calls).toEqual([asked]);
    expect(show).toHaveBeenCalledOnce();
  });

  test.each(['not-fixed', 'worse', 'stale'] as const)('that ends %s is shown in the window', async (verdict) => {
    const { see, show, engine } = start();
    engine.restoreWith(makeUndo());
    engine.repairWith({ kind: 'ended', run: makeRun({ verdict }) });
    await see(moved);
    theOne().$press('Undo');
    await settle();
    expect(show).toHaveBeenCalledOnce();
    expect(shownNotifications).toHaveLength(1);
  });

  test('of what is as it was already shows the history', async () => {
    const { see, show, engine, views } = start();
    engine.restoreWith({ kind: 'no-difference' });
    await see(moved);
    theOne().$press('Undo');
    await settle();
    expect(show).toHaveBeenCalledOnce();
    expect(views.current()?.history.asked).toBe(1);
  });
});

describe('where the system does not show it', () => {
  test.each(['refuses', 'ignores'] as const)('(it %s), the panel does, with both answers', async (mood) => {
    notificationCenter.mood = mood;
    const { see, views, clock } = start();
    await see(moved);
    await clock.advance(5_000);
    expect(views.current()?.news).toMatchObject([
      { kind: 'drift', title: 'The configuration was changed', drift: { id: 'v1', review: 'Review', undo: 'Undo…' } },
    ]);
  });
});

describe('what was told outlives the app', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'clawtender 变更-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('an app that never ran, or whose file is spoilt, remembers nothing', async () => {
    expect((await openDriftMemory(folder)).first).toEqual(emptyDriftMemory);
    writeFileSync(path.join(folder, 'drift.json'), '{"settled":7}');
    expect((await openDriftMemory(folder)).first).toEqual(emptyDriftMemory);
  });

  test('it comes back, for this user alone, and waits for nothing', async () => {
    const memory: DriftMemory = { ...settled, toldAt: 7, pending: { key: 'x', since: 1, grewAt: 2 } };
    await (await openDriftMemory(folder)).keep(memory);
    expect((await openDriftMemory(folder)).first).toEqual({ ...memory, pending: null });
    expect(statSync(path.join(folder, 'drift.json')).mode & 0o777).toBe(0o600);
  });

  test('it is written only when it has changed', async () => {
    const file = await openDriftMemory(folder);
    await file.keep(settled);
    writeFileSync(path.join(folder, 'drift.json'), 'untouched');
    await file.keep({ ...settled, pending: { key: 'x', since: 1, grewAt: 2 } });
    expect(readFileSync(path.join(folder, 'drift.json'), 'utf8')).toBe('untouched');
  });
});

function makeRefusal() {
  const reason = 'maintenance-running';
  const args = { pid: 4711, commandLine: 'npm install' };
  return { kind: 'refusal', code: 'undo-drift', findingId: 'undo-drift:v0', reason, args } as const;
}
