import './load-lazily.ts';
import type { Reading } from '../../app/core/model/reading.ts';
import type { ServiceState } from '../../app/core/model/service.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { StepContext } from '../../app/engine/steps/step.ts';
import { type FakeClock, makeFakeClock } from './fake-clock.ts';
import { makeStrictPorts } from './fake-ports.ts';
import { makeScriptedPrograms, type ScriptedCall, type ScriptedPrograms } from './scripted-programs.ts';
import { makeSnapshot } from './snapshots.ts';

export interface StepScript {
  readonly calls?: readonly ScriptedCall[];
  readonly basis?: Partial<Snapshot>;
  /** What reading the service gives, by the time since the step began. */
  readonly service?: (elapsedMs: number) => Reading<ServiceState>;
  readonly look?: (elapsedMs: number) => Snapshot;
  readonly ports?: Parameters<typeof makeStrictPorts>[0];
}

export interface ScriptedContext extends StepContext {
  readonly clock: FakeClock;
  readonly programs: ScriptedPrograms;
}

/** A step's surroundings: programs called in exact order, readings that change with the hand-driven time. */
export function makeStepContext(script: StepScript): ScriptedContext {
  const clock = makeFakeClock();
  const startedAt = clock.now();
  const programs = makeScriptedPrograms(script.calls ?? []);
  const elapsed = () => clock.now() - startedAt;
  return {
    clock,
    programs,
    startedAt,
    ports: makeStrictPorts({ ...script.ports, clock, programs }),
    basis: makeSnapshot(script.basis),
    async readService() {
      if (script.service === undefined) throw new Error('the service was read, which the script does not expect');
      return script.service(elapsed());
    },
    async look() {
      if (script.look === undefined) throw new Error('a look was made, which the script does not expect');
      return { ...script.look(elapsed()), at: clock.now() };
    },
  };
}

/** Lets time pass until the step has ended; fails when it does not within `limitMs`. */
export async function runOut<Value>(clock: FakeClock, running: Promise<Value>, limitMs = 200_000): Promise<Value> {
  const state = { hasEnded: false };
  const ended = running.finally(() => {
    state.hasEnded = true;
  });
  ended.catch(() => undefined);
  for (let passedMs = 0; !state.hasEnded && passedMs <= limitMs; passedMs += 100) await clock.advance(100);
  if (!state.hasEnded) throw new Error(`it has not ended within ${limitMs} ms`);
  return ended;
}
