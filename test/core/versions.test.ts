import { describe, expect, test } from 'vitest';
import { compareOpenClawVersions, fitsRange, isOtherRelease } from '../../app/core/versions.ts';

describe('versions of OpenClaw', () => {
  test.each([
    ['2026.9.6', ''],
    ['2026.9', '2026.9.6'],
    ['main', '2026.9.6'],
    ['2026.9.6', '2026.9.6 || true'],
  ])('nothing is said of %j and %j', (one, other) => {
    expect(compareOpenClawVersions(one, other)).toBeNull();
    expect(isOtherRelease(one, other)).toBe(false);
  });

  test.each([
    ['2026.9.6', '2026.9.6', 0],
    ['v2026.9.6', '2026.9.6+build.7', 0],
    ['2026.7.1-2', '2026.7.1', 1],
    ['2026.7.1-10', '2026.7.1-2', 1],
    ['2026.9.6-beta.1', '2026.9.6', -1],
    ['2026.9.6-beta.2', '2026.9.6-beta.10', -1],
    ['2026.9.6-alpha.9', '2026.9.6-beta.1', -1],
    ['2026.3.13', '2026.3.8', 1],
    ['2026.10.1', '2026.9.30', 1],
    ['2025.12.31', '2026.1.1', -1],
  ])('%s against %s', (one, other, sign) => {
    expect(Math.sign(compareOpenClawVersions(one, other) ?? Number.NaN)).toBe(sign);
    expect(Math.sign(compareOpenClawVersions(other, one) ?? Number.NaN)).toBe(-sign + 0);
  });

  test('builds and pre-releases of one day are one release', () => {
    expect(isOtherRelease('2026.9.6-beta.1', '2026.9.6')).toBe(false);
    expect(isOtherRelease('2026.7.1-2', '2026.7.1')).toBe(false);
    expect(isOtherRelease('2026.9.5', '2026.9.6')).toBe(true);
  });
});

describe('a range of Node versions', () => {
  test.each([
    ['24.16.0', 'lts/*'],
    ['24.16.0', '>=24 <latest'],
    ['24.16.0', '18 - 24'],
    ['system', '>=22'],
    ['24.16.0', ''],
  ])('nothing is said of %s in %j', (version, range) => {
    expect(fitsRange(version, range)).toBeNull();
  });

  test.each([
    ['24.16.0', '>=24.16.0 <25 || >=26.1.0', true],
    ['24.15.9', '>=24.16.0 <25 || >=26.1.0', false],
    ['25.2.0', '>=24.16.0 <25 || >=26.1.0', false],
    ['26.1.0', '>=24.16.0 <25 || >=26.1.0', true],
    ['26.0.9', '>= 24.16.0 < 25 || >= 26.1.0', false],
    ['22.16.0', '>=22.16.0', true],
    ['22.12.0', '>=22.16.0', false],
    ['22.12.0', '^22.12', true],
    ['23.0.0', '^22.12', false],
    ['22.13.5', '~22.13.0', true],
    ['22.14.0', '~22.13.0', false],
    ['22.14.0', '22.x', true],
    ['24.0.0', '22', false],
    ['24.0.0', '=24.0.0', true],
    ['24.0.0', '>24', false],
    ['24.3.0', '<=24', true],
    ['24.3.0', 'what || 24.x', true],
  ])('%s in %s: %s', (version, range, fits) => {
    expect(fitsRange(version, range)).toBe(fits);
  });
});
