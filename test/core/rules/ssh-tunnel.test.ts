import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, minutes } from '../make-moment.ts';
import { cannotRead, makeListener, makeProcess, makeReach } from '../make-running.ts';
import { makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const tunnel = {
  reach: known(makeReach(), at),
  listeners: known([makeListener({ pid: 900, command: 'ssh' })], at),
  processes: known(
    [makeProcess({ pid: 900, name: 'ssh', role: 'ssh', commandLine: 'ssh -NL 18789:localhost:18789 box' })],
    at,
  ),
};
const loud = {
  subject: '18789',
  certainty: 'certain',
  args: { port: 18_789, pid: 900 },
  evidence: ['ssh 900 127.0.0.1:18789 [::1]:18789 (LISTEN)'],
} as const;

checkRule('ssh-tunnel', {
  silent: [
    {
      name: 'ssh runs, and the service has the port',
      snapshot: makeSnapshot({
        processes: known([makeProcess(), makeProcess({ pid: 900, role: 'ssh', name: 'ssh' })], at),
      }),
    },
    {
      name: 'what listens cannot be told',
      snapshot: makeIdleMac(makeUnloadedService(), { ...tunnel, processes: cannotRead() }),
    },
  ],
  loud: [
    {
      name: 'where a service should be',
      snapshot: makeIdleMac(makeUnloadedService(), tunnel),
      ...loud,
      severity: 'blocking',
    },
    {
      name: 'where no service is: it may be meant',
      snapshot: makeIdleMac(makeUnloadedService(), { ...tunnel, definition: absent(at) }),
      ...loud,
      severity: 'notice',
    },
    {
      name: 'in the place of a gateway that was stopped on purpose',
      snapshot: makeIdleMac(makeUnloadedService(), tunnel),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 9 * minutes, succeeded: true } }),
      ...loud,
      severity: 'notice',
    },
  ],
});
