import { expect, test } from 'vitest';
import type { RepairPlan } from '../../../app/core/model/repair.ts';
import { derivePlanId, pinFiles } from '../../../app/core/repairs/plan-id.ts';
import { makeIdleMac } from '../make-machine.ts';
import { configPath, definitionPath } from '../make-moment.ts';
import { offerFor } from './offers.ts';

function load(): RepairPlan {
  const offer = offerFor('agent-not-loaded', { name: 'vanished', snapshot: makeIdleMac() });
  if (offer.kind !== 'repair') throw new Error('no plan');
  return offer;
}

const contentOf = ({ id: _id, ...content }: RepairPlan) => content;

test('the same plan has the same id, whatever the order of its fields', () => {
  const plan = load();
  const reversed = Object.fromEntries(Object.entries(contentOf(plan)).toReversed()) as Omit<RepairPlan, 'id'>;
  expect(load().id).toBe(plan.id);
  expect(derivePlanId(reversed)).toBe(plan.id);
  expect(plan.id).toMatch(/^[0-9a-f]{16}$/);
});

test('another step, order, question or hash is another id', () => {
  const plan = load();
  const content = contentOf(plan);
  const others = [
    { ...content, steps: content.steps.toReversed() },
    { ...content, steps: content.steps.slice(1) },
    { ...content, questions: [{ code: 'only-likely' } as const] },
    { ...content, rung: 'reinstall' },
  ];
  const ids = [plan.id, ...others.map(derivePlanId), pinFiles(plan, new Map([[configPath, 'abc']])).id];
  expect(new Set(ids).size).toBe(ids.length);
});

test('pinning fills in every file, and a file that is missing is null', () => {
  const pinned = pinFiles(load(), new Map([[definitionPath, 'abc']]));
  expect(pinned.basedOn.filter(({ kind }) => kind === 'file')).toEqual([
    { kind: 'file', path: definitionPath, sha256: 'abc' },
    { kind: 'file', path: configPath, sha256: null },
  ]);
});
