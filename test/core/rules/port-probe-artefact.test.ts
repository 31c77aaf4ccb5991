import { known } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { makeIdleMac, makeLoopingService, makeMemory, makeStrayMac } from '../make-machine.ts';
import { at, minutes, seconds } from '../make-moment.ts';
import { cannotRead, makeListener, makeLog, makeMark, makeProcess, makeSilentReach } from '../make-running.ts';
import { makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const line = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:18789';
const said = (markAt: number | null) => ({
  log: known(makeLog({ marks: [makeMark('port-in-use', markAt, line)] }), at),
});
const waits = makeLoopingService({ runs: 2, lastExit: { kind: 'code', code: 1, name: null } });
const kept = (change: Partial<Snapshot> = {}) => makeIdleMac(waits, { ...said(at - 20 * seconds), ...change });

checkRule('port-probe-artefact', {
  silent: [
    { name: 'a stray has the port', snapshot: makeStrayMac(waits, said(at - 20 * seconds)) },
    { name: 'something listens', snapshot: kept({ listeners: known([makeListener({ pid: 900 })], at) }) },
    { name: 'connections are accepted', snapshot: kept({ reach: known(makeSilentReach(), at) }) },
    { name: 'a gateway lives and may take it', snapshot: kept({ processes: known([makeProcess({ pid: 900 })], at) }) },
    { name: 'who listens cannot be read', snapshot: kept({ listeners: cannotRead() }) },
    { name: 'who lives cannot be read', snapshot: kept({ processes: cannotRead() }) },
    { name: 'it was four minutes ago', snapshot: kept(said(at - 4 * minutes)) },
    { name: 'nothing tells when it was', snapshot: kept(said(null)) },
    { name: 'it serves since', snapshot: makeSnapshot(said(at - 20 * seconds)) },
    {
      name: 'stopped by us',
      snapshot: makeIdleMac(makeUnloadedService(), said(at - 20 * seconds)),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 10 * seconds, succeeded: true } }),
    },
  ],
  loud: [
    {
      name: 'in use, and nobody uses it',
      snapshot: kept(),
      subject: '18789',
      severity: 'blocking',
      certainty: 'likely',
      args: { port: 18_789 },
      evidence: [line, '(nothing)', 'Connection refused'],
    },
  ],
});
