import { known } from '../../../app/core/model/reading.ts';
import type { GatewayLock } from '../../../app/core/model/markers.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { makeIdleMac, makeLoopingService, makeMemory } from '../make-machine.ts';
import { at, configPath, hours, minutes, seconds } from '../make-moment.ts';
import { cannotRead, makeLog, makeMark, makeMarkers, makeProcess } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const path = '/var/folders/x/T/openclaw-501/gateway.ab12cd34.lock';
const deadPid = 3131;
const line = `gateway already running (pid ${deadPid}); lock timeout after 5000ms`;
const locked = (change: Partial<GatewayLock> = {}) =>
  known(
    makeMarkers({ lock: { path, pid: deadPid, port: null, createdAt: at - 3 * hours, configPath, ...change } }),
    at,
  );
const said = (text = line, markAt: number | null = at - 20 * seconds) =>
  known(makeLog({ marks: [makeMark('already-running', markAt, text)] }), at);
const stuck = (change: Partial<Snapshot> = {}) =>
  makeIdleMac(makeLoopingService({ lastExit: { kind: 'code', code: 1, name: null } }), {
    markers: locked(),
    log: said(),
    ...change,
  });
const loud = { subject: path, severity: 'blocking', certainty: 'likely' } as const;

checkRule('lock-stale', {
  silent: [
    { name: 'nobody complains', snapshot: stuck({ log: known(makeLog({ marks: [] }), at) }) },
    { name: 'it is younger than 90 seconds', snapshot: stuck({ markers: locked({ createdAt: at - 80 * seconds }) }) },
    { name: 'its age is not known', snapshot: stuck({ markers: locked({ createdAt: null }) }) },
    {
      name: 'its gateway lives',
      snapshot: stuck({ processes: known([makeProcess({ pid: deadPid, startedAt: at - 4 * hours })], at) }),
    },
    {
      name: 'its process lives and has no telling name',
      snapshot: stuck({
        processes: known([makeProcess({ pid: deadPid, role: 'other', startedAt: at - 4 * hours })], at),
      }),
    },
    { name: 'who lives cannot be read', snapshot: stuck({ processes: cannotRead() }) },
    { name: 'the complaint is about another process', snapshot: stuck({ log: said(line.replace('3131', '4141')) }) },
    { name: 'the complaint is old', snapshot: stuck({ log: said(line, at - 2 * hours) }) },
    {
      name: 'it got ready since',
      snapshot: stuck({
        log: known(
          makeLog({ marks: [makeMark('already-running', at - 2 * minutes, line), makeMark('ready', at - minutes)] }),
          at,
        ),
      }),
    },
    { name: 'a gateway serves', snapshot: makeSnapshot({ markers: locked(), log: said() }) },
    {
      name: 'stopped by us',
      snapshot: stuck({ service: makeIdleMac().service }),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - minutes, succeeded: true } }),
    },
  ],
  loud: [
    {
      name: 'its process is gone',
      snapshot: stuck(),
      ...loud,
      args: { path, pid: deadPid, holder: 'gone' },
      evidence: [`"pid": ${deadPid}`, '(nothing)', line],
    },
    {
      name: 'its pid is another program’s by now',
      snapshot: stuck({
        processes: known(
          [makeProcess({ pid: deadPid, name: 'mdworker', role: 'other', commandLine: '', startedAt: at - hours })],
          at,
        ),
      }),
      ...loud,
      args: { path, pid: deadPid, holder: 'other-program' },
      evidence: [`${deadPid} mdworker`, line],
    },
    {
      name: 'a complaint without a time',
      snapshot: stuck({ log: said(line, null) }),
      ...loud,
      args: { path, pid: deadPid, holder: 'gone' },
      evidence: [line],
    },
  ],
});
