import { beforeEach, expect, test, vi } from 'vitest';
import type { ActionResult } from '../../app/core/model/action.ts';
import type { ActionView } from '../../app/core/model/view.ts';
import { createActions } from '../../app/main/actions.ts';
import type { Views } from '../../app/main/views.ts';
import { answers, questions } from '../electron-double/desktop.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeView, restart, stop } from '../renderer/make-view.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

beforeEach(() => {
  questions.length = 0;
  answers.length = 0;
});

function make(offered: readonly ActionView[] = []) {
  const engine = makeFakeEngine();
  const show = vi.fn<() => void>();
  const views: Views = {
    current: () => makeView({ actions: offered }),
    locale: () => 'en',
    onView: () => undefined,
    refresh: () => undefined,
    chooseLocale: async () => undefined,
  };
  return { engine, show, actions: createActions(engine, views, { show }) };
}

function result(outcome: ActionResult['outcome']): ActionResult {
  return { action: 'stop', outcome, refusal: null, question: null, steps: [], startedAt: 0, finishedAt: 1 };
}

test('without a question nobody is asked', async () => {
  const { engine, show, actions } = make();
  engine.answerWith(result('succeeded'));
  await actions.actFromMenu(restart);
  expect(engine.calls).toEqual([{ kind: 'act', action: 'restart', confirmed: false }]);
  expect(questions).toEqual([]);
  expect(show).not.toHaveBeenCalled();
});

test('a no changes nothing', async () => {
  const { engine, show, actions } = make();
  answers.push(1);
  await actions.actFromMenu(stop);
  expect(questions).toMatchObject([{ message: stop.question, buttons: ['Continue', 'Cancel'], cancelId: 1 }]);
  expect(engine.calls).toEqual([]);
  expect(show).not.toHaveBeenCalled();
});

test('a yes is passed on', async () => {
  const { engine, actions } = make();
  answers.push(0);
  engine.answerWith(result('succeeded'));
  await actions.actFromMenu(stop);
  expect(engine.calls).toEqual([{ kind: 'act', action: 'stop', confirmed: true }]);
});

test('a question that came up meanwhile is asked once', async () => {
  const { engine, show, actions } = make([stop]);
  engine.answerWith(result('needs-confirmation'));
  engine.answerWith(result('succeeded'));
  answers.push(0);
  await actions.actFromMenu({ ...stop, question: null });
  expect(engine.calls).toEqual([
    { kind: 'act', action: 'stop', confirmed: false },
    { kind: 'act', action: 'stop', confirmed: true },
  ]);
  expect(show).not.toHaveBeenCalled();
});

test.each(['failed', 'refused', 'needs-confirmation'] as const)('%s shows the details', async (outcome) => {
  const { engine, show, actions } = make();
  engine.answerWith(result(outcome));
  await actions.actFromMenu(restart);
  expect(show).toHaveBeenCalledOnce();
});

test('an action is underway until its result is there', async () => {
  const { engine, actions } = make();
  engine.answerWith(result('failed'));
  expect(actions.underway()).toBeNull();
  const acting = actions.act('stop', false);
  expect(actions.underway()).not.toBeNull();
  await acting;
  expect(actions.underway()).toBeNull();
});

test('what another part changes is underway too, and one that ends does not hide the other', async () => {
  const { engine, actions } = make();
  const held: (() => void)[] = [];
  actions.track(new Promise<void>((resolve) => held.push(resolve)));
  engine.answerWith(result('refused'));
  await actions.act('stop', false);
  const underway = actions.underway();
  expect(underway).not.toBeNull();
  for (const resolve of held) resolve();
  await underway;
  expect(actions.underway()).toBeNull();
});

test('a change that fails is over as well, and nobody else has to catch it', async () => {
  const { actions } = make();
  actions.track(Promise.reject(new Error('boom')));
  await actions.underway();
  expect(actions.underway()).toBeNull();
});
