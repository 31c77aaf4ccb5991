import { describe, expect, test } from 'vitest';
import type { RunView } from '../../app/core/model/view.ts';
import { locales } from '../../app/core/model/view.ts';
import { labelTexts } from '../../app/core/text/labels.ts';
import type { MenuRow, MenuSituation } from '../../app/main/menu.ts';
import { deriveMenu, formatAge } from '../../app/main/menu.ts';
import {
  aliasFinding,
  failedRun,
  makeView,
  noticeFinding,
  stop,
  strayFinding,
  viewReadAt,
} from '../renderer/make-view.ts';
import { someModels } from '../renderer/models-views.ts';

function menuOf(change: Partial<MenuSituation> = {}): readonly string[] {
  const situation: MenuSituation = {
    view: makeView(),
    locale: 'en',
    now: viewReadAt + 12_000,
    loginItem: 'not-offered',
    ...change,
  };
  return deriveMenu(situation).map(printed);
}

function printed(row: MenuRow): string {
  if (row.kind === 'separator') return '---';
  if (row.kind === 'text') return `(${row.label})`;
  if (row.kind === 'submenu') return `${row.label} > ${row.rows.map(printed).join(' | ')}`;
  if (row.kind === 'tick') return `[${row.ticked ? 'x' : ' '}] ${row.label}`;
  return row.accelerator === undefined
    ? row.label
    : `${row.label} ${row.accelerator.replace('CommandOrControl+', '⌘')}`;
}

describe('what a menu does not have', () => {
  test('a healthy gateway has no cause row and no finding', () => {
    expect(menuOf()).toEqual([
      '(Gateway: running · healthy · 12 s ago)',
      '---',
      'Restart ⌘R',
      'Stop…',
      '---',
      'Open Dashboard ⌘D',
      'Open Log ⌘L',
      '---',
      'Settings… ⌘,',
      '---',
      'Quit Clawtender ⌘Q',
    ]);
  });

  test('before the first look there is nothing to press but settings and quit', () => {
    expect(menuOf({ view: null })).toEqual(['(Gateway: reading…)', '---', 'Settings… ⌘,', '---', 'Quit Clawtender ⌘Q']);
  });

  test('while an action runs it is named and nothing offers a second one', () => {
    const activity = { action: 'restart', text: 'Restarting…', startedAt: viewReadAt } as const;
    const rows = menuOf({ view: makeView({ activity, actions: [], state: 'stopped', sentence: 'It is stopped.' }) });
    expect(rows.slice(0, 3)).toEqual(['(Gateway: running · healthy · 12 s ago)', '(Restarting…)', '---']);
    expect(rows.join()).not.toMatch(/It is stopped|Restart ⌘R/);
  });

  test('no dashboard and no log where there is none', () => {
    expect(menuOf({ view: makeView({ dashboard: false, logPath: null }) }).join()).not.toMatch(/Dashboard|Log/);
  });

  test('a success fades', () => {
    const lastResult = makeResult('good', 'Restarted');
    const at = (now: number) => menuOf({ view: makeView({ lastResult }), now }).join();
    expect(at(viewReadAt + 9_000)).toContain('(✓ Restarted)');
    expect(at(viewReadAt + 10_000)).not.toContain('Restarted');
  });
});

describe('the model', () => {
  test('and those that could answer, below a line of their own', () => {
    const rows = menuOf({ view: makeView({ models: someModels }) });
    expect(rows.slice(3, 8)).toEqual(['Stop…', '---', 'Model: kimi > [x] kimi | [ ] glm', '---', 'Open Dashboard ⌘D']);
  });

  test('each of them opens a preview, and the one that answers now the details', () => {
    const submenu = deriveMenu(situationOf({ models: someModels })).find((row) => row.kind === 'submenu');
    expect(submenu?.rows.map((row) => ('command' in row ? row.command : null))).toEqual([
      { kind: 'show-details' },
      { kind: 'preview-model', ref: 'ark/glm-4.7' },
    ]);
  });

  test('is not in the menu where nothing is known of it', () => {
    expect(menuOf({ view: makeView({ models: { ...someModels, menu: null } }) })).toEqual(menuOf());
  });

  test('has nothing to choose without aliases, and while something is done', () => {
    const alone = { ...someModels, menu: { label: 'Model: kimi', choices: [] } };
    expect(menuOf({ view: makeView({ models: alone }) })).toContain('(Model: kimi)');
    const activity = { action: 'repair', text: 'Repairing…', startedAt: viewReadAt } as const;
    expect(menuOf({ view: makeView({ models: someModels, activity, actions: [] }) })).toContain('(Model: kimi)');
  });
});

