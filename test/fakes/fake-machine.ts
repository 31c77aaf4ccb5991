import type { Reading } from '../../app/core/model/reading.ts';
import { type ProbeName, probeNames, type Snapshot } from '../../app/core/model/snapshot.ts';
import type { ProbeSet } from '../../app/engine/probe-set.ts';
import type { Probe, ProbeContext } from '../../app/probes/probe.ts';
import { makeSnapshot } from './snapshots.ts';

type Readings = Pick<Snapshot, ProbeName>;

export interface FakeMachine {
  readonly probes: ProbeSet;
  /** What the probes read from now on. */
  set(change: Partial<Readings>): void;
  /** What a probe does instead of reading: throw, hang, or answer by what it is given. */
  replace(name: ProbeName, read: (context: ProbeContext, needs: unknown) => Promise<Reading<unknown>>): void;
  /** Probes that were asked since the last call of this, in order. */
  takeAsked(): readonly ProbeName[];
  readonly needs: Map<ProbeName, unknown>;
}

/** Probes that read a machine made of values; nothing of the ports is used. */
export function makeFakeMachine(first: Partial<Readings> = {}): FakeMachine {
  let readings: Readings = makeSnapshot(first);
  let asked: ProbeName[] = [];
  const needs = new Map<ProbeName, unknown>();
  const replaced = new Map<ProbeName, (context: ProbeContext, needs: unknown) => Promise<Reading<unknown>>>();

  const makeProbe = (name: ProbeName): Probe<unknown, unknown> => ({
    name,
    deadlineMs: 5_000,
    read(context, given) {
      asked.push(name);
      needs.set(name, given);
      return replaced.get(name)?.(context, given) ?? Promise.resolve(readings[name]);
    },
  });

  return {
    probes: Object.fromEntries(probeNames.map((name) => [name, makeProbe(name)])) as unknown as ProbeSet,
    set(change) {
      readings = { ...readings, ...change };
    },
    replace: (name, read) => replaced.set(name, read),
    takeAsked() {
      const taken = asked;
      asked = [];
      return taken;
    },
    needs,
  };
}
