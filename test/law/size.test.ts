import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, sourceFiles } from './source-files.ts';

/** A file that needs more is two files. Texts are tables: their length follows from the number of languages. */
const maximumLines = 300;

test(`no source file has more than ${maximumLines} lines`, () => {
  const long = sourceFiles()
    .map((file) => ({ file, lines: readFileSync(path.join(projectRoot, file), 'utf8').split('\n').length }))
    .filter(({ file, lines }) => lines > maximumLines && !file.startsWith('app/core/text/'));
  expect(long).toEqual([]);
});
