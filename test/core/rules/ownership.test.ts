import { known, unknown } from '../../../app/core/model/reading.ts';
import type { ForeignFile } from '../../../app/core/model/markers.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { makeIdleMac, makeLoopingService, makeMemory } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, minutes } from '../make-moment.ts';
import { makeLog, makeMarkers, makeProcess } from '../make-running.ts';
import { makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const stateDir = '/Users/alice/.openclaw';
const config = { path: `${stateDir}/openclaw.json`, ownerUid: 0, mode: 0o600 };
const foreign = (...files: ForeignFile[]): Partial<Snapshot> => ({
  markers: known(makeMarkers({ lock: null, foreignFiles: files }), at),
});
const line = `Error: EACCES: permission denied, open '${stateDir}/openclaw.json'`;
const logged = (lineAt: number, text = line): Partial<Snapshot> => ({
  log: known(makeLog({ lines: [{ at: lineAt, text }], marks: [] }), at),
});
const hidden = (detail: string): Partial<Snapshot> => ({ markers: unknown('not-permitted', detail, at) });
const loud = { subject: stateDir } as const;
const args = { path: config.path, ownerUid: 0, count: 1 };

checkRule('ownership', {
  silent: [
    { name: 'everybody may write it', snapshot: makeSnapshot(foreign({ ...config, mode: 0o666 })) },
    {
      name: 'the gateway runs as their owner',
      snapshot: makeSnapshot({ ...foreign(config), processes: known([makeProcess({ uid: 0 })], at) }),
    },
    { name: 'a complaint about a file of the person’s own', snapshot: makeSnapshot(logged(at - minutes)) },
    { name: 'something else is hidden', snapshot: makeIdleMac(makeUnloadedService(), hidden('/var/root/x')) },
    {
      name: 'the state folder is hidden, and the gateway was stopped on request and runs elsewhere',
      snapshot: makeIdleMac(makeUnloadedService(), hidden('/Volumes/x/.openclaw/logs')),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
    },
  ],
  loud: [
    {
      name: 'root owns the configuration, and the gateway serves',
      snapshot: makeSnapshot(foreign(config)),
      ...loud,
      severity: 'notice',
      certainty: 'likely',
      args,
      evidence: [`600 0 ${config.path}`],
    },
    {
      name: 'and nothing runs',
      snapshot: makeIdleMac(makeUnloadedService(), foreign(config, { ...config, path: `${stateDir}/logs` })),
      ...loud,
      severity: 'degraded',
      certainty: 'likely',
      args: { ...args, count: 2 },
      evidence: [`600 0 ${stateDir}/logs`],
    },
    {
      name: 'the gateway complains',
      snapshot: makeIdleMac(makeLoopingService(), { ...foreign(config), ...logged(at - minutes) }),
      ...loud,
      severity: 'blocking',
      certainty: 'certain',
      args,
      evidence: [line],
    },
    {
      name: 'it complained long ago',
      snapshot: makeSnapshot({ ...foreign(config), ...logged(gatewayStartedAt - hours) }),
      ...loud,
      severity: 'notice',
      certainty: 'likely',
      args,
      evidence: [],
    },
    {
      name: 'a file that may not be looked at',
      snapshot: makeSnapshot(foreign({ path: `${stateDir}/devices`, ownerUid: null, mode: null })),
      ...loud,
      severity: 'degraded',
      certainty: 'certain',
      args: { path: `${stateDir}/devices`, ownerUid: null, count: 1 },
      evidence: [`ls: ${stateDir}/devices: Permission denied`],
    },
  ],
});
