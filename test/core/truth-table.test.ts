import { describe, expect, test } from 'vitest';
import { factValues } from '../../app/core/facts.ts';
import type { Facts } from '../../app/core/facts.ts';
import { gatewayStates, stateReasons } from '../../app/core/model/state.ts';
import type { StateReason } from '../../app/core/model/state.ts';
import { chooseRow, truthTable } from '../../app/core/truth-table.ts';

/** Every combination of all values of all facts: about 1.4 million. */
function* walkFacts(): Generator<Facts> {
  const names = Object.keys(factValues) as (keyof Facts)[];
  const indices = names.map(() => 0);
  const facts: Record<string, unknown> = {};
  for (;;) {
    names.forEach((name, place) => (facts[name] = factValues[name][indices[place] ?? 0]));
    yield facts as unknown as Facts;
    let place = 0;
    while (place < names.length) {
      const name = names[place] as keyof Facts;
      indices[place] = ((indices[place] ?? 0) + 1) % factValues[name].length;
      if (indices[place] !== 0) break;
      place += 1;
    }
    if (place === names.length) return;
  }
}

describe('the truth table', () => {
  test('has one row per reason, in any order, and knows every state', () => {
    expect(truthTable.map((row) => row.reason).toSorted()).toEqual([...stateReasons].toSorted());
    expect(new Set(truthTable.map((row) => row.state))).toEqual(new Set(gatewayStates));
  });

  test('ends with a row that always speaks', () => {
    expect(truthTable.at(-1)).toMatchObject({ state: 'unknown', reason: 'cannot-tell' });
  });

  test('over all combinations of facts: every row is reached, and the promises hold', () => {
    const reached = new Set<StateReason>();
    const broken: { promise: string; facts: Facts; reason: StateReason }[] = [];
    let walked = 0;
    for (const facts of walkFacts()) {
      walked += 1;
      const { state, reason } = chooseRow(facts);
      reached.add(reason);
      for (const [promise, holds] of Object.entries(promises)) {
        if (!holds(facts, state, reason)) broken.push({ promise, facts: { ...facts }, reason });
      }
      if (broken.length > 5) break;
    }
    expect(broken).toEqual([]);
    expect(walked).toBe(Object.values(factValues).reduce((product, values) => product * values.length, 1));
    expect([...reached].toSorted()).toEqual([...stateReasons].toSorted());
  }, 60_000);
});

type Promised = (facts: Facts, state: string, reason: StateReason) => boolean;

const serving: ReadonlySet<string> = new Set(['ready', 'safe-mode', 'not-ready', 'live']);

const promises: Readonly<Record<string, Promised>> = {
  'healthy means: a running job owns the port, says ready, and nothing stands against it': (facts, state) =>
    state !== 'healthy' ||
    (facts.job === 'running' &&
      facts.owner === 'service' &&
      facts.answer === 'ready' &&
      facts.enabled !== 'no' &&
      facts.mode !== 'remote' &&
      facts.activity === 'none' &&
      (facts.installed === 'service' || facts.installed === 'unknown')),
  'an action in flight is all that is said': (facts, _state, reason) =>
    facts.activity === 'none' ||
    reason === `action-${{ start: 'starting', stop: 'stopping', restart: 'restarting' }[facts.activity]}`,
  'an unknown answer is never called serving or unresponsive, nor stopped unless another program is proven there': (
    facts,
    state,
  ) =>
    facts.answer !== 'unknown' ||
    (!['healthy', 'degraded', 'unmanaged', 'unresponsive'].includes(state) &&
      (!['stopped', 'disabled'].includes(state) || facts.owner === 'foreign' || facts.owner === 'ssh')),
  'an unknown owner is never called healthy, unmanaged, in conflict or taken': (facts, state) =>
    (facts.owner !== 'unknown' && facts.owner !== 'unattributed') ||
    ![
      'healthy',
      'degraded',
      'unmanaged',
      'conflict',
      'port-taken',
      'unresponsive',
      'stopped',
      'disabled',
      'not-installed',
    ].includes(state),
  'an unknown job is never called healthy, stopped, disabled, absent or looping': (facts, state) =>
    facts.job !== 'unknown' ||
    !['healthy', 'stopped', 'disabled', 'not-installed', 'crash-looping', 'unmanaged'].includes(state),
  'a gateway that answers is never called stopped, disabled, not installed or unresponsive': (facts, state) =>
    facts.owner !== 'gateway' ||
    !serving.has(facts.answer) ||
    !['stopped', 'disabled', 'not-installed', 'unresponsive'].includes(state),
  'a process that may be starting, or of unknown age, is never called unresponsive for its silence': (
    facts,
    _state,
    reason,
  ) => facts.warmUp === 'over' || reason !== 'not-answering',
  'remote mode only yields to actions, a stopping job and conflicts': (facts, state) =>
    facts.mode !== 'remote' || facts.activity !== 'none' || ['remote', 'conflict', 'stopping'].includes(state),
  'conflict means that two gateways are proven': (facts, state) =>
    state !== 'conflict' ||
    facts.owner === 'two' ||
    (facts.owner === 'gateway' && !['not-loaded', 'no-manager', 'inactive', 'unknown'].includes(facts.job)),
  'what was stopped on purpose is no attention state': (facts, state) =>
    facts.idle !== 'on-purpose' ||
    facts.job !== 'not-loaded' ||
    facts.owner !== 'none' ||
    facts.answer !== 'refused' ||
    facts.activity !== 'none' ||
    facts.mode === 'remote' ||
    ['stopped', 'disabled', 'not-installed'].includes(state),
};
