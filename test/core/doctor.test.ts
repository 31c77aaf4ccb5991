import { describe, expect, it } from 'vitest';
import { rememberDoctor } from '../../app/core/doctor.ts';
import type { Memory } from '../../app/core/model/memory.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { GatewayState } from '../../app/core/model/state.ts';
import { makeMemory } from './make-machine.ts';
import { at, hours, minutes, nodePath } from './make-moment.ts';
import { cannotRead, makeProcess } from './make-running.ts';
import { makeStatus } from './make-picture.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { wellService } from './told-machines.ts';

const now = { ...wellService, at, nodePath };
const doctor = { at: at - 5 * minutes, commandLine: 'openclaw-doctor' };
const look = (memory: Partial<Memory>, snapshot: Snapshot = makeSnapshot(), state: GatewayState = 'healthy') =>
  rememberDoctor(makeMemory(memory), snapshot, makeStatus({ state }));
const beside = (commandLine: string, role: 'maintenance' | 'openclaw-cli' = 'maintenance') =>
  makeSnapshot({ processes: known([makeProcess(), makeProcess({ pid: 900, role, commandLine })], at) });

describe('the service that was well', () => {
  it('is that of a gateway that is', () => {
    expect(look({ well: wellService })).toEqual({ well: now, doctor: null });
  });

  it('stays while the gateway is not well, or its files cannot be read', () => {
    expect(look({ well: wellService }, makeSnapshot(), 'degraded').well).toBe(wellService);
    expect(look({ well: wellService }, makeSnapshot({ definition: cannotRead() })).well).toBe(wellService);
    expect(look({ well: wellService }, makeSnapshot({ config: cannotRead() })).well).toBe(wellService);
  });

  it('stays that from before a doctor as long as nothing was started since', () => {
    expect(look({ well: wellService, doctor })).toEqual({ well: wellService, doctor });
  });

  it('is the new one when a gateway was started since and is well', () => {
    const restarted = makeSnapshot({ processes: known([makeProcess({ startedAt: at - minutes })], at) });
    expect(look({ well: wellService, doctor }, restarted)).toEqual({ well: now, doctor: null });
  });
});

describe('a doctor', () => {
  it.each(['openclaw-doctor', 'node /opt/openclaw/openclaw.mjs doctor --fix'])('is seen at work: %s', (commandLine) => {
    expect(look({ well: wellService }, beside(commandLine))).toEqual({
      well: wellService,
      doctor: { at, commandLine },
    });
  });

  it.each(['node /opt/openclaw/openclaw.mjs doctor --lint', 'npm install -g openclaw', 'openclaw-update'])(
    'is not %s',
    (commandLine) => {
      expect(look({}, beside(commandLine)).doctor).toBeNull();
    },
  );

  it('of an hour ago is remembered while nothing runs', () => {
    const early = { ...doctor, at: at - hours };
    expect(look({ doctor: early }, makeSnapshot(), 'crash-looping').doctor).toEqual(early);
  });
});
