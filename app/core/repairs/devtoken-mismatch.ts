import { deriveDeviceFacts } from '../device-state.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairOffer, RepairStep } from '../model/repair.ts';
import { clientOrderOf, serverCredential } from '../tokens.ts';
import { isCommandLine } from '../client-marks.ts';
import { instruct } from './by-hand.ts';
import { findCauseOf } from './causes.ts';
import { programForDevices } from './device-program.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';
import { planSafeRestart } from './safe-restart.ts';

type Mismatch = Finding<'devtoken-mismatch'>;

/**
 * The source of the token first, then what this device keeps, then this one device. All devices at once, which is what
 * is often advised first, would lock out every phone, and mend nothing that these do not.
 */
export const devtokenMismatch = makeLadder('devtoken-mismatch', {
  never: ['clear-devices', 'approve-unasked', 'weaken-access', 'new-token', 'delete-anything'],
  rungs: [
    { name: 'restart', plan: afterCause('restart', planRestart) },
    { name: 'move-cache', plan: afterCause('move-cache', planMove) },
    { name: 'remove-device', plan: afterCause('remove-device', planRemove) },
  ],
  otherwise: (finding) => instruct(finding, commandsFor(finding)),
});

type Plan = (finding: Mismatch, context: RepairContext, rung: string) => RepairOffer | null;

function afterCause(rung: string, plan: Plan) {
  return (finding: Mismatch, context: RepairContext): RepairOffer | null => {
    const first = findCauseOf(finding, context);
    return first === null ? plan(finding, context, rung) : refuseRepair(finding, 'other-first', { first });
  };
}

/** A gateway without a token of its own tells the command line anew at each start (2026.9.6). */
function planRestart(finding: Mismatch, context: RepairContext, rung: string): RepairOffer | null {
  const { snapshot } = context;
  const makesItsOwn = clientOrderOf(valueOf(snapshot.install)?.version) === 'config-first';
  if (!makesItsOwn || serverCredential(snapshot, 'token').kind !== 'none') return null;
  return isCommandLine(finding.args.client) ? planSafeRestart(finding, context, rung) : null;
}

/** The next connection with the shared token brings a new one. Without a shared token there is nothing to win. */
function planMove(finding: Mismatch, context: RepairContext, rung: string): RepairOffer | null {
  const steps = moveCache(context);
  if (finding.args.state === 'refused' || finding.args.heals === false || steps.length === 0) return null;
  return makePlan(finding, context, { rung, steps, interrupts: false, questions: [], goal: null });
}

function planRemove(finding: Mismatch, context: RepairContext, rung: string): RepairOffer | null {
  const { snapshot } = context;
  const facts = deriveDeviceFacts(snapshot);
  const device = valueOf(snapshot.devices)?.paired?.find(({ deviceId }) => deviceId === facts?.identity.deviceId);
  const program = programForDevices(snapshot);
  if (finding.args.state === 'refused' || device === undefined || program === null) return null;
  if (facts?.hasShared !== true) return null;
  const { nodePath, entryPath } = program;
  const { deviceId } = device;
  return makePlan(finding, context, {
    rung,
    steps: [...moveCache(context), { kind: 'manage-device', command: 'remove', id: deviceId, nodePath, entryPath }],
    interrupts: false,
    questions: [{ code: 'remove-device', device: device.name ?? device.clientId ?? deviceId.slice(0, 8) }],
    goal: null,
  });
}

function moveCache({ snapshot }: RepairContext): readonly RepairStep[] {
  const cache = valueOf(snapshot.devices)?.cache ?? null;
  return cache === null ? [] : [{ kind: 'move-aside', path: cache.path, why: 'stale-device-token' }];
}

function commandsFor({ args }: Mismatch): readonly string[] {
  return isCommandLine(args.client)
    ? ['openclaw devices list']
    : ['openclaw devices list', 'openclaw devices remove DEVICE'];
}
