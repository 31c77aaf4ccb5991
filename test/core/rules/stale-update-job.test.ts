import { known } from '../../../app/core/model/reading.ts';
import type { Supervisor } from '../../../app/core/model/service.ts';
import { at } from '../make-moment.ts';
import { cannotRead, makeProcess } from '../make-running.ts';
import { makeService, makeSupervisor } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const label = 'openclaw-update-1789';
const bounced = known(makeService({ runs: 59 }), at);
const beside = (change: Partial<Supervisor> = {}) => ({
  service: bounced,
  supervisors: known(
    [
      makeSupervisor(),
      makeSupervisor({
        label,
        path: '',
        kind: 'other',
        isTarget: false,
        port: null,
        stateDir: null,
        pid: null,
        commandLine: '',
        submitted: { lastStatus: 127 },
        ...change,
      }),
    ],
    at,
  ),
});

checkRule('stale-update-job', {
  silent: [
    { name: 'a gateway with many starts, and no such job', snapshot: makeSnapshot({ service: bounced }) },
    { name: 'a job with a file of its own', snapshot: makeSnapshot(beside({ submitted: null })) },
    { name: 'it is at work', snapshot: makeSnapshot(beside({ pid: 901 })) },
    {
      name: 'npm is at work',
      snapshot: makeSnapshot({
        ...beside(),
        processes: known([makeProcess(), makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    {
      name: 'whether npm is at work cannot be read',
      snapshot: makeSnapshot({ ...beside(), processes: cannotRead() }),
    },
  ],
  loud: [
    {
      name: 'left over, and ended with 127 each time',
      snapshot: makeSnapshot(beside()),
      subject: label,
      severity: 'degraded',
      certainty: 'likely',
      args: { label, runs: 59 },
      evidence: [`- 127 ${label}`, 'state = running'],
    },
  ],
});
