/** Time as a parameter: tests pass a hand-driven one. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls once after `delayMs`; the returned function cancels. */
  after(delayMs: number, call: () => void): () => void;
  every(intervalMs: number, call: () => void): () => void;
}

/** Resolves after `delayMs` on the given clock, or at once when aborted. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const cancel = clock.after(delayMs, resolve);
    signal?.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
