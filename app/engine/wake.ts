import type { Clock } from '../ports/clock.ts';

export interface Wake {
  /** The machine woke up now. */
  woke(): void;
  /** What fails in the first moments after a wake is no news. */
  isQuiet(): boolean;
  close(): void;
}

/** The network and launchd are late after a wake (macOS): one look early, one when all is surely back. */
const pausesMs = [3_000, 10_000] as const;

export function createWake(clock: Clock, setWokeAt: (at: number) => void, look: () => void): Wake {
  let quietUntil = 0;
  let planned: readonly (() => void)[] = [];

  function close(): void {
    for (const cancel of planned) cancel();
    planned = [];
  }

  return {
    woke() {
      close();
      setWokeAt(clock.now());
      quietUntil = clock.now() + pausesMs[0];
      planned = pausesMs.map((pauseMs) => clock.after(pauseMs, look));
    },
    isQuiet: () => clock.now() < quietUntil,
    close,
  };
}
