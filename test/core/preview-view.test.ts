import { describe, expect, test } from 'vitest';
import type { RepairRefusalReason } from '../../app/core/model/repair.ts';
import { locales } from '../../app/core/model/view.ts';
import { derivePreviewView, deriveRepairOfferView, quoteWord } from '../../app/core/preview-view.ts';
import { instructions, killPlan, makePlan, makePreview, notLoadedFinding, refusal } from '../fakes/repairs.ts';
import { readAt } from '../fakes/snapshots.ts';

const style = { locale: 'en', timeZone: 'UTC' } as const;
const here = { finding: notLoadedFinding, now: readAt };
const likely = { ...notLoadedFinding, certainty: 'likely' } as const;

describe('a plan', () => {
  test('is told in full, and hands back its id alone', () => {
    expect(derivePreviewView(makePreview(), here, style)).toEqual({
      findingId: notLoadedFinding.id,
      kind: 'plan',
      planId: 'plan-1',
      title: 'The service is installed but not loaded',
      whatIsWrong: expect.stringContaining('the system does not know the service ai.openclaw.gateway'),
      caution: null,
      steps: [
        {
          text: 'Switch on the service ai.openclaw.gateway',
          exact: "tool enable-service 'a path/with space'",
        },
        { text: expect.stringMatching(/^Load the service/), exact: "tool load-service 'a path/with space'" },
        { text: expect.stringMatching(/^Wait until the gateway answers/), exact: null },
      ],
      interrupts: 'Nothing that works now is interrupted.',
      undo: 'It can be undone afterwards.',
      questions: [],
      reason: null,
      commands: [],
      executeLabel: 'Repair',
    });
  });

  test('says what cannot be undone, and asks what it has to', () => {
    const view = derivePreviewView(makePreview(killPlan), here, style);
    expect(view.undo).toBe(
      'It cannot be undone. A process that has ended cannot be brought back; it can only be started anew.',
    );
    expect(view.questions).toEqual([expect.stringContaining('End it by force?')]);
    const both = makePlan({ steps: [...makePlan().steps, ...killPlan.steps] });
    expect(derivePreviewView(makePreview(both), here, style).undo).toMatch(
      /^It can be undone afterwards, but not all of it\. /,
    );
  });

  test('for a likely cause says so once: by a sentence, or by the question that says it', () => {
    const beside = { finding: likely, now: readAt };
    const caution = 'This is the likely cause, not a proven one.';
    expect(derivePreviewView(makePreview(), beside, style).caution).toBe(caution);
    const asking = makePlan({ questions: [{ code: 'only-likely' }] });
    expect(derivePreviewView(makePreview(asking), beside, style)).toMatchObject({
      caution: null,
      questions: [expect.stringContaining('likely')],
    });
  });

  test('that keeps one of two services says how to keep the other', () => {
    const choice = { code: 'keep-one', keep: 'a', aside: 'b', path: '/b.plist' } as const;
    const between = (instead: readonly string[]) =>
      derivePreviewView(makePreview(makePlan({ questions: [{ ...choice, instead }] })), here, style);
    expect(between(['launchctl bootout gui/501/a'])).toMatchObject({
      kind: 'plan',
      reason: expect.stringMatching(/^The plan keeps a, .*To keep b instead, /),
      commands: ['launchctl bootout gui/501/a'],
    });
    expect(between([])).toMatchObject({ reason: null, commands: [] });
  });

  test('has a name when its finding is gone', () => {
    const view = derivePreviewView(makePreview(), { finding: null, now: readAt }, style);
    expect(view).toMatchObject({ title: 'Service not loaded', whatIsWrong: '', caution: null });
  });

  test('that undoes a run says so, and promises no undo of its own', () => {
    const undo = makePreview(makePlan({ rung: 'undo' }));
    const view = derivePreviewView(undo, { finding: null, now: readAt }, style);
    expect(view).toMatchObject({ title: 'Undo: Service not loaded', undo: null });
  });

  test('shows a file as a diff, as it is', () => {
    const plan = makePlan({ steps: [{ kind: 'move-aside', path: '/a b.plist', why: 'legacy-service' }] });
    const [step] = derivePreviewView(makePreview(plan), here, style).steps;
    expect(step?.exact).toBe('- /a b.plist\n+ kept//a b.plist');
  });
});

test('instructions have the reason and the commands, and nothing to execute', () => {
  expect(derivePreviewView(makePreview(instructions), here, style)).toMatchObject({
    kind: 'instructions',
    planId: null,
    steps: [],
    undo: null,
    reason: expect.stringMatching(/\.$/),
    commands: instructions.commands,
  });
});

test('a refusal has its reason, and nothing to execute', () => {
  expect(derivePreviewView(makePreview(refusal), here, style)).toMatchObject({
    kind: 'refusal',
    planId: null,
    steps: [],
    commands: [],
    reason: expect.stringMatching(/\.$/),
  });
});

test.each(locales)('everything is in %s', (locale) => {
  const offers = [makePlan(), killPlan, instructions, refusal];
  const spokenStyle = { ...style, locale };
  const words = offers.map((offer) => derivePreviewView(makePreview(offer), here, spokenStyle));
  const spoken = words
    .flatMap(({ title, interrupts, undo, reason, executeLabel }) => [title, executeLabel, interrupts, undo, reason])
    .filter((text) => text !== null);
  expect(spoken.filter((text) => /\p{Script=Han}/u.test(text))).toEqual(locale === 'en' ? [] : spoken);
});

describe('what a finding offers', () => {
  test.each([
    ['a plan', [makePlan()], notLoadedFinding, { kind: 'plan', label: 'Repair…' }],
    ['a plan for a likely finding', [makePlan()], likely, { kind: 'suggestion', label: 'Possible Repair…' }],
    [
      'what a person must do',
      [{ ...instructions, findingId: notLoadedFinding.id }],
      notLoadedFinding,
      { kind: 'advice', label: 'What to Do…' },
    ],
    ['why nothing is offered', [refusal], notLoadedFinding, { kind: 'advice', label: 'What to Do…' }],
    ['nothing while something runs', [{ ...refusal, reason: 'busy' as const }], notLoadedFinding, null],
    ['nothing where nothing was planned', [], notLoadedFinding, null],
    ['nothing of another finding', [killPlan], notLoadedFinding, null],
  ] as const)('%s', (_what, offers, finding, expected) => {
    expect(deriveRepairOfferView(finding, offers, 'en')).toEqual(expected);
  });

  test.each<RepairRefusalReason>(['maintenance-running', 'tried-all', 'too-soon'])(
    'why it is refused for now can be read: %s',
    (reason) => {
      expect(deriveRepairOfferView(notLoadedFinding, [{ ...refusal, reason }], 'en')?.kind).toBe('advice');
    },
  );
});

test.each([
  ['launchctl', 'launchctl'],
  ['gui/501/ai.openclaw.gateway', 'gui/501/ai.openclaw.gateway'],
  ['', "''"],
  ['/Users/alice/My Files', "'/Users/alice/My Files'"],
  ['$(reboot)', "'$(reboot)'"],
  ["it's", String.raw`'it'\''s'`],
  ['网关', "'网关'"],
  ['a\nb', "'a\nb'"],
])('%j is one word of a command line', (word, quoted) => {
  expect(quoteWord(word)).toBe(quoted);
});
