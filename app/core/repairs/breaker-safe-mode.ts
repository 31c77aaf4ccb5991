import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** The end of the window is noticed with the gateway's next round. */
const graceMs = 60_000;

/** Each restart would prolong it: waiting is the repair, and after it a person may start single channels. */
export const breakerSafeMode = makeLadder('breaker-safe-mode', {
  never: ['kickstart-loop', 'bootout-first', 'kill-unproven'],
  rungs: [
    {
      name: 'wait-for-window',
      plan(finding, context) {
        const leftMs = finding.args.endsAt - context.snapshot.at;
        if (leftMs < -graceMs) return null;
        return makePlan(finding, context, {
          rung: 'wait-for-window',
          steps: [{ kind: 'wait', waitMs: Math.max(0, leftMs) + graceMs, until: 'breaker-window-over' }],
          interrupts: false,
          questions: [],
          goal: 'serving',
        });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(finding, [
      'openclaw channels status',
      `openclaw gateway call channels.start --params '{"channel":"CHANNEL"}'`,
    ]),
});
