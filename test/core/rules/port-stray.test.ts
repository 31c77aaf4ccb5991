import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService, makeStrayMac } from '../make-machine.ts';
import { at, gatewayPid, hours, label, strayPid } from '../make-moment.ts';
import {
  cannotRead,
  makeForeignReach,
  makeListener,
  makeProcess,
  makeSilentReach,
  makeStrayProcess,
} from '../make-running.ts';
import { makeService, makeSupervisor, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const args = {
  port: 18_789,
  pid: strayPid,
  servicePid: null,
  startedAt: at - 2 * hours,
  commandLine: 'openclaw-gateway',
} as const;
const listening = `node ${strayPid} 127.0.0.1:18789 [::1]:18789 (LISTEN)`;
const loud = { subject: '18789', severity: 'degraded', certainty: 'certain', args, evidence: [listening] } as const;

checkRule('port-stray', {
  silent: [
    {
      name: 'run by hand on a machine without a service',
      snapshot: makeStrayMac(makeUnloadedService(), { definition: absent(at) }),
    },
    {
      name: 'IPv4 and IPv6 of one pid as two records',
      snapshot: makeSnapshot({
        listeners: known(
          [makeListener({ addresses: ['127.0.0.1:18789'] }), makeListener({ addresses: ['[::1]:18789'] })],
          at,
        ),
      }),
    },
    {
      name: 'another listener while the processes cannot be read: it may be the job’s child',
      snapshot: makeStrayMac(makeService(), { processes: cannotRead() }),
    },
    {
      name: 'the service manager gave no answer',
      snapshot: makeStrayMac(makeUnloadedService(), { service: cannotRead() }),
    },
    {
      name: 'the job of another label has the port: two supervisors, no stray',
      snapshot: makeStrayMac(makeService({ phase: 'stopped', pid: null }), {
        supervisors: known(
          [makeSupervisor(), makeSupervisor({ isTarget: false, label: 'bot.molt.gateway', pid: strayPid })],
          at,
        ),
      }),
    },
    {
      name: 'a desktop product hosts it',
      snapshot: makeStrayMac(makeUnloadedService(), {
        processes: known([makeStrayProcess(), makeProcess({ pid: 812, ppid: 1, role: 'host-app', name: 'ClawX' })], at),
      }),
    },
    {
      name: 'an ssh tunnel',
      snapshot: makeStrayMac(makeUnloadedService(), {
        processes: known([makeStrayProcess({ role: 'ssh', name: 'ssh' })], at),
      }),
    },
    {
      name: 'a web server',
      snapshot: makeStrayMac(makeService(), {
        reach: known(makeForeignReach(), at),
        processes: known([makeProcess(), makeStrayProcess({ role: 'other', name: 'python3' })], at),
      }),
    },
    { name: 'nobody has the port', snapshot: makeIdleMac() },
  ],
  loud: [
    {
      name: 'from a terminal, while the service is not loaded',
      snapshot: makeStrayMac(),
      ...loud,
      evidence: [
        listening,
        `Could not find service "${label}" in domain for user gui: 501`,
        '{"ok":true,"status":"live"}',
      ],
    },
    {
      name: 'the job runs as another process',
      snapshot: makeStrayMac(makeService(), { processes: known([makeProcess(), makeStrayProcess()], at) }),
      ...loud,
      args: { ...args, servicePid: gatewayPid },
    },
    { name: 'the job loops behind it', snapshot: makeStrayMac(makeLoopingService()), ...loud },
    {
      name: 'it is frozen: no gateway serves',
      snapshot: makeStrayMac(makeUnloadedService(), { reach: known(makeSilentReach(), at) }),
      ...loud,
      severity: 'blocking',
    },
    {
      name: 'beside the service on the other address',
      snapshot: makeSnapshot({
        listeners: known([makeListener(), makeListener({ pid: strayPid })], at),
        processes: known([makeProcess(), makeStrayProcess()], at),
      }),
      ...loud,
      args: { ...args, servicePid: gatewayPid },
    },
    {
      name: 'only its answer shows it, ps does not list it',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: known([], at) }),
      ...loud,
      certainty: 'likely',
      args: { ...args, startedAt: null, commandLine: '' },
    },
  ],
});