describe('what needs attention', () => {
  test('the cause opens the details, in one row of bearable width', () => {
    const sentence = `Process 5822 holds port 18789, ${'and so on '.repeat(20)}`;
    const rows = deriveMenu({ ...situationOf({ state: 'port-taken', sentence }) });
    const cause = rows[1];
    expect(cause).toMatchObject({ kind: 'press', command: { kind: 'show-details' } });
    expect(cause?.kind === 'press' && cause.label.length).toBeLessThanOrEqual(77);
  });

  test('a wide sentence is cut at half as many characters', () => {
    const rows = deriveMenu(situationOf({ state: 'stopped', sentence: '网关已停止'.repeat(20) }));
    expect(rows[1]).toMatchObject({ label: `${'网关已停止'.repeat(7)}网关已…` });
  });

  test('a failure stays, however old', () => {
    const lastResult = makeResult('bad', 'The gateway did not start');
    const rows = menuOf({ view: makeView({ lastResult }), now: viewReadAt + 3_600_000 });
    expect(rows).toContain('The gateway did not start');
  });

  test('three findings at most, then all', () => {
    const three = [strayFinding, aliasFinding, noticeFinding];
    expect(menuOf({ view: makeView({ findings: three }) }).join()).not.toContain('All Findings…');
    const rows = menuOf({ view: makeView({ findings: [...three, { ...noticeFinding, id: 'x', title: 'A fourth' }] }) });
    expect(rows).toContain('All Findings…');
    expect(rows).not.toContain('A fourth');
  });
});

describe('a repair', () => {
  test('of the first finding is the first thing to do, and only opens its preview', () => {
    expect(firstAction({ findings: [strayFinding, aliasFinding] })).toEqual({
      kind: 'press',
      label: 'Repair…',
      command: { kind: 'preview-repair', findingId: strayFinding.id },
    });
    expect(firstAction({ findings: [aliasFinding] })).toMatchObject({ label: 'Possible Repair…' });
  });

  test.each([
    ['of a finding that is not the first', { findings: [noticeFinding, strayFinding] }],
    ['that a person must do', { findings: [{ ...strayFinding, repair: { kind: 'advice', label: 'What to Do…' } }] }],
    [
      'while something runs',
      { findings: [strayFinding], activity: { action: 'repair', text: 'Repairing…', startedAt: 0 } },
    ],
  ] as const)('%s is not offered', (_what, change) => {
    expect(menuOf({ view: makeView(change) }).join()).not.toMatch(/Repair…|What to Do/);
  });

  test('that did not help, or was interrupted, stands there while it is news', () => {
    expect(menuWithRun({ open: true })).toContain('That did not help.');
    expect(menuWithRun({ open: true, tone: 'unknown' })).toContain('That did not help.');
    expect(menuWithRun({ open: false })).not.toContain('That did not help.');
    expect(menuWithRun({ open: true, tone: 'good' })).not.toContain('That did not help.');
  });
});

test('the action keeps its question', () => {
  const row = deriveMenu(situationOf({ actions: [stop] })).find(({ kind }) => kind === 'press');
  expect(row).toMatchObject({ label: 'Stop…', command: { kind: 'act', chosen: { question: stop.question } } });
});

test.each([
  ['off', '[ ] Open at Login'],
  ['on', '[x] Open at Login'],
  ['needs-approval', '[x] Open at Login'],
] as const)('login item %s', (loginItem, row) => {
  const rows = menuOf({ loginItem });
  expect(rows).toContain(row);
  expect(rows.includes('Allow in System Settings…')).toBe(loginItem === 'needs-approval');
});

test.each(locales)('ages never need a singular: %s', (locale) => {
  const labels = labelTexts(locale);
  const counted = [0, 4_999, 5_000, 119_999, 120_000, 7_199_999, 7_200_000].map((age) => formatAge(age, labels));
  expect(counted.map((age) => /\d+/.exec(age)?.[0] ?? 'none')).toEqual(['none', 'none', '5', '119', '2', '119', '2']);
});

function situationOf(change: Parameters<typeof makeView>[0]): MenuSituation {
  return { view: makeView(change), locale: 'en', now: viewReadAt, loginItem: 'not-offered' };
}

/** The first row below those that tell the state. */
function firstAction(change: Parameters<typeof makeView>[0]): MenuRow | undefined {
  const rows = deriveMenu(situationOf(change));
  return rows[rows.findIndex(({ kind }) => kind === 'separator') + 1];
}

function menuWithRun(change: Partial<RunView>): readonly string[] {
  return menuOf({ view: makeView({ runs: [{ ...failedRun, ...change }] }) });
}

function makeResult(tone: 'good' | 'bad', text: string) {
  return { action: 'restart', tone, text, next: null, steps: [], finishedAt: viewReadAt } as const;
}
