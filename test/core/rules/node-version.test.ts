import { absent, known } from '../../../app/core/model/reading.ts';
import type { Install } from '../../../app/core/model/install.ts';
import { makeIdleMac, makeLoopingService } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, minutes, nodePath } from '../make-moment.ts';
import { makeLog, makeMark, makeProcess } from '../make-running.ts';
import { makeInstall, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const range = '>=24.16.0 <25 || >=26.1.0';
const line = 'Node 22.16.0 is unsupported; use Node 24.16.0+ or Node 26.1.0+.';
const installed = (change: Partial<Install>) => known(makeInstall(change), at);
const old = installed({ nodeVersion: '22.16.0' });
const unknownNode = installed({ nodeVersion: null });
const said = (...after: Parameters<typeof makeMark>[0][]) =>
  known(
    makeLog({
      marks: [
        makeMark('node-unsupported', at - 2 * minutes, line),
        ...after.map((kind) => makeMark(kind, at - minutes)),
      ],
    }),
    at,
  );
const loud = { subject: nodePath, certainty: 'certain' } as const;

checkRule('node-version', {
  silent: [
    { name: 'the version is not known', snapshot: makeIdleMac(makeUnloadedService(), { install: unknownNode }) },
    {
      name: 'the range is not understood',
      snapshot: makeIdleMac(makeUnloadedService(), {
        install: installed({ nodeVersion: '22.16.0', nodeRange: 'lts/*' }),
      }),
    },
    {
      name: 'it serves with this very package: they get along',
      snapshot: makeSnapshot({ install: old }),
    },
    {
      name: 'there is no service',
      snapshot: makeIdleMac(makeUnloadedService(), { install: old, definition: absent(at) }),
    },
    {
      name: 'npm is at work',
      snapshot: makeIdleMac(makeUnloadedService(), {
        install: old,
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    {
      name: 'it said so once and got ready since',
      snapshot: makeIdleMac(makeUnloadedService(), { install: unknownNode, log: said('starting', 'ready') }),
    },
    {
      name: 'it said so, and Node has been exchanged since',
      snapshot: makeIdleMac(makeUnloadedService(), { log: said() }),
    },
    {
      name: 'something else was said after that',
      snapshot: makeIdleMac(makeUnloadedService(), { install: unknownNode, log: said('config-invalid') }),
    },
  ],
  loud: [
    {
      name: 'too old, and nothing runs',
      snapshot: makeIdleMac(makeUnloadedService(), { install: old }),
      ...loud,
      severity: 'blocking',
      args: { nodePath, nodeVersion: '22.16.0', needed: range },
      evidence: ['v22.16.0', `"node": "${range}"`],
    },
    {
      name: 'an update since the start of what serves asks for more',
      snapshot: makeSnapshot({
        install: installed({ nodeVersion: '22.16.0', packageWrittenAt: gatewayStartedAt + hours }),
      }),
      ...loud,
      severity: 'degraded',
      args: { nodePath, nodeVersion: '22.16.0', needed: range },
      evidence: ['v22.16.0'],
    },
    {
      name: 'the gateway says so itself; what else fails meanwhile explains nothing',
      snapshot: makeIdleMac(makeLoopingService(), { install: unknownNode, log: said('starting', 'timing-gap') }),
      ...loud,
      severity: 'blocking',
      args: { nodePath, nodeVersion: null, needed: range },
      evidence: [line],
    },
  ],
});
