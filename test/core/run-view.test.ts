import { describe, expect, test } from 'vitest';
import type { Activity } from '../../app/core/model/memory.ts';
import type { Run } from '../../app/core/model/repair.ts';
import { verdicts } from '../../app/core/model/repair.ts';
import { locales } from '../../app/core/model/view.ts';
import { deriveRunView } from '../../app/core/run-view.ts';
import { enabled, killPlan, loaded, makePlan, makeRun, openRun, served } from '../fakes/repairs.ts';
import { readAt } from '../fakes/snapshots.ts';

const minuteMs = 60_000;
const style = { locale: 'en', timeZone: 'UTC' } as const;
const at = (activity: Activity | null = null, now = readAt) => ({ activity, now });
const view = (run: Run, situation = at()) => deriveRunView(run, situation, style);
const progress = (run: Run, situation = at()) => view(run, situation).steps.map((step) => step.progress);
const repairing: Activity = { action: 'repair', startedAt: openRun.startedAt };

test('a repair that helped', () => {
  expect(view(makeRun())).toEqual({
    id: 'run-1',
    title: 'Service not loaded',
    state: 'fixed',
    tone: 'good',
    text: 'It is repaired: everything was read again and has held.',
    next: null,
    startedAt: readAt - minuteMs,
    when: '11:59',
    open: true,
    steps: [
      {
        text: 'Switch on the service ai.openclaw.gateway',
        progress: 'done',
        outcome: 'was so already',
        detail: null,
      },
      { text: expect.stringMatching(/^Load/), progress: 'done', outcome: 'done', detail: null },
      { text: expect.stringMatching(/^Wait/), progress: 'done', outcome: 'done', detail: null },
    ],
    undo: { label: 'Undo…', steps: ['Unload the service ai.openclaw.gateway'] },
  });
});

describe('an open run', () => {
  test('runs while its own activity does', () => {
    expect(view(openRun, at(repairing))).toMatchObject({ state: 'running', tone: 'plain', open: true, undo: null });
    expect(progress(openRun, at(repairing))).toEqual(['done', 'running', 'waiting']);
    expect(view(openRun, at(repairing)).text).toMatch(/^Step 2 of 3: Load the service/);
  });

  test.each<[string, Activity | null]>([
    ['nothing is in flight', null],
    ['an action is', { action: 'restart', startedAt: openRun.startedAt }],
    ['another repair is', { ...repairing, startedAt: openRun.startedAt + 1 }],
  ])('was interrupted when %s: what was begun may have been done', (_what, activity) => {
    expect(progress(openRun, at(activity))).toEqual(['done', 'unsure', 'not-reached']);
    expect(view(openRun, at(activity))).toMatchObject({
      state: 'interrupted',
      text: 'The repair was interrupted in the middle.',
      next: expect.stringContaining('nothing goes on by itself'),
      open: true,
      undo: { steps: ['Unload the service ai.openclaw.gateway'] },
    });
  });

  test('says what it does before the first step and after the last', () => {
    const before = { ...openRun, steps: [] };
    expect(view(before, at(repairing)).text).toMatch(/^Reading again/);
    expect(progress(before, at(repairing))).toEqual(['waiting', 'waiting', 'waiting']);
    const after = { ...openRun, steps: [enabled, loaded, served] };
    expect(view(after, at(repairing)).text).toMatch(/^All steps are done\. Checking/);
  });
});

