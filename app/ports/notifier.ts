/** Tells a person something who has not asked. One thing at a time: the next takes the place of the one before. */
export interface Notifier {
  /** Without a sound. Never throws. */
  show(notice: Notice, events: NoticeEvents): void;
  /** What is shown is no longer true. Also takes away what an earlier start of the app has left. */
  withdraw(): void;
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly buttons: readonly { readonly kind: NoticeButton; readonly label: string }[];
}

export type NoticeButton = 'restart' | 'start' | 'details' | 'review' | 'undo';

export interface NoticeEvents {
  /** A click on the notice itself is `details`. */
  readonly onPress: (button: NoticeButton) => void;
  /** The system does not show it. `why` is technical. */
  readonly onRefused: (why: string) => void;
}
