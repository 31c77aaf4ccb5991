import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, minutes, seconds } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { corruptDatabase, failing, logOf, saying } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const malformed = 'SqliteIntegrityError: SQLite integrity_check failed: database disk image is malformed';
const stateDir = '/Users/alice/.openclaw';

checkRule('db-corrupt', {
  silent: [
    {
      name: 'an earlier process said so',
      snapshot: saying(makeMark('database-corrupt', gatewayStartedAt - hours, malformed)),
    },
    {
      name: 'an earlier start of a loop said so, and the last one something else',
      snapshot: failing(
        makeMark('database-corrupt', at - 6 * seconds, malformed),
        makeMark('starting', at - 4 * seconds, '[gateway] loading configuration…'),
        makeMark('config-invalid', at - 3 * seconds),
      ),
    },
    {
      name: 'it was stopped on purpose',
      snapshot: makeIdleMac(undefined, {
        log: logOf([makeMark('database-corrupt', at - hours, malformed)], { modifiedAt: at - 5 * hours }),
      }),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
    },
  ],
  loud: [
    {
      ...corruptDatabase,
      subject: stateDir,
      severity: 'blocking',
      certainty: 'likely',
      args: { stateDir, line: malformed },
      evidence: [malformed],
    },
    {
      name: 'it serves, and delivers nothing',
      snapshot: saying(makeMark('database-corrupt', at - hours, malformed)),
      subject: stateDir,
      severity: 'degraded',
      certainty: 'likely',
      args: { stateDir, line: malformed },
      evidence: [],
    },
  ],
});
