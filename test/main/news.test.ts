import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyNewsMemory } from '../../app/core/model/news.ts';
import type { NewsMemory } from '../../app/core/model/news.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { createActions } from '../../app/main/actions.ts';
import { createExtras } from '../../app/main/extras.ts';
import { openNewsMemory } from '../../app/main/news-memory.ts';
import { tellNews } from '../../app/main/news.ts';
import { createNotifier } from '../../app/main/notifications.ts';
import { createViews } from '../../app/main/views.ts';
import { app } from '../electron-double/app.ts';
import { answers, questions } from '../electron-double/desktop.ts';
import { notificationCenter, presentNotifications, shownNotifications } from '../electron-double/notification.ts';
import { makeFakeClock, settle } from '../fakes/fake-clock.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeSettings } from '../fakes/fake-settings.ts';
import { notLoadedFinding } from '../fakes/repairs.ts';
import { makePicture, makeSnapshot, makeStatus, readAt } from '../fakes/snapshots.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

app.$becomeReady();
const platform = process.platform;
beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  notificationCenter.mood = 'shows';
  shownNotifications.length = 0;
  presentNotifications.clear();
  questions.length = 0;
});
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }));

const watching: NewsMemory = { ...emptyNewsMemory, phase: 'watching' };

function start(first: NewsMemory = watching, chosen: Parameters<typeof makeFakeSettings>[0] = {}) {
  const clock = makeFakeClock(readAt);
  const engine = makeFakeEngine();
  const settings = makeFakeSettings(chosen);
  const extras = createExtras();
  const views = createViews({ engine, settings, extras, systemLanguages: ['en-US'] });
  const show = vi.fn<() => void>();
  const actions = createActions(engine, views, { show });
  const errors: unknown[] = [];
  const kept: NewsMemory[] = [];
  let sequence = 0;
  tellNews({
    engine,
    clock,
    settings,
    extras,
    views,
    actions,
    notifier: createNotifier(clock, 'gateway'),
    memoryFile: { first, keep: async (memory) => void kept.push(memory) },
    details: { show },
    automatic: { isRunning: () => false },
    complain: (error) => errors.push(error),
  });
  return {
    clock,
    engine,
    views,
    settings,
    show,
    errors,
    kept,
    look: async (change: Partial<Picture> = {}): Promise<void> => {
      sequence += 1;
      engine.publish(makePicture({ snapshot: makeSnapshot({ sequence }), ...change }));
      await clock.advance(1_000);
      await settle();
    },
  };
}

const down: Partial<Picture> = {
  status: makeStatus({ state: 'stopped', reason: 'not-loaded' }),
  findings: [{ finding: notLoadedFinding, consequences: [] }],
  available: [{ action: 'restart', question: null }],
};
const present = () => [...presentNotifications.values()].map((each) => each.$card());
const theOne = () => {
  const [one] = presentNotifications.values();
  if (one === undefined) throw new Error('no notification is there');
  return one;
};

describe('nothing is shown', () => {
  test('of a gateway that is well', async () => {
    const { look } = start();
    await look();
    await look();
    expect(shownNotifications).toEqual([]);
  });

  test('of the second look at the same trouble', async () => {
    const { look } = start();
    for (let count = 0; count < 5; count += 1) await look(down);
    expect(shownNotifications).toHaveLength(1);
  });

  test('of a kind that is switched off', async () => {
    const news = { down: false, conflict: true, 'crash-looping': true, degraded: true, recovered: true, drift: true };
    const { look } = start(watching, { news });
    await look(down);
    expect(shownNotifications).toEqual([]);
  });

  test('while news is paused', async () => {
    const { look } = start(watching, { snoozedUntil: readAt + 60_000 });
    await look(down);
    expect(shownNotifications).toEqual([]);
  });

  test('of what an earlier start of the app has told', async () => {
    const incident = { kind: 'down', since: readAt - 9, state: 'told' } as const;
    const { look } = start({ ...emptyNewsMemory, phase: 'again', incident });
    await look(down);
    await look(down);
    expect(shownNotifications).toEqual([]);
  });
});

describe('an incident', () => {
  test('is one notification, without a sound, with its cause and two buttons', async () => {
    const { look, kept } = start();
    await look(down);
    expect(present()).toEqual([
      {
        id: 'gateway',
        title: 'The gateway is down',
        body: 'The service is installed but not loaded',
        silent: true,
        buttons: ['Restart', 'Details'],
      },
    ]);
    expect(kept.at(-1)?.incident?.state).toBe('told');
  });

  test('offers no restart where that is not valid', async () => {
    const { look } = start();
    await look({ ...down, available: [] });
    expect(theOne().$card().buttons).toEqual(['Details']);
  });

  test('gives place to its end', async () => {
    const { look } = start();
    await look(down);
    await look();
    expect(present()).toMatchObject([{ id: 'gateway', title: 'The gateway is well again', buttons: ['Details'] }]);
    expect(shownNotifications).toHaveLength(2);
  });

  test('is taken away when somebody stopped the gateway for good', async () => {
    const { look } = start();
    await look(down);
    await look({ status: makeStatus({ state: 'stopped', reason: 'stopped-on-purpose' }) });
    expect(present()).toEqual([]);
  });
});

