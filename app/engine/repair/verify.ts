import type { Verdict } from '../../core/model/repair.ts';
import type { GatewayState } from '../../core/model/state.ts';
import { servesMs } from '../../core/actions/time-limits.ts';
import { type Clock, sleep } from '../../ports/clock.ts';
import type { Looker } from '../looker.ts';
import type { Pictures } from '../pictures.ts';
import { judgeVerdict, type VerdictQuestion } from './verdict.ts';

const lookAgainMs = 5_000;
/** A question that got no answer on a busy machine is no news; the same twice is. */
const missesAllowed = 1;

export interface Verified {
  readonly verdict: Extract<Verdict, 'fixed' | 'not-fixed' | 'worse'>;
  readonly state: GatewayState;
}

export interface VerifyQuestion extends VerdictQuestion {
  /** How long it must last. */
  readonly holdMs: number;
}

/** Reads all again, judges again, and sees whether it lasts. */
export async function verify(
  question: VerifyQuestion,
  { looker, pictures, clock }: { readonly looker: Looker; readonly pictures: Pictures; readonly clock: Clock },
): Promise<Verified> {
  const look = async (): Promise<Verified> => {
    const { snapshot, status } = await looker.look('full');
    const { state } = status;
    return { verdict: judgeVerdict(question, { snapshot, state, memory: pictures.memoryNow() }), state };
  };
  let found = await look();
  const settledBy = clock.now() + servesMs;
  while (isOnTheWay(found.state) && clock.now() < settledBy) {
    await sleep(clock, lookAgainMs);
    found = await look();
  }
  const until = clock.now() + question.holdMs;
  let misses = 0;
  for (;;) {
    misses = found.verdict === 'fixed' ? 0 : misses + 1;
    if (misses > missesAllowed || (misses === 0 && clock.now() >= until)) return found;
    await sleep(clock, misses > 0 ? lookAgainMs : Math.min(lookAgainMs, until - clock.now()));
    found = await look();
  }
}

function isOnTheWay(state: GatewayState): boolean {
  return state === 'starting' || state === 'stopping';
}
