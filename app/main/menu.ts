import { labelTexts } from '../core/text/labels.ts';
import { menuTexts } from '../core/text/menu.ts';
import type { ActionView, Labels, Locale, View } from '../core/model/view.ts';
import type { LoginItemState } from './login-item.ts';

/** One row of the menu as data: what electron gets is derived from it in tray.ts. */
export type MenuRow =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'press'; readonly label: string; readonly command: MenuCommand; readonly accelerator?: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly rows: readonly MenuRow[] }
  | { readonly kind: 'tick'; readonly label: string; readonly command: MenuCommand; readonly ticked: boolean };

export type MenuCommand =
  | { readonly kind: 'act'; readonly chosen: ActionView }
  /** Opens the details with the preview; nothing is changed. */
  | { readonly kind: 'preview-repair'; readonly findingId: string }
  /** The same for another default model. */
  | { readonly kind: 'preview-model'; readonly ref: string }
  | { readonly kind: 'show-details' }
  | { readonly kind: 'show-settings' }
  | { readonly kind: 'open-dashboard' }
  | { readonly kind: 'open-logs' }
  | { readonly kind: 'set-open-at-login'; readonly openAtLogin: boolean }
  | { readonly kind: 'allow-open-at-login' }
  | { readonly kind: 'quit' };

export interface MenuSituation {
  /** `null` before the first look has ended. */
  readonly view: View | null;
  readonly locale: Locale;
  /** Epoch ms, for the age of the reading. */
  readonly now: number;
  readonly loginItem: LoginItemState;
}

/** Successes fade; errors stay until the next action. */
const successShownMs = 10_000;
const shownFindings = 3;
/** In half-width columns: a longer row makes the whole menu wider than its neighbours on a small screen. */
const longestRow = 76;

/** The menu as it opens now: only what is valid, the most likely first. */
export function deriveMenu(situation: MenuSituation): readonly MenuRow[] {
  const { view, locale } = situation;
  const labels = view?.labels ?? labelTexts(locale);
  const sections: MenuRow[][] = [
    view === null ? [text(menuTexts(locale).firstReading)] : statusRows(view, situation.now),
    view === null ? [] : actionRows(view),
    view === null ? [] : modelRows(view),
    view === null ? [] : placeRows(view),
    view === null ? [] : findingRows(view),
    settingsRows(labels, situation),
    [press(labels.quit, { kind: 'quit' }, 'CommandOrControl+Q')],
  ];
  const separated = sections.filter((rows) => rows.length > 0).flatMap((rows) => rows.concat({ kind: 'separator' }));
  return separated.slice(0, -1);
}

function statusRows(view: View, now: number): MenuRow[] {
  const rows: MenuRow[] = [text(`${view.headline} · ${formatAge(now - view.readAt, view.labels)}`)];
  if (view.activity !== null) return [...rows, text(view.activity.text)];
  if (view.state !== 'healthy') rows.push(press(shorten(view.sentence), { kind: 'show-details' }));
  const [run] = view.runs;
  if (run?.open === true && (run.tone === 'bad' || run.tone === 'unknown')) {
    rows.push(press(shorten(run.text), { kind: 'show-details' }));
  }
  const result = view.lastResult;
  if (result?.tone === 'bad') rows.push(press(shorten(result.text), { kind: 'show-details' }));
  if (result?.tone === 'good' && now - result.finishedAt < successShownMs) rows.push(text(`✓ ${shorten(result.text)}`));
  return rows;
}

function actionRows(view: View): MenuRow[] {
  const actions = view.actions.map((chosen) =>
    press(chosen.label, { kind: 'act', chosen }, chosen.action === 'restart' ? 'CommandOrControl+R' : undefined),
  );
  return [...repairRows(view), ...actions];
}

/** The one thing to do first, where a plan for it exists. */
function repairRows({ findings, activity }: View): MenuRow[] {
  const [first] = findings;
  if (first === undefined || first.repair === null || first.repair.kind === 'advice' || activity !== null) return [];
  return [press(first.repair.label, { kind: 'preview-repair', findingId: first.id })];
}

/** The model that answers now; below it those that could be chosen, while nothing else is done. */
function modelRows({ models, activity }: View): MenuRow[] {
  const menu = models?.menu ?? null;
  if (menu === null) return [];
  const label = shorten(menu.label);
  if (activity !== null || menu.choices.every(({ isNow }) => isNow)) return [text(label)];
  const rows = menu.choices.map(
    (choice): MenuRow => ({
      kind: 'tick',
      label: shorten(choice.label),
      command: choice.isNow ? { kind: 'show-details' } : { kind: 'preview-model', ref: choice.ref },
      ticked: choice.isNow,
    }),
  );
  return [{ kind: 'submenu', label, rows }];
}

function placeRows(view: View): MenuRow[] {
  const rows: MenuRow[] = [];
  if (view.dashboard) rows.push(press(view.labels.dashboard, { kind: 'open-dashboard' }, 'CommandOrControl+D'));
  if (view.logPath !== null) rows.push(press(view.labels.logs, { kind: 'open-logs' }, 'CommandOrControl+L'));
  return rows;
}

function findingRows(view: View): MenuRow[] {
  const rows = view.findings
    .slice(0, shownFindings)
    .map((finding) => press(shorten(finding.title), { kind: 'show-details' }));
  if (view.findings.length > shownFindings) rows.push(press(view.labels.allFindings, { kind: 'show-details' }));
  return rows;
}

function settingsRows(labels: Labels, { loginItem, locale }: MenuSituation): MenuRow[] {
  const rows: MenuRow[] = [press(labels.settings, { kind: 'show-settings' }, 'CommandOrControl+,')];
  if (loginItem === 'not-offered') return rows;
  const ticked = loginItem !== 'off';
  const command = { kind: 'set-open-at-login', openAtLogin: !ticked } as const;
  rows.push({ kind: 'tick', label: labels.openAtLogin, command, ticked });
  if (loginItem === 'needs-approval') {
    rows.push(press(menuTexts(locale).allowOpenAtLogin, { kind: 'allow-open-at-login' }));
  }
  return rows;
}

/** "12 s ago". 119 seconds come before 2 minutes, so that no language needs a singular. */
export function formatAge(ageMs: number, labels: Labels): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 5) return labels.justNow;
  if (seconds < 120) return labels.secondsAgo.replace('{count}', String(seconds));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return labels.minutesAgo.replace('{count}', String(minutes));
  return labels.hoursAgo.replace('{count}', String(Math.floor(minutes / 60)));
}

function shorten(sentence: string): string {
  let columns = 0;
  let kept = '';
  for (const character of sentence) {
    columns += /[ᄀ-￯]/u.test(character) ? 2 : 1;
    if (columns > longestRow) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}

function text(label: string): MenuRow {
  return { kind: 'text', label };
}

function press(label: string, command: MenuCommand, accelerator?: string): MenuRow {
  return accelerator === undefined ? { kind: 'press', label, command } : { kind: 'press', label, command, accelerator };
}
