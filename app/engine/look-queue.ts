import type { Depth } from './collect.ts';
import type { Looker } from './looker.ts';

/** The loop's wishes for looks, never more than one ahead. */
export interface LookQueue {
  /** Asks for a look of at least that depth; what comes in while one runs is one more look afterwards. */
  request(depth: Depth): void;
  /** At once, beside whatever runs: a slow look must not delay the news of a death. Then everything. */
  requestNow(): void;
  /** Nothing is begun any more. */
  close(): void;
}

const ranks: Record<Depth, number> = { quick: 0, reconcile: 1, full: 2 };

export function createLookQueue(looker: Looker, onError: (error: unknown) => void): LookQueue {
  let wanted: Depth | null = null;
  let isRunning = false;
  let isClosed = false;

  async function drain(): Promise<void> {
    isRunning = true;
    try {
      while (wanted !== null) {
        const depth: Depth = wanted;
        wanted = null;
        await looker.look(depth);
      }
    } finally {
      isRunning = false;
    }
  }

  function request(depth: Depth): void {
    if (isClosed) return;
    if (wanted === null || ranks[depth] > ranks[wanted]) wanted = depth;
    if (!isRunning) drain().catch(onError);
  }

  return {
    request,
    requestNow() {
      if (isClosed) return;
      looker
        .look('quick')
        .then(() => request('full'))
        .catch(onError);
    },
    close() {
      isClosed = true;
      wanted = null;
    },
  };
}
