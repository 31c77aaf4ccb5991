import { absent, known } from '../../../app/core/model/reading.ts';
import { makeStrayMac } from '../make-machine.ts';
import { at, gatewayStartedAt, strayPid } from '../make-moment.ts';
import { cannotRead, makeProcess, makeStrayProcess } from '../make-running.ts';
import { makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const hostLine = '/Applications/ClawX.app/Contents/MacOS/ClawX';
const host = makeProcess({ pid: 812, ppid: 1, role: 'host-app', name: 'ClawX', commandLine: hostLine });
const hosted = known([makeStrayProcess({ ppid: 812 }), host], at);
const loud = {
  subject: 'ClawX',
  certainty: 'certain',
  args: { product: 'ClawX', pid: strayPid, port: 18_789 },
} as const;

checkRule('third-party-host', {
  silent: [
    { name: 'a stray of a terminal', snapshot: makeStrayMac() },
    {
      name: 'the product runs beside a healthy service',
      snapshot: makeSnapshot({ processes: known([makeProcess(), host], at) }),
    },
    {
      name: 'whose child it is cannot be read',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: cannotRead() }),
    },
  ],
  loud: [
    {
      name: 'its child has the port, in the way of the service',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: hosted }),
      ...loud,
      severity: 'degraded',
      evidence: [`812 ${new Date(gatewayStartedAt).toISOString()} ${hostLine}`],
    },
    {
      name: 'it is the host on a machine without a service',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: hosted, definition: absent(at) }),
      ...loud,
      severity: 'notice',
      evidence: [],
    },
    {
      name: 'it listens itself',
      snapshot: makeStrayMac(makeUnloadedService(), {
        processes: known([makeProcess({ pid: strayPid, role: 'host-app', name: 'QClaw', commandLine: '' })], at),
      }),
      subject: 'QClaw',
      severity: 'degraded',
      certainty: 'certain',
      args: { product: 'QClaw', pid: strayPid, port: 18_789 },
      evidence: [],
    },
  ],
});
