import type { News } from '../core/model/news.ts';
import type { Picture } from '../core/model/picture.ts';
import { deriveNews } from '../core/news.ts';
import { deriveNewsView } from '../core/news-view.ts';
import { actionTexts } from '../core/text/actions.ts';
import { labelTexts } from '../core/text/labels.ts';
import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notice, NoticeButton, Notifier } from '../ports/notifier.ts';
import type { Actions } from './actions.ts';
import type { AutomaticSwitch } from './automatic.ts';
import type { Extras } from './extras.ts';
import type { NewsMemoryFile } from './news-memory.ts';
import type { SettingsStore } from './settings.ts';
import type { Views } from './views.ts';
import type { DetailsWindow } from './window.ts';

export interface NewsParts {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly settings: SettingsStore;
  readonly memoryFile: NewsMemoryFile;
  readonly views: Views;
  readonly extras: Extras;
  readonly actions: Actions;
  readonly details: Pick<DetailsWindow, 'show'>;
  readonly automatic: Pick<AutomaticSwitch, 'isRunning'>;
  readonly complain: (error: unknown) => void;
}

/** Tells what begins and what is over; where the system does not show it, the panel does. */
export function tellNews(parts: NewsParts): void {
  const { engine, clock, notifier, settings, memoryFile, automatic, complain } = parts;
  let memory = memoryFile.first;
  let isAwaited = false;

  engine.onPicture((picture) => {
    const { news: kinds, snoozedUntil } = settings.current();
    const outcome = deriveNews(memory, picture, {
      now: clock.now(),
      settings: { kinds, snoozedUntil },
      actor: automatic.isRunning() ? 'app' : 'person',
      awaited: isAwaited,
    });
    memory = outcome.memory;
    void memoryFile.keep(memory).catch(complain);
    if (outcome.withdraw) notifier.withdraw();
    if (outcome.news !== null) tell(outcome.news, picture);
  });

  function tell(news: News, picture: Picture): void {
    const { extras, views } = parts;
    extras.noteAccepted();
    notifier.show(writeNotice(news, picture, views), {
      onPress: (button) => void press(button).catch(complain),
      onRefused: () => {
        extras.addRefused(news);
        views.refresh();
      },
    });
  }

  async function press(button: NoticeButton): Promise<void> {
    const chosen = parts.views.current()?.actions.find(({ action }) => action === button);
    // What is not valid any more is not done: the details say what is now.
    if (chosen === undefined) return parts.details.show();
    isAwaited = true;
    try {
      await parts.actions.actFromMenu(chosen);
    } finally {
      isAwaited = false;
    }
  }
}

function writeNotice(news: News, { available }: Picture, views: Pick<Views, 'locale'>): Notice {
  const locale = views.locale();
  const { title, text } = deriveNewsView(news, news.at, { locale });
  // What does not run cannot be restarted: there the same wish is a start.
  const cure = (['restart', 'start'] as const).find((each) => available.some(({ action }) => action === each));
  const details = { kind: 'details', label: labelTexts(locale).details } as const;
  if (news.kind === 'recovered' || cure === undefined) return { title, body: text, buttons: [details] };
  return { title, body: text, buttons: [{ kind: cure, label: actionTexts(locale).labels[cure] }, details] };
}
