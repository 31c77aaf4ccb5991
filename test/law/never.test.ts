import { describe, expect, test } from 'vitest';
import { findingCodes } from '../../app/core/model/finding.ts';
import type { FindingCode } from '../../app/core/model/finding.ts';
import { known, valueOf } from '../../app/core/model/reading.ts';
import type { RepairPlan, RepairStep } from '../../app/core/model/repair.ts';
import { redactText } from '../../app/core/redact.ts';
import { changesMachine } from '../../app/core/repairs/plan-parts.ts';
import { repairs } from '../../app/core/repairs/index.ts';
import type { RepairContext } from '../../app/core/repairs/repair.ts';
import { neverCodes } from '../../app/core/repairs/repair.ts';
import type { Machine } from '../core/make-machine.ts';
import { makeMemory } from '../core/make-machine.ts';
import { at, minutes } from '../core/make-moment.ts';
import { makeConfig, makeConfigContent, makeMarkers, makeProcess } from '../core/make-running.ts';
import { climb } from '../core/repairs/offers.ts';
import { promises } from './promises.ts';
import { scenarios } from './scenarios/index.ts';

interface Case {
  readonly code: FindingCode;
  readonly machine: Machine;
  readonly name: string;
}

const cases: readonly Case[] = findingCodes.flatMap((code) =>
  (scenarios[code] ?? []).map((machine) => ({ code, machine, name: `${code}: ${machine.name}` })),
);

interface Planned {
  readonly plan: RepairPlan;
  readonly context: RepairContext;
  readonly certainty: 'certain' | 'likely';
  readonly rungs: readonly string[];
}

/** Every plan of every rung on a machine, with what it was made of. */
function plansOf({ code, machine }: Case): readonly Planned[] {
  return climb(code, machine).flatMap(({ finding, context, offers }) =>
    offers.flatMap((offer) =>
      offer.kind === 'repair'
        ? [{ plan: offer, context, certainty: finding.certainty, rungs: repairs[code].rungs }]
        : [],
    ),
  );
}

test.each(findingCodes)('%s has machines on which its rule speaks, and a repair or a reason', (code) => {
  const climbed = cases.filter((each) => each.code === code).flatMap(({ machine }) => climb(code, machine));
  expect(climbed.length).toBeGreaterThan(0);
  const kinds = climbed.flatMap(({ offers }) => offers.map(({ kind }) => kind));
  expect(kinds.some((kind) => kind !== 'refusal')).toBe(true);
  // Each rung is reached on some machine.
  const plans = climbed.flatMap(({ offers }) => offers.filter((offer) => offer.kind === 'repair'));
  const reached = new Set(plans.map(({ rung }) => rung));
  expect(repairs[code].rungs.filter((rung) => !reached.has(rung))).toEqual([]);
});

