import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, nodePath } from '../make-moment.ts';
import { makeLog, makeMark } from '../make-running.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { lockedOut, logOf, saying } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const denied = "Error: EPERM: operation not permitted, open '/Users/alice/Documents/notes.md'";
const mark = makeMark('privacy-denied', at - hours, denied);

checkRule('tcc', {
  silent: [
    { name: 'on Linux', snapshot: makeLinuxSnapshot({ log: known(makeLog({ marks: [mark] }), at) }) },
    { name: 'an earlier process was refused', snapshot: saying(makeMark('privacy-denied', gatewayStartedAt - hours)) },
    { name: 'nothing runs', snapshot: makeIdleMac(undefined, { log: logOf([mark]) }) },
  ],
  loud: [
    {
      ...lockedOut,
      subject: nodePath,
      severity: 'notice',
      certainty: 'likely',
      args: { nodePath, line: denied },
      evidence: [denied],
    },
    {
      name: 'refused twice: the newest counts',
      snapshot: makeSnapshot({ log: logOf([makeMark('privacy-denied', at - 2 * hours, 'before'), mark]) }),
      subject: nodePath,
      severity: 'notice',
      certainty: 'likely',
      args: { nodePath, line: denied },
      evidence: ['before', denied],
    },
  ],
});
