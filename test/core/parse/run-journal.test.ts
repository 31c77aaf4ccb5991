import { describe, expect, test } from 'vitest';
import type { RepairStep, RunEvent, RunHead } from '../../../app/core/model/repair.ts';
import { beginRun, parseRunJournal, writeRunHead } from '../../../app/core/parse/run-journal.ts';
import { makePlan } from '../../engine/repair/make-plan.ts';
import { logPath, meant, oneOfEach } from '../../engine/repair/one-of-each.ts';

const serviceTarget = 'gui/501/ai.openclaw.gateway';
const edits = [
  { op: 'remove', path: ['models', 'providers', 'ark', 'models', 0] },
  { op: 'set', path: ['a'], value: { b: [1, true, null, 'c'] } },
  { op: 'copy', path: ['b'], from: { kind: 'version', id: 'm1-1' } },
  { op: 'copy', path: ['c'], from: { kind: 'backup', path: '/a.bak', sha256: 'f'.repeat(64) } },
] as const;
const backup = { kind: 'backup', path: '/a.last-good', sha256: '0'.repeat(64) } as const;
const steps: readonly RepairStep[] = [
  ...Object.values(oneOfEach),
  { kind: 'edit-config', path: '/a', edits },
  { kind: 'restore-version', path: '/a', source: backup },
];
const plan = makePlan({
  steps,
  basedOn: [
    { kind: 'file', path: '/a', sha256: null },
    { kind: 'service', serviceTarget, loaded: true, enabled: null, pid: 1, phase: 'running' },
    { kind: 'listeners', port: 18789, pids: [1, 2] },
    { kind: 'process', process: meant },
  ],
  questions: [
    { code: 'kill-hard', pid: 999, commandLine: 'openclaw-gateway' },
    { code: 'stop-stray', pid: 999, commandLine: 'openclaw-gateway' },
    { code: 'keep-one', keep: 'a', aside: 'b', path: '/b', instead: ['c'] },
    { code: 'stop-loop', label: 'a' },
    { code: 'only-likely' },
    { code: 'just-woke' },
    { code: 'allow-model', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
    { code: 'widen-tools', path: 'tools.allow', lets: 'exec', profile: null },
    { code: 'open-endpoint', channel: 'dingtalk-connector' },
    { code: 'stop-unmanaged', pid: 999, commandLine: 'openclaw-gateway' },
    { code: 'enable-disabled', label: 'a' },
    { code: 'restart-again-soon', minutesAgo: 2 },
  ],
  verify: { gone: ['port-stray'], goal: 'serving', holdMs: 60_000 },
});
const head: RunHead = { id: 'm1-2', plan, profile: null, startedAt: 5, stateBefore: 'stopped', undoes: null };
const nothing = { kind: 'nothing-to-undo' } as const;
const [step = oneOfEach.wait] = steps;

function write(...events: readonly (RunEvent | string)[]): string {
  const lines = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  return [writeRunHead(head), ...lines, ''].join('\n');
}

const begins: RunEvent = { kind: 'step-begins', index: 0, at: 6, inverse: nothing };
const ended: RunEvent = {
  kind: 'step-ended',
  index: 0,
  at: 7,
  result: { step, outcome: 'done', detail: 'ok', inverse: nothing },
};

describe('what is no run', () => {
  test.each([
    ['nothing', ''],
    ['a foreign file', 'Dear diary,\n'],
    ['JSON of somebody else', '{"kind":"begin"}\n'],
    ['events without a beginning', `${JSON.stringify(ended)}\n`],
    ['a beginning that was torn', writeRunHead(head).slice(0, -20)],
    ['a step that no version knows', writeRunHead(head).replace('"archive-log"', '"delete-file"')],
    ['a step with more than it needs', writeRunHead(head).replace('"why":', '"sudo":true,"why":')],
    ['a path that leads elsewhere', writeRunHead(head).replace(`"path":"${logPath}"`, '"path":"gateway.log"')],
    ['an id that leads elsewhere', writeRunHead(head).replace('"itemId":"m1-2-1"', '"itemId":"../m1"')],
    ['a signal to everybody', writeRunHead(head).replace('"process":{"pid":999', '"process":{"pid":-1')],
  ])('%s', (_what, text) => {
    expect(parseRunJournal(text)).toBeNull();
  });
});

test('every kind of step, fingerprint and question is read back as it was written', () => {
  expect(parseRunJournal(write())).toEqual(beginRun(head));
});

test('a step whose end is not on record may have taken place', () => {
  expect(parseRunJournal(write(begins))).toMatchObject({
    verdict: null,
    finishedAt: null,
    steps: [{ step, outcome: 'begun', inverse: nothing }],
  });
});

test('a whole story', () => {
  const run = parseRunJournal(
    write(
      begins,
      ended,
      { kind: 'ended', at: 9, verdict: 'worse', stateAfter: 'disabled' },
      { kind: 'undone', at: 10, by: 'm2-2' },
    ),
  );
  expect(run).toMatchObject({ verdict: 'worse', finishedAt: 9, stateAfter: 'disabled', undoneBy: 'm2-2' });
  expect(run?.steps).toEqual([{ step, outcome: 'done', detail: 'ok', inverse: nothing }]);
});

test('a torn line tells nothing, and what was written after it is believed', () => {
  const torn = JSON.stringify(ended).slice(0, 30);
  expect(parseRunJournal(write(begins, torn))?.steps).toMatchObject([{ outcome: 'begun' }]);
  expect(parseRunJournal(write(begins, torn, { kind: 'undone', at: 10, by: 'm2-2' }))).toMatchObject({
    undoneBy: 'm2-2',
    steps: [{ outcome: 'begun' }],
  });
});

test('a step beyond the plan is none, and one whose lines are lost had its turn', () => {
  expect(parseRunJournal(write({ ...begins, index: 500 }))?.steps).toEqual([]);
  expect(parseRunJournal(write({ ...begins, index: 2 }))?.steps.map(({ outcome }) => outcome)).toEqual([
    'begun',
    'begun',
    'begun',
  ]);
});