describe.each(cases)('$name', (each) => {
  const plans = plansOf(each);

  test('its rule speaks', () => {
    expect(climb(each.code, each.machine)).not.toEqual([]);
  });

  test.each(neverCodes)('never: %s', (never) => {
    expect(plans.flatMap(({ plan, context }) => promises[never](plan, context))).toEqual([]);
  });

  test('holds no secret, and nothing that would have to be masked', () => {
    // An id is a code and a path in one word, which looks like a key to the redactor; so does a device's.
    const texts = plans.map(({ plan }) => JSON.stringify({ ...plan, findingId: '', steps: plan.steps.map(withoutId) }));
    expect(texts.map(redactText)).toEqual(texts);
  });

  test('names what it relies on, what must hold afterwards, and asks where it is not sure', () => {
    for (const { plan, certainty, rungs } of plans) {
      expect(rungs).toContain(plan.rung);
      expect(plan.findingId.startsWith(`${each.code}:`)).toBe(true);
      expect(plan.steps.length).toBeGreaterThan(0);
      expect(plan.basedOn.length > 0 || !plan.steps.some(changesMachine)).toBe(true);
      expect(plan.verify.holdMs).toBeGreaterThanOrEqual(15_000);
      const mustAsk = certainty === 'likely' && plan.steps.some(changesMachine);
      expect(plan.questions.length).toBeGreaterThanOrEqual(mustAsk ? 1 : 0);
    }
  });

  test('offers no rung twice, and ends', () => {
    for (const { offers } of climb(each.code, each.machine)) {
      const rungs = offers.flatMap((offer) => (offer.kind === 'repair' ? [offer.rung] : []));
      expect(new Set(rungs).size).toBe(rungs.length);
      expect(offers.at(-1)?.kind).not.toBe('repair');
    }
  });

  test('changes nothing while an update runs, where others keep the gateway, or while something else is done', () => {
    const changing = forbidding(each).flatMap((machine) =>
      plansOf({ ...each, machine })
        .filter(({ plan }) => plan.steps.some(changesMachine))
        .map(({ plan }) => `${machine.name}: ${plan.rung}`),
    );
    expect(changing).toEqual([]);
  });

  test('brings nothing up that was stopped on purpose', () => {
    expect(bringingUp(each, stopped(each.machine)).map(({ rung }) => rung)).toEqual([]);
  });

  test('asks before it brings anything up just after a wake', () => {
    const unasked = bringingUp(each, justAwake(each.machine)).filter(
      ({ questions }) => !questions.some(({ code }) => code === 'just-woke'),
    );
    expect(unasked.map(({ rung }) => rung)).toEqual([]);
  });
});

function withoutId(step: RepairStep): RepairStep {
  return step.kind === 'manage-device' ? { ...step, id: '' } : step;
}

/** The same machine under circumstances that forbid every change. */
function forbidding({ code, machine }: Case): readonly Machine[] {
  const { snapshot, memory = makeMemory() } = machine;
  const markers = valueOf(snapshot.markers) ?? makeMarkers();
  const update = makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'npm install -g openclaw' });
  const config = valueOf(snapshot.config) ?? makeConfig();
  const remote = known({ ...config, content: makeConfigContent({ mode: 'remote' }) }, at);
  const marked = (change: Partial<typeof markers>) => ({ ...snapshot, markers: known({ ...markers, ...change }, at) });
  return [
    {
      name: 'an update runs',
      snapshot: { ...snapshot, processes: known([...(valueOf(snapshot.processes) ?? []), update], at) },
      memory,
    },
    { name: 'an external supervisor', snapshot: marked({ externalSupervisor: true }), memory },
    { name: 'Nix', snapshot: marked({ nixMode: true }), memory },
    { name: 'the official app’s switch', snapshot: marked({ launchAgentDisabled: true }), memory },
    // Whether this one is meant is what that finding asks.
    ...(code === 'mode-remote-flip'
      ? []
      : [{ name: 'remote mode', snapshot: { ...snapshot, config: remote }, memory }]),
    { name: 'something is being done', snapshot, memory: { ...memory, activity: { action: 'start', startedAt: at } } },
  ];
}

/** The plans that bring a gateway up where the machine is this one instead. */
function bringingUp(each: Case, machine: Machine): readonly RepairPlan[] {
  return plansOf({ ...each, machine })
    .map(({ plan }) => plan)
    .filter(({ verify, steps }) => verify.goal === 'serving' && steps.some(changesMachine));
}

/** The same machine where nobody may yet expect a gateway that serves. */
function justAwake({ name, snapshot, memory = makeMemory() }: Machine): Machine {
  return { name, snapshot, memory: { ...memory, wokeAt: at - minutes } };
}

/** The same machine where nobody wants one. */
function stopped({ name, snapshot, memory = makeMemory() }: Machine): Machine {
  const lastAction = { action: 'stop', at: at - 20_000, succeeded: true } as const;
  return { name, snapshot, memory: { ...memory, samples: [], lastAction } };
}
