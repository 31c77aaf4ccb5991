import type { PreviewView } from './model/view.ts';
import type { Restore, RestoreWish } from './model/wish.ts';
import { writePath } from './settings/read.ts';
import { formatMoment } from './text/durations.ts';
import type { TimeStyle } from './text/durations.ts';
import { restoreTexts } from './text/restores.ts';

/** A preview has its steps and their exact lines too. */
const namedSettings = 5;

/** Title, meaning and button of a preview that brings something back. */
export function writeRestoreWish(
  { code, restores }: RestoreWish,
  now: number,
  style: TimeStyle,
): Pick<PreviewView, 'title' | 'whatIsWrong' | 'executeLabel'> {
  const texts = restoreTexts(style.locale);
  const file = [...new Set(restores.map(bareName))].join(texts.and);
  const when = formatMoment(restores[0].at, now, style);
  const settings = listSettings(restores);
  const more = settings.length - namedSettings;
  const named = settings.slice(0, namedSettings).join(texts.and);
  const what = settings.length === 0 ? file : more > 0 ? texts.more({ named, count: more }) : named;
  return {
    title: texts.titles[code]({ file, when }),
    whatIsWrong: settings.length === 0 ? texts.whole({ file, when }) : texts.settings({ what, when }),
    executeLabel: texts.execute[code],
  };
}

function listSettings(restores: readonly Restore[]): readonly string[] {
  return restores.flatMap(({ edits }) => (edits ?? []).map(({ path }) => writePath(path)));
}

function bareName({ file }: Restore): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
