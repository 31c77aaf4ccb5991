import { describe, expect, test } from 'vitest';
import { choosePruned, maxAgeMs, maxTotalBytes, maxVersions } from '../../../app/core/history/choose-pruned.ts';
import type { Version } from '../../../app/core/model/history.ts';

const now = 10 * maxAgeMs;
let count = 0;

function version(name: string, change: Partial<Version> = {}): Version {
  count += 1;
  const id = count.toString(36).padStart(6, '0');
  const by = { kind: 'other' } as const;
  return {
    id,
    file: '/c',
    kind: 'config',
    at: now,
    sha256: name,
    sizeBytes: 1,
    mode: 0,
    by,
    changed: [],
    ranAt: null,
    ...change,
  };
}

const dropped = (oldestFirst: readonly Version[]) => {
  const ids = choosePruned(oldestFirst.toReversed(), now);
  return oldestFirst.filter(({ id }) => ids.has(id)).map(({ sha256 }) => sha256);
};

describe('nothing goes', () => {
  test('that is young and little', () => {
    expect(dropped(['a', 'b', 'c'].map((name) => version(name)))).toEqual([]);
  });

  test('that a file has nothing else instead of', () => {
    const old = { at: 0 };
    expect(dropped([version('a', old)])).toEqual([]);
    expect(dropped([version('a', old), version('b', { ...old, file: '/d' })])).toEqual([]);
    expect(dropped([version('a', old), version('b', old)])).toEqual([]);
  });
});

test('the old, but for the newest, the oldest that differs from it, and the last that ran', () => {
  const old = { at: now - maxAgeMs - 1 };
  const versions = [
    version('x', old),
    version('a', old),
    version('b', { ...old, ranAt: 5 }),
    version('c', { ...old, ranAt: 9 }),
    version('d', old),
    version('x', old),
  ];
  expect(dropped(versions)).toEqual(['x', 'b', 'd']);
});

test('the oldest, when there are too many, to well under the limit', () => {
  const many = Array.from({ length: maxVersions + 1 }, (_value, index) => version(String(index)));
  const gone = dropped(many);
  expect(gone).toHaveLength(maxVersions + 1 - maxVersions * 0.8);
  expect(gone[0]).toBe('1');
});

test('the oldest, when they are too large together; equal contents count once', () => {
  const sizeBytes = maxTotalBytes / 10;
  const large = Array.from({ length: 12 }, (_value, index) => version(String(index), { sizeBytes }));
  expect(dropped(large)).toEqual(['1', '2', '3', '4']);
  const equal = Array.from({ length: 40 }, (_value, index) => version(index % 2 === 0 ? 'a' : 'b', { sizeBytes }));
  expect(dropped(equal)).toEqual([]);
});
