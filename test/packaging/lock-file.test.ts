import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './package-app.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * A registry that lags behind can write a lock file without the packages of other platforms; `npm ci` then fails on
 * a Mac, and with newer versions of npm everywhere.
 */
test('the lock file names the packages of every platform', () => {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const names = new Set(Object.keys(lock.packages).map((key) => key.replace(/^.*node_modules\//, '')));
  const missing = Object.entries(lock.packages).flatMap(([key, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${key} needs ${name}`),
  );
  expect(missing).toEqual([]);
  expect([...names].filter((name) => name.includes('darwin-arm64')).length).toBeGreaterThan(2);
});
