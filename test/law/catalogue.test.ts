import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findingCodes } from '../../app/core/model/finding.ts';
import { projectRoot } from './source-files.ts';

/** A code arrives as rule, silent table and texts together; the compiler sees to the texts, this to the rest. */
test.each(findingCodes)('%s has a rule file and a table of machines', (code) => {
  expect(existsSync(path.join(projectRoot, `app/core/rules/${code}.ts`))).toBe(true);
  expect(existsSync(path.join(projectRoot, `test/core/rules/${code}.test.ts`))).toBe(true);
});

test('no rule file is without a code', () => {
  const names = readdirSync(path.join(projectRoot, 'app/core/rules')).map((name) => name.replace(/\.ts$/, ''));
  // What rules share.
  const shared = new Set([
    'index',
    'rule',
    'evidence',
    'log-evidence',
    'circumstances',
    'host-app',
    'configured',
    'last-word',
  ]);
  expect(names.filter((name) => !shared.has(name) && !(findingCodes as readonly string[]).includes(name))).toEqual([]);
});
