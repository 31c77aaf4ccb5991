import { known } from '../../../app/core/model/reading.ts';
import type { Supervisor } from '../../../app/core/model/service.ts';
import { makeIdleMac, makeLoopingService } from '../make-machine.ts';
import { at, minutes } from '../make-moment.ts';
import { makeLog, makeMark } from '../make-running.ts';
import { makeService, makeSupervisor } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const line = 'launchctl kickstart -k gui/501/ai.openclaw.gateway';
const scriptPath = '/Users/alice/bin/openclaw-watch.sh';
const path = '/Users/alice/Library/LaunchAgents/com.alice.openclaw-watch.plist';
const label = 'com.alice.openclaw-watch';
const beside = (change: Partial<Supervisor> = {}) =>
  known(
    [
      makeSupervisor(),
      makeSupervisor({
        label,
        path,
        kind: 'other',
        isTarget: false,
        port: null,
        stateDir: null,
        pid: null,
        commandLine: `/bin/bash ${scriptPath}`,
        watchdog: { line, scriptPath, everySeconds: 60 },
        ...change,
      }),
    ],
    at,
  );
const storm = 'another supervisor may be managing this Gateway';
const loud = { subject: path, args: { label, path, line, everySeconds: 60 } } as const;

checkRule('watchdog-fight', {
  silent: [
    { name: 'a job that only looks', snapshot: makeSnapshot({ supervisors: beside({ watchdog: null }) }) },
    { name: 'one that is not loaded', snapshot: makeSnapshot({ supervisors: beside({ loaded: false }) }) },
    { name: 'the official app', snapshot: makeSnapshot({ supervisors: beside({ kind: 'official-app' }) }) },
    {
      name: 'a gateway that was killed, and nobody who watches',
      snapshot: makeSnapshot({
        service: known(makeService({ runs: 9, lastExit: { kind: 'signal', signal: 9, name: 'Killed: 9' } }), at),
      }),
    },
  ],
  loud: [
    {
      name: 'it is there, and the gateway is well',
      snapshot: makeSnapshot({ supervisors: beside() }),
      ...loud,
      severity: 'notice',
      certainty: 'certain',
      evidence: [`/bin/bash ${scriptPath}`, line],
    },
    {
      name: 'whether it is loaded is not known',
      snapshot: makeSnapshot({ supervisors: beside({ loaded: null }) }),
      ...loud,
      severity: 'notice',
      certainty: 'likely',
      evidence: [],
    },
    {
      name: 'the gateway was killed again and again',
      snapshot: makeSnapshot({
        supervisors: beside(),
        service: known(makeService({ runs: 9, lastExit: { kind: 'signal', signal: 9, name: 'Killed: 9' } }), at),
      }),
      ...loud,
      severity: 'degraded',
      certainty: 'likely',
      evidence: ['state = running'],
    },
    {
      name: 'the gateway complains of restarts',
      snapshot: makeSnapshot({
        supervisors: beside({ watchdog: { line, scriptPath: null, everySeconds: 60 } }),
        log: known(makeLog({ marks: [makeMark('restart-storm', at - minutes, storm)] }), at),
      }),
      ...loud,
      severity: 'degraded',
      certainty: 'likely',
      evidence: [storm],
    },
    {
      name: 'it ends again and again',
      snapshot: makeIdleMac(makeLoopingService(), { supervisors: beside() }),
      ...loud,
      severity: 'degraded',
      certainty: 'likely',
      evidence: [],
    },
  ],
});
