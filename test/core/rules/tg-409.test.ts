import { makeIdleMac } from '../make-machine.ts';
import { at, gatewayStartedAt, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { logOf, repeated, saying, telegramConflict } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const conflict = '[telegram] 409: Conflict: terminated by other getUpdates request';

checkRule('tg-409', {
  silent: [
    { name: 'one conflict right after a restart', snapshot: saying(...repeated(1, 'telegram-conflict', conflict)) },
    {
      name: 'three within an hour',
      snapshot: saying(...[50, 30, 5].map((ago) => makeMark('telegram-conflict', at - ago * minutes, conflict))),
    },
    {
      name: 'an earlier process had them',
      snapshot: saying(
        ...[3, 2, 1].map((ago) => makeMark('telegram-conflict', gatewayStartedAt - ago * minutes, conflict)),
      ),
    },
    {
      name: 'nothing runs',
      snapshot: makeIdleMac(undefined, { log: logOf(repeated(4, 'telegram-conflict', conflict)) }),
    },
  ],
  loud: [
    {
      ...telegramConflict,
      subject: 'telegram',
      severity: 'degraded',
      certainty: 'likely',
      args: { count: 4 },
      evidence: [conflict],
    },
  ],
});
