import type { UsageSample } from '../../../app/core/model/memory.ts';
import { known } from '../../../app/core/model/reading.ts';
import { makeMemory } from '../make-machine.ts';
import { at, gatewayPid, label, minutes, seconds, strayPid } from '../make-moment.ts';
import { cannotRead, makeProcess } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { silentReach, spinning, usedFor } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const twice = [at - 2 * minutes, at - minutes];
const busy = makeSnapshot({ reach: silentReach });

/** Nine minutes of hard work, of which this is otherwise. */
const changed = (change: Partial<UsageSample>) =>
  usedFor(9 * minutes, 99).map((sample) => Object.assign({}, sample, change));

checkRule('cpu', {
  silent: [
    {
      name: 'it works hard and answers: a compaction, an index',
      snapshot: makeSnapshot(),
      memory: makeMemory({ usage: usedFor(9 * minutes, 99) }),
    },
    {
      name: 'it works hard and was slow once',
      snapshot: busy,
      memory: makeMemory({ usage: usedFor(9 * minutes, 99), slowAt: [at - minutes] }),
    },
    {
      name: 'it was slow twice, a quarter of an hour ago',
      snapshot: busy,
      memory: makeMemory({ usage: usedFor(9 * minutes, 99), slowAt: [at - 13 * minutes, at - 12 * minutes] }),
    },
    { name: 'it is slow without work', snapshot: busy, memory: makeMemory({ slowAt: twice }) },
    {
      name: 'it works hard for four minutes only',
      snapshot: busy,
      memory: makeMemory({ usage: usedFor(4 * minutes, 99), slowAt: twice }),
    },
    {
      name: 'it paused in between',
      snapshot: busy,
      memory: makeMemory({
        usage: usedFor(9 * minutes, 99).with(7, {
          at: at - 2 * minutes,
          pid: gatewayPid,
          cpuPercent: 20,
          memoryBytes: 1,
        }),
        slowAt: twice,
      }),
    },
    {
      name: 'another process did',
      snapshot: busy,
      memory: makeMemory({
        usage: changed({ pid: strayPid }),
        slowAt: twice,
      }),
    },
    {
      name: 'it starts',
      snapshot: makeSnapshot({
        reach: silentReach,
        processes: known([makeProcess({ startedAt: at - 4 * minutes - 50 * seconds })], at),
      }),
      memory: makeMemory({ usage: usedFor(6 * minutes, 99), slowAt: twice }),
    },
    {
      name: 'the last list of processes is old',
      snapshot: makeSnapshot({ reach: silentReach, processes: cannotRead() }),
      memory: makeMemory({
        usage: usedFor(9 * minutes, 99).map(({ at: sampleAt, ...rest }) =>
          Object.assign(rest, { at: sampleAt - 6 * minutes }),
        ),
        slowAt: twice,
      }),
    },
    {
      name: 'what it uses is not told',
      snapshot: busy,
      memory: makeMemory({
        usage: changed({ cpuPercent: null }),
        slowAt: twice,
      }),
    },
  ],
  loud: [
    {
      ...spinning,
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { pid: gatewayPid, cpuPercent: 100, minutes: 6 },
      evidence: [`${gatewayPid} 99.6`],
    },
    {
      name: 'it answers again for the moment',
      snapshot: makeSnapshot(),
      memory: makeMemory({ usage: usedFor(12 * minutes, 140), slowAt: [at - 4 * minutes, at - 3 * minutes] }),
      subject: label,
      severity: 'degraded',
      certainty: 'likely',
      args: { pid: gatewayPid, cpuPercent: 140, minutes: 12 },
      evidence: [`${gatewayPid} 140.0`],
    },
  ],
});
