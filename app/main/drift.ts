import { deriveDrift } from '../core/drift.ts';
import { isUndoneAtOnce } from '../core/drift-undo.ts';
import type { Drift } from '../core/model/drift.ts';
import type { DriftNews } from '../core/model/news.ts';
import type { Picture } from '../core/model/picture.ts';
import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../ports/clock.ts';
import type { NoticeButton, Notifier } from '../ports/notifier.ts';
import type { Actions } from './actions.ts';
import type { DriftMemoryFile } from './drift-memory.ts';
import { writeNotice, writeUndone } from './drift-notice.ts';
import type { Extras } from './extras.ts';
import type { SettingsStore } from './settings.ts';
import type { Views } from './views.ts';
import type { DetailsWindow } from './window.ts';

export interface DriftParts {
  readonly engine: Engine;
  readonly clock: Clock;
  /** One of its own: a change does not take the place of what is told of the gateway. */
  readonly notifier: Notifier;
  readonly settings: SettingsStore;
  readonly memoryFile: DriftMemoryFile;
  readonly views: Views;
  readonly extras: Extras;
  readonly actions: Pick<Actions, 'track'>;
  readonly details: Pick<DetailsWindow, 'show'>;
  readonly complain: (error: unknown) => void;
}

/** Tells what others changed in the configuration; where the system does not show it, the panel does. */
export function tellDrift(parts: DriftParts): void {
  const { engine, clock, settings, memoryFile, complain } = parts;
  let memory = memoryFile.first;
  let cancelWait: (() => void) | null = null;

  function consider(picture: Picture | null): void {
    cancelWait?.();
    cancelWait = null;
    if (picture === null) return;
    const { news, snoozedUntil } = settings.current();
    const outcome = deriveDrift(memory, picture, { now: clock.now(), isOn: news.drift, snoozedUntil });
    memory = outcome.memory;
    void memoryFile.keep(memory).catch(complain);
    if (outcome.drift !== null) tell(outcome.drift, parts);
    if (outcome.againAt === null) return;
    cancelWait = clock.after(outcome.againAt - clock.now(), () => consider(engine.current()));
  }

  engine.onPicture(consider);
}

function tell(drift: Drift, parts: DriftParts): void {
  const { clock, notifier, extras, views, complain } = parts;
  const news: DriftNews = { kind: 'drift', at: clock.now(), drift };
  extras.noteAccepted();
  notifier.show(writeNotice(news, { locale: views.locale() }), {
    onPress: (button) => void press(button, drift, parts).catch(complain),
    onRefused: () => {
      extras.addRefused(news);
      views.refresh();
    },
  });
}

async function press(button: NoticeButton, drift: Drift, parts: DriftParts): Promise<void> {
  if (button === 'undo') return takeBack(drift, parts);
  parts.extras.askForHistory();
  parts.views.refresh();
  parts.details.show();
}

/** At once where the click is consent enough; else what would be done is shown first. */
async function takeBack(drift: Drift, parts: DriftParts): Promise<void> {
  const { engine, actions, details, notifier, views } = parts;
  const isLookingAtAnother = (engine.current()?.preview ?? null) !== null;
  const answer = await engine.previewRestore({ kind: 'drift', ranges: drift.ranges });
  if (!('offer' in answer)) return press('review', drift, parts);
  const { offer } = answer;
  if (isLookingAtAnother || !isUndoneAtOnce(drift, offer)) return details.show();
  const change = engine.repair(offer.id, { confirmed: true });
  actions.track(change);
  const result = await change;
  if (result.kind !== 'ended' || result.run.verdict !== 'fixed') return details.show();
  // Whoever pressed there sees no other answer.
  notifier.show(writeUndone(drift, views.locale()), { onPress: () => details.show(), onRefused: () => details.show() });
}
