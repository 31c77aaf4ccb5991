import type { Clock } from '../../app/ports/clock.ts';
import type { Ports } from '../../app/ports/index.ts';
import { makeFakeClock, settle } from '../fakes/fake-clock.ts';

/**
 * Time that a test drives while everything else is real: it stands still until whatever was asked of the machine has
 * answered, so a busy machine changes nothing.
 */
export interface StoryClock {
  readonly clock: Clock;
  /** Puts the clock between an engine and its world; what the system dates is told in the story's time. */
  readonly between: (ports: Ports) => Ports;
  pass(durationMs: number): Promise<void>;
}

/** Shorter than any probe's deadline: nothing that takes the machine some time is late in the story. */
const stepMs = 1_000;
/** What does not answer in this real time is frozen. */
const answerMs = 150;

/** `ageMs`: for so long what runs at the beginning has run. */
export function makeStoryClock(ageMs: number): StoryClock {
  const beganAt = Date.now();
  const clock = makeFakeClock(beganAt);
  const moments: { readonly realAt: number; readonly at: number }[] = [{ realAt: beganAt, at: beganAt }];
  const asked = new Set<Promise<unknown>>();

  /** A moment of the system as one of the story. */
  function told(realAt: number): number {
    const last = moments.findLast((moment) => moment.realAt <= realAt);
    return last === undefined ? realAt - ageMs : last.at;
  }

  function counting<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(value, target, args);
          if (!(answer instanceof Promise)) return answer;
          const answered = answer.finally(() => asked.delete(answered));
          asked.add(answered);
          return answered;
        };
      },
    });
  }

  async function untilAnswered(): Promise<void> {
    await settle();
    while (asked.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await settle();
    }
  }

  return {
    clock,
    between: (ports) => {
      const { processes, http } = ports;
      return {
        ...ports,
        clock,
        programs: counting(ports.programs),
        files: counting(ports.files),
        notebook: counting(ports.notebook),
        journal: counting(ports.journal),
        store: counting(ports.store),
        http: counting({
          ...http,
          get: (request, signal) => http.get({ ...request, timeoutMs: answerMs }, signal),
        }),
        processes: counting({
          ...processes,
          list: async (signal) =>
            (await processes.list(signal)).map((entry) => ({
              ...entry,
              startedAt: entry.startedAt === null ? null : told(entry.startedAt),
            })),
        }),
      };
    },
    async pass(durationMs) {
      for (let left = durationMs; left > 0; left -= stepMs) {
        await untilAnswered();
        await clock.advance(Math.min(stepMs, left));
        moments.push({ realAt: Date.now(), at: clock.now() });
      }
      await untilAnswered();
    },
  };
}
