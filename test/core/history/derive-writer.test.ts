import { describe, expect, test } from 'vitest';
import { deriveWriter, isMachineWritten, type WriterEvidence } from '../../../app/core/history/derive-writer.ts';
import { makeProcess } from '../make-running.ts';

const now = 1_000_000;
const sha256 = 'a'.repeat(64);
const clawX = makeProcess({
  role: 'host-app',
  startedAt: now - 60_000,
  commandLine: '/Applications/ClawX.app/Contents/MacOS/ClawX',
});

const writer = (change: Partial<WriterEvidence> = {}) =>
  deriveWriter({
    sha256,
    at: now - 100,
    now,
    audit: [],
    isJustBackedUp: false,
    isProgramsText: true,
    processes: [],
    ...change,
  });

describe('nobody in particular', () => {
  test.each<[string, Partial<WriterEvidence>]>([
    ['nothing is known', {}],
    ['the record has other contents', { audit: [{ sha256: 'b'.repeat(64), by: 'openclaw', command: 'config set' }] }],
    ['OpenClaw says that it was not itself', { audit: [{ sha256, by: 'outside', command: null }] }],
    ['a copy was made, but the record can be read', { isJustBackedUp: true }],
    ['a manager runs, but a person wrote', { processes: [clawX], isProgramsText: false }],
    ['a manager runs, but the change is old', { processes: [clawX], at: now - 60_000 }],
    ['a manager was started since', { processes: [{ ...clawX, startedAt: now + 5_000 }] }],
    [
      'two managers run',
      { processes: [clawX, { ...clawX, commandLine: '/Applications/Nexu.app/Contents/MacOS/Nexu' }] },
    ],
    ['processes are not known', { processes: null }],
  ])('%s', (_what, change) => {
    expect(writer(change)).toEqual({ kind: 'other' });
  });
});

test('OpenClaw by its record, the newest of several', () => {
  const audit = [
    { sha256, by: 'outside', command: null },
    { sha256, by: 'openclaw', command: 'config set' },
  ] as const;
  expect(writer({ audit, processes: [clawX] })).toEqual({ kind: 'openclaw', command: 'config set' });
});

test('OpenClaw by its copy, where its record cannot be read', () => {
  expect(writer({ audit: null, isJustBackedUp: true })).toEqual({ kind: 'openclaw', command: null });
});

test('the one manager that runs', () => {
  expect(writer({ processes: [clawX, { ...clawX, pid: 5 }] })).toEqual({ kind: 'manager', name: 'ClawX' });
});

test('what a program writes', () => {
  expect(isMachineWritten('{\n  "a": 1\n}\n')).toBe(true);
  expect(['{"a":1}', '{ a: 1 }', '{\n  "a": 1, // one\n}', ''].map(isMachineWritten)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
