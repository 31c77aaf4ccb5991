import { isLive } from '../core/actions/port-holder.ts';
import type { Picture } from '../core/model/picture.ts';
import { valueOf } from '../core/model/reading.ts';
import type { Http } from '../ports/http.ts';

export interface Pulse {
  /** One short request; calls back when its answer is another than the picture's. At most one at a time. */
  feel(picture: Picture): void;
}

const timeoutMs = 2_000;

export function createPulse(http: Http, onChange: () => void, onError: (error: unknown) => void): Pulse {
  let isWaiting = false;

  async function ask({ snapshot }: Picture): Promise<boolean> {
    const { scheme, host } = valueOf(snapshot.reach) ?? ({ scheme: 'http', host: '127.0.0.1' } as const);
    const answer = await http.get({ scheme, host, port: snapshot.port.port, path: '/healthz', timeoutMs });
    const isAnswering = answer.kind === 'answered' && answer.httpStatus === 200;
    return isAnswering !== isLive(snapshot);
  }

  return {
    feel(picture) {
      if (isWaiting) return;
      isWaiting = true;
      ask(picture)
        .then((differs) => (differs ? onChange() : undefined))
        .catch(onError)
        .finally(() => {
          isWaiting = false;
        });
    },
  };
}
