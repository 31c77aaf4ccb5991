import { Notification } from 'electron';
import type { Clock } from '../ports/clock.ts';
import type { Notice, NoticeEvents, Notifier } from '../ports/notifier.ts';

/** What is told of one of these takes the place of what was told of it before, also by an earlier start of the app. */
type Tag = 'gateway' | 'configuration';
/** An app without a valid signature gets no answer at all, or a refusal at once (macOS 26). */
const shownWithinMs = 5_000;

interface Shown {
  readonly notice: Notice;
  readonly events: NoticeEvents;
}

/**
 * The system's notifications. One object for the life of the app: one that is forgotten is collected, which takes
 * its buttons away, and the new notification of the same tag with it.
 */
export function createNotifier(clock: Clock, tag: Tag): Notifier {
  let notification: Notification | null = null;
  let shown: Shown | null = null;
  let cancelWait: (() => void) | null = null;

  function stopWaiting(): void {
    cancelWait?.();
    cancelWait = null;
  }

  function refuse(why: string): void {
    stopWaiting();
    const refused = shown;
    shown = null;
    refused?.events.onRefused(why);
  }

  function make(): Notification {
    const made = new Notification({ id: tag, silent: true });
    made.on('show', () => stopWaiting());
    made.on('failed', (_event, error) => refuse(error));
    made.on('click', () => shown?.events.onPress('details'));
    made.on('action', ({ actionIndex }) => {
      const button = shown?.notice.buttons[actionIndex];
      if (button !== undefined) shown?.events.onPress(button.kind);
    });
    return made;
  }

  return {
    show(notice, events) {
      shown = { notice, events };
      if (!Notification.isSupported()) return refuse('notifications are not supported here');
      stopWaiting();
      cancelWait = clock.after(shownWithinMs, () => refuse('the system has not shown it'));
      notification ??= make();
      notification.title = notice.title;
      notification.body = notice.body;
      notification.actions = notice.buttons.map(({ label }) => ({ type: 'button', text: label }));
      notification.show();
    },
    withdraw() {
      stopWaiting();
      shown = null;
      notification?.close();
      if (process.platform === 'darwin') Notification.remove(tag);
    },
  };
}
