import type { Finding } from '../model/finding.ts';
import { instruct } from './by-hand.ts';
import { findCauseOf } from './causes.ts';
import { programForDevices } from './device-program.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';

/** Some seconds beyond its end. */
const marginMs = 5_000;

/** The request ends by itself; if another one takes its place, a person approves that very one. */
export const pairingLoop = makeLadder('pairing-loop', {
  never: ['approve-unasked', 'clear-devices', 'weaken-access', 'delete-anything'],
  rungs: [
    {
      name: 'wait',
      plan(finding, context) {
        const { endsAt } = finding.args;
        if (endsAt === null) return null;
        const waitMs = Math.max(0, endsAt - context.snapshot.at) + marginMs;
        return makePlan(finding, context, {
          rung: 'wait',
          steps: [{ kind: 'wait', waitMs, until: 'request-over' }],
          interrupts: false,
          questions: [],
          goal: null,
        });
      },
    },
    {
      name: 'approve',
      plan(finding, context) {
        const { request, client } = finding.args;
        const program = programForDevices(context.snapshot);
        if (request === null || program === null) return null;
        const first = findCauseOf(finding, context);
        if (first !== null) return refuseRepair(finding, 'other-first', { first });
        const { requestId, role, scopes, remoteIp } = request;
        const { nodePath, entryPath } = program;
        return makePlan(finding, context, {
          rung: 'approve',
          steps: [{ kind: 'manage-device', command: 'approve', id: requestId, nodePath, entryPath }],
          interrupts: false,
          questions: [{ code: 'approve-request', requestId, client, role, scopes, remoteIp }],
          goal: null,
        });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, commandsFor(finding)),
});

function commandsFor({ args }: Finding<'pairing-loop'>): readonly string[] {
  return ['openclaw devices list', `openclaw devices approve ${args.request?.requestId ?? 'REQUEST'}`];
}
