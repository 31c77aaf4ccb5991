import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../../app/core/model/memory.ts';
import { known } from '../../../app/core/model/reading.ts';
import { gatewayStates, type GatewayState } from '../../../app/core/model/state.ts';
import { isWorse, judgeVerdict } from '../../../app/engine/repair/verdict.ts';
import { makeService, makeSnapshot, readAt } from '../../fakes/snapshots.ts';
import { makePlan } from './make-plan.ts';
import { serving, stopped } from './repair-bench.ts';

describe('worse is', () => {
  test.each<[GatewayState, GatewayState]>([
    ['healthy', 'degraded'],
    ['healthy', 'conflict'],
    ['healthy', 'stopped'],
    ['degraded', 'crash-looping'],
    ['unmanaged', 'stopped'],
    ['conflict', 'unresponsive'],
    ['stopped', 'disabled'],
    ['crash-looping', 'not-installed'],
    ['disabled', 'not-installed'],
  ])('%s, then %s', (before, after) => {
    expect(isWorse(before, after)).toBe(true);
    expect(isWorse(after, before)).toBe(false);
  });

  test.each(gatewayStates)('never what is the same: %s', (state) => {
    expect(isWorse(state, state)).toBe(false);
  });

  test.each(gatewayStates)('never what cannot be compared with %s', (state) => {
    for (const other of ['unknown', 'remote'] as const) {
      expect([isWorse(state, other), isWorse(other, state)]).toEqual([false, false]);
    }
  });

  test('not a loop that came to rest, nor the other way round', () => {
    expect([isWorse('crash-looping', 'stopped'), isWorse('stopped', 'crash-looping')]).toEqual([false, false]);
  });
});

const { findingId } = makePlan();
const seen = (...ids: readonly string[]) => ({
  ...emptyMemory,
  firstSeen: Object.fromEntries(ids.map((id) => [id, 1])),
});
const healthy = { snapshot: makeSnapshot(serving), state: 'healthy', memory: emptyMemory } as const;
const question = (change: Parameters<typeof makePlan>[0] = {}) =>
  ({ plan: makePlan(change), stateBefore: 'stopped', startedAt: readAt }) as const;
const verify = (gone: readonly 'port-stray'[], goal: 'serving' | 'not-running' | null) => ({
  verify: { gone, goal, holdMs: 0 },
});

describe('one moment says', () => {
  test('fixed, when the finding is gone and the goal reached', () => {
    expect(judgeVerdict(question(verify(['port-stray'], 'serving')), healthy)).toBe('fixed');
  });

  test('not fixed, while the finding is there, also where patience or a cause hides it', () => {
    expect(judgeVerdict(question(), { ...healthy, memory: seen(findingId) })).toBe('not-fixed');
    expect(judgeVerdict(question(), { ...healthy, memory: seen('agent-not-loaded:other') })).toBe('fixed');
  });

  test('not fixed, while a finding of a code is there that must be gone too', () => {
    const stray = seen('port-stray:999');
    expect(judgeVerdict(question(verify(['port-stray'], null)), { ...healthy, memory: stray })).toBe('not-fixed');
    expect(judgeVerdict(question(), { ...healthy, memory: stray })).toBe('fixed');
  });

  test('not fixed, while the goal is not reached', () => {
    const moment = { ...healthy, snapshot: makeSnapshot(stopped), state: 'stopped' } as const;
    expect(judgeVerdict(question(verify([], 'serving')), moment)).toBe('not-fixed');
  });

  test('not fixed, while it is still the process from before that serves', () => {
    const condition = { kind: 'gateway-serves', port: 18789, notPid: 5000 } as const;
    const steps = [{ kind: 'wait-until', condition, timeoutMs: 1 }] as const;
    expect(judgeVerdict(question({ ...verify([], 'serving'), steps }), healthy)).toBe('not-fixed');
  });

  test('worse, though the finding is gone', () => {
    const moment = {
      ...healthy,
      snapshot: makeSnapshot({ service: known(makeService({ enabled: false }), readAt) }),
      state: 'disabled',
    } as const;
    expect(judgeVerdict(question(), moment)).toBe('worse');
  });

  test('fixed, when it was meant to be gone', () => {
    const moment = { ...healthy, snapshot: makeSnapshot(stopped), state: 'stopped' } as const;
    const meant = { ...question(verify([], 'not-running')), stateBefore: 'conflict' } as const;
    expect(judgeVerdict(meant, moment)).toBe('fixed');
  });
});
