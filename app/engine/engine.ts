import type { ActionKind, ActionResult } from '../core/model/action.ts';
import type { Picture } from '../core/model/picture.ts';

/** The engine as every face sees it. */
export interface Engine {
  /** Reads everything now and judges it. Concurrent calls share one collection. */
  look(): Promise<Picture>;
  /** The newest picture, or `null` before the first look. */
  current(): Picture | null;
  /** Called after every look whose picture differs, and when an action begins or ends. Returns the unsubscribe function. */
  onPicture(listener: (picture: Picture) => void): () => void;
  /** Begins to watch (events, not polling). `ready` resolves when changes will be seen. */
  start(): { readonly ready: Promise<void> };
  stop(): Promise<void>;
  act(action: ActionKind, options: { readonly confirmed: boolean }): Promise<ActionResult>;
  /** The machine woke up: look again after a pause, and forgive what failed meanwhile. */
  woke(): void;
}
