import { valueOf } from '../../core/model/reading.ts';
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
/** The service may end once more before it settles, and its minute begins anew. */
const endsAllowed = 1;

interface Seen extends Verified {
  /** Of the service; `null`: it has none, or that could not be read. */
  readonly pid: number | null;
}

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
  const look = async (): Promise<Seen> => {
    const { snapshot, status } = await looker.look('full');
    const { state } = status;
    const verdict = judgeVerdict(question, { snapshot, state, memory: pictures.memoryNow() });
    return { verdict, state, pid: valueOf(snapshot.service)?.pid ?? null };
  };
  let found = await look();
  const settledBy = clock.now() + servesMs;
  while (isOnTheWay(found.state) && clock.now() < settledBy) {
    await sleep(clock, lookAgainMs);
    found = await look();
  }
  return hold(found, { look, clock, holdMs: question.holdMs, isAboutProcess: question.plan.verify.goal === 'serving' });
}

interface Holding {
  readonly look: () => Promise<Seen>;
  readonly clock: Clock;
  readonly holdMs: number;
  /** It is one process that has to last: a loop can be quick enough to look well each time. */
  readonly isAboutProcess: boolean;
}

async function hold(first: Seen, { look, clock, holdMs, isAboutProcess }: Holding): Promise<Verified> {
  let found = first;
  let until = clock.now() + holdMs;
  let misses = 0;
  let ends = 0;
  let { pid } = first;
  for (;;) {
    misses = found.verdict === 'fixed' ? 0 : misses + 1;
    if (misses > missesAllowed || (misses === 0 && clock.now() >= until)) return withoutPid(found);
    await sleep(clock, misses > 0 ? lookAgainMs : Math.min(lookAgainMs, until - clock.now()));
    found = await look();
    if (!isAboutProcess || found.pid === null || found.pid === pid) continue;
    if (pid !== null) ends += 1;
    pid = found.pid;
    until = clock.now() + holdMs;
    if (ends > endsAllowed) return { verdict: 'not-fixed', state: found.state };
  }
}

function withoutPid({ verdict, state }: Seen): Verified {
  return { verdict, state };
}

function isOnTheWay(state: GatewayState): boolean {
  return state === 'starting' || state === 'stopping';
}