describe('the buttons', () => {
  test('Details, and a click on it, show the window and do nothing else', async () => {
    const { look, show, engine } = start();
    await look(down);
    theOne().$press('Details');
    theOne().$click();
    await settle();
    expect(show).toHaveBeenCalledTimes(2);
    expect(engine.calls).toEqual([]);
  });

  test('it is Start where nothing runs', async () => {
    const { look, engine } = start();
    engine.answerWith({ ...result('succeeded'), action: 'start' });
    await look({ ...down, available: [{ action: 'start', question: null }] });
    expect(theOne().$card().buttons).toEqual(['Start', 'Details']);
    theOne().$press('Start');
    await settle();
    expect(engine.calls).toEqual([{ kind: 'act', action: 'start', confirmed: false }]);
  });

  test('Restart restarts', async () => {
    const { look, engine } = start();
    engine.answerWith(result('succeeded'));
    await look(down);
    theOne().$press('Restart');
    await settle();
    expect(engine.calls).toEqual([{ kind: 'act', action: 'restart', confirmed: false }]);
  });

  test('Restart asks first where a question belongs to it, and does nothing on no', async () => {
    const { look, engine } = start();
    answers.push(1);
    await look({
      ...down,
      available: [{ action: 'restart', question: { code: 'restart-again-soon', minutesAgo: 3 } }],
    });
    theOne().$press('Restart');
    await settle();
    expect(questions).toHaveLength(1);
    expect(engine.calls).toEqual([]);
  });

  test('Restart that is not valid any more shows what is now', async () => {
    const { look, engine, show } = start();
    await look(down);
    const notification = theOne();
    await look({ ...down, available: [] });
    notification.$press('Restart');
    await settle();
    expect([engine.calls, show.mock.calls.length]).toEqual([[], 1]);
  });

  test('Restart that fails shows the window', async () => {
    const { look, engine, show } = start();
    engine.answerWith(result('failed'));
    await look(down);
    theOne().$press('Restart');
    await settle();
    expect(show).toHaveBeenCalledOnce();
  });
});

describe('where the system does not show it', () => {
  test.each(['refuses', 'ignores'] as const)('(it %s), the panel does, newest first', async (mood) => {
    notificationCenter.mood = mood;
    const { look, views, clock } = start();
    await look(down);
    await clock.advance(5_000);
    expect(views.current()?.news).toMatchObject([{ kind: 'down', title: 'The gateway is down' }]);
    expect(views.current()?.settings?.refused).toContain('listed here');
    await look();
    await clock.advance(5_000);
    expect(views.current()?.news.map(({ kind }) => kind)).toEqual(['recovered', 'down']);
  });

  test('in the language of the panel', async () => {
    notificationCenter.mood = 'refuses';
    const { look, views } = start();
    await look(down);
    await views.chooseLocale('zh-Hant');
    expect(views.current()?.news[0]?.title).toBe('閘道沒有執行');
  });

  test('what it does show is not listed', async () => {
    const { look, views, clock } = start();
    await look(down);
    await clock.advance(60_000);
    expect(views.current()).toMatchObject({ news: [], settings: { refused: null } });
  });
});

describe('what was told outlives the app', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'clawtender 消息-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('an app that never ran, or whose file is spoilt, remembers nothing', async () => {
    expect((await openNewsMemory(folder)).first).toEqual(emptyNewsMemory);
    writeFileSync(path.join(folder, 'news.json'), '{"incident":7}');
    expect((await openNewsMemory(folder)).first).toEqual(emptyNewsMemory);
  });

  test('an incident and the rest of each kind come back, for this user alone', async () => {
    const incident = { kind: 'conflict', since: 5, state: 'told' } as const;
    const memory: NewsMemory = { ...watching, incident, toldAt: { conflict: 7 } };
    await (await openNewsMemory(folder)).keep(memory);
    expect((await openNewsMemory(folder)).first).toEqual({ ...memory, phase: 'again' });
    expect(statSync(path.join(folder, 'news.json')).mode & 0o777).toBe(0o600);
  });

  test('it is written only when it has changed', async () => {
    const file = await openNewsMemory(folder);
    await file.keep(watching);
    writeFileSync(path.join(folder, 'news.json'), 'untouched');
    await file.keep({ ...watching, actedAt: 9 });
    expect(readFileSync(path.join(folder, 'news.json'), 'utf8')).toBe('untouched');
  });
});

function result(outcome: 'succeeded' | 'failed') {
  const times = { startedAt: readAt, finishedAt: readAt };
  return { action: 'restart', outcome, refusal: null, question: null, steps: [], ...times } as const;
}
