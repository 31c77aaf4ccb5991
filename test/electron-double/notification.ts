import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { makeEvent } from './event.ts';
import { strict } from './strict.ts';

interface Action {
  readonly type: 'button' | 'selection';
  readonly text?: string;
}

/** As the person sees it. */
export interface NotificationCard {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly buttons: readonly string[];
}

/** Every notification that was shown, oldest first, and what is there now, by id: macOS replaces what has the same. */
export const shownNotifications: NotificationCard[] = [];
export const presentNotifications = new Map<string, NotificationDouble>();
/** What the system does with the next ones: `refuses` gives `failed`, `ignores` gives no sign at all. */
export const notificationCenter = { mood: 'shows' as 'shows' | 'refuses' | 'ignores' };

export class NotificationDouble extends EventEmitter {
  readonly id: string;
  title: string;
  body: string;
  silent: boolean;
  actions: Action[];

  static isSupported() {
    return true;
  }
  static remove(id: string | string[]) {
    for (const each of [id].flat()) presentNotifications.delete(each);
  }

  constructor(options: { id?: string; title?: string; body?: string; silent?: boolean; actions?: Action[] } = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Notification before app is ready');
    this.id = options.id ?? 'random';
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.actions = options.actions ?? [];
    return strict('Notification', this);
  }
  show() {
    const { mood } = notificationCenter;
    if (mood === 'ignores') return;
    setImmediate(() => {
      if (mood === 'refuses') return this.emit('failed', makeEvent({}), 'Notifications are not allowed');
      return this.emit('show', makeEvent({}));
    });
    if (mood === 'refuses') return;
    presentNotifications.set(this.id, this);
    shownNotifications.push(this.$card());
  }
  close() {
    presentNotifications.delete(this.id);
  }
  $card(): NotificationCard {
    const { id, title, body, silent, actions } = this;
    return { id, title, body, silent, buttons: actions.map(({ text = '' }) => text) };
  }
  /** The person presses the button with that name. */
  $press(name: string) {
    const actionIndex = this.actions.findIndex(({ text }) => text === name);
    if (actionIndex === -1) throw new Error(`the notification has no button "${name}"`);
    this.emit('action', makeEvent({ actionIndex }), actionIndex, -1);
  }
  $click() {
    this.emit('click', makeEvent({}));
  }
}
