import { known } from '../../../app/core/model/reading.ts';
import { makeStrayMac } from '../make-machine.ts';
import { at, hours, label, minutes, seconds } from '../make-moment.ts';
import { makeMark, makeNotReadyReach } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { logOf, safeMode } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const tripped = (ago: number) => makeMark('breaker-tripped', at - ago, 'restart-loop breaker tripped');

checkRule('breaker-safe-mode', {
  silent: [
    {
      name: 'one channel fails, or was stopped by hand',
      snapshot: makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) }),
    },
    { name: 'it tripped yesterday', snapshot: makeSnapshot({ log: logOf([tripped(20 * hours)]) }) },
    {
      name: 'started anew since',
      snapshot: makeSnapshot({ log: logOf([tripped(2 * minutes), makeMark('starting', at - minutes)]) }),
    },
    {
      name: 'recovered since',
      snapshot: makeSnapshot({
        log: logOf([tripped(6 * minutes)], {
          lines: [{ at: at - 40 * seconds, text: '[gateway] gateway restart-loop breaker recovered' }],
        }),
      }),
    },
    {
      name: 'another gateway serves, of which this log tells nothing',
      snapshot: makeStrayMac(undefined, { log: logOf([tripped(minutes)]) }),
    },
    { name: 'of unknown time', snapshot: makeSnapshot({ log: logOf([makeMark('breaker-tripped', null)]) }) },
  ],
  loud: [
    {
      ...safeMode,
      subject: label,
      severity: 'degraded',
      certainty: 'certain',
      args: { label, trippedAt: at - 60 * seconds, endsAt: at + 4 * minutes },
      evidence: ['gateway restart-loop breaker tripped: 3 unclean boot(s)', '{"ok":true,"status":"live"}'],
    },
  ],
});
