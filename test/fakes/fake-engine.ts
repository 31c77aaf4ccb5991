import type { ActionKind, ActionResult } from '../../app/core/model/action.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { Engine } from '../../app/engine/engine.ts';

export interface FakeEngine extends Engine {
  /** Makes `picture` the newest one and tells every listener. */
  publish(picture: Picture): void;
  /** What `act` answers next; without it `act` fails the test. */
  answerWith(result: ActionResult): void;
  /** Everything a face asked, in order. */
  readonly calls: readonly FakeEngineCall[];
  listenerCount(): number;
}

export type FakeEngineCall =
  | { readonly kind: 'look' | 'start' | 'stop' | 'woke' }
  | { readonly kind: 'act'; readonly action: ActionKind; readonly confirmed: boolean };

/** An engine that a test speaks for. `look` shows the given picture; `act` needs an answer first. */
export function makeFakeEngine(first: Picture | null = null): FakeEngine {
  let newest = first;
  const answers: ActionResult[] = [];
  const calls: FakeEngineCall[] = [];
  const listeners = new Set<(picture: Picture) => void>();

  return {
    calls,
    listenerCount: () => listeners.size,
    publish(picture) {
      newest = picture;
      for (const listener of listeners) listener(picture);
    },
    answerWith: (result) => answers.push(result),
    async look() {
      calls.push({ kind: 'look' });
      if (newest === null) throw new Error('look() was called before the test gave a picture');
      for (const listener of listeners) listener(newest);
      return newest;
    },
    current: () => newest,
    onPicture(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      calls.push({ kind: 'start' });
      return { ready: Promise.resolve() };
    },
    async stop() {
      calls.push({ kind: 'stop' });
    },
    async act(action, { confirmed }) {
      calls.push({ kind: 'act', action, confirmed });
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`act(${action}) was not expected`);
      return answer;
    },
    woke: () => void calls.push({ kind: 'woke' }),
  };
}