describe('a run that did not help', () => {
  const step = { ...loaded, outcome: 'failed', detail: 'Bootstrap failed: 5', inverse: null } as const;
  const failed = makeRun({ verdict: 'not-fixed', steps: [enabled, step] });

  test('names the step that failed, its cause and what to do', () => {
    expect(view(failed)).toMatchObject({
      tone: 'bad',
      text: expect.stringMatching(/nothing was done after the step that failed\. The service could not be loaded\.$/),
      next: expect.stringContaining('The steps show'),
      undo: null,
    });
    expect(progress(failed)).toEqual(['done', 'failed', 'not-reached']);
    expect(view(failed).steps[1]).toMatchObject({ outcome: 'failed', detail: 'Bootstrap failed: 5' });
  });

  test('whose steps all went through says so', () => {
    expect(view(makeRun({ verdict: 'not-fixed' })).text).toBe('The steps were done, but the trouble is still there.');
  });

  test('that made it worse says that first, and offers to undo it', () => {
    expect(view(makeRun({ verdict: 'worse' }))).toMatchObject({
      tone: 'bad',
      text: 'Afterwards the gateway was worse off than before.',
      undo: { label: 'Undo…' },
    });
  });
});

describe('undo', () => {
  test('goes backwards, and only over what can be taken back', () => {
    const moved = {
      step: { kind: 'move-aside', path: '/old.plist', why: 'legacy-service' },
      outcome: 'done',
      detail: null,
      inverse: { kind: 'steps', steps: [{ kind: 'put-back', itemId: 'i', path: '/old.plist' }] },
    } as const;
    const run = makeRun({ steps: [enabled, moved, loaded] });
    expect(view(run).undo?.steps).toEqual([
      'Unload the service ai.openclaw.gateway',
      'Put /old.plist back in its place',
    ]);
  });

  test('is not offered for what cannot be, for what was, and for an undo', () => {
    const inverse = { kind: 'irreversible', why: 'process-ended' } as const;
    const [kill] = killPlan.steps;
    if (kill === undefined) throw new Error('the plan has no step');
    const killed = makeRun({ plan: killPlan, steps: [{ step: kill, outcome: 'done', detail: null, inverse }] });
    expect(view(killed).undo).toBeNull();
    expect(view(makeRun({ undoneBy: 'run-9' }))).toMatchObject({ undo: null, state: 'undone', tone: 'plain' });
    expect(view(makeRun({ undoes: 'run-0' }))).toMatchObject({
      undo: null,
      title: 'Undo: Service not loaded',
      text: 'It is as it was before.',
    });
  });
});

test.each([
  [0, true],
  [10 * minuteMs - 1, true],
  [10 * minuteMs, false],
])('%i ms after its end a run is shown open: %s', (ageMs, open) => {
  const run = makeRun();
  expect(view(run, at(null, (run.finishedAt ?? 0) + ageMs)).open).toBe(open);
});

test('of what a person chose it is said whether it is so now: there was no trouble', () => {
  const plan = makePlan({ code: 'restore-keys', findingId: 'restore-keys:v1' });
  expect(view(makeRun({ plan }))).toMatchObject({
    title: 'Former settings restored',
    text: 'Done, and confirmed by reading everything again.',
    next: null,
  });
  expect(view(makeRun({ plan, verdict: 'not-fixed' }))).toMatchObject({
    text: 'The steps were done, but reading again does not confirm it.',
    next: 'Check again, and look at what is there now.',
  });
});

test('an interrupted run that was undone is no news any more', () => {
  expect(view({ ...openRun, undoneBy: 'run-9' }).open).toBe(false);
});

test.each(locales)('every end has words in %s', (locale) => {
  const ends = [
    ...verdicts.map((verdict) => makeRun({ verdict })),
    openRun,
    makeRun({ undoneBy: 'run-9' }),
    makeRun({ undoes: 'run-0', plan: makePlan() }),
  ];
  const texts = ends.map((run) => deriveRunView(run, at(), { ...style, locale }).text);
  expect(new Set(texts).size).toBe(ends.length);
  expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual(locale === 'en' ? [] : texts);
});

test('what was mended without a question goes by its own name where no finding speaks of it', () => {
  const plan = makePlan({ code: 'slow-not-dead', rung: 'automatic-restart' });
  expect(view(makeRun({ plan })).title).toBe('Gateway stopped answering');
});
