import { known, unknown } from '../../../app/core/model/reading.ts';
import type { Memory } from '../../../app/core/model/memory.ts';
import type { ProcessEntry } from '../../../app/core/model/process.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { GatewayState, StateArgs, StateReason } from '../../../app/core/model/state.ts';
import { at } from '../make-moment.ts';
import { makeListener, makeProcess } from '../make-running.ts';

/** One machine and what the truth table must say of it. */
export interface StateCase {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly memory?: Memory;
  readonly state: GatewayState;
  readonly reason: StateReason;
  readonly args?: Partial<StateArgs>;
  readonly since?: number | null;
}

/** A process that is no gateway. */
export function makeOther(change: Partial<ProcessEntry>): ProcessEntry {
  return makeProcess({ pid: 900, role: 'other', ...change });
}

/** This process, alone, listens on the port. */
export function onPort(process: ProcessEntry): Pick<Snapshot, 'listeners' | 'processes'> {
  return {
    listeners: known([makeListener({ pid: process.pid, command: process.name })], at),
    processes: known([process], at),
  };
}

export const noServiceManager = unknown('no-service-manager', 'System has not been booted with systemd', at);
