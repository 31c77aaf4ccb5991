import path from 'node:path';
import { expect, test } from 'vitest';
import { renderFindingsPage } from './findings-page.ts';
import { projectRoot } from './source-files.ts';

/** `npm run docs` writes the page; this fails when the committed one is stale. */
test('docs/findings.md is what the catalogue says', async () => {
  await expect(renderFindingsPage()).toMatchFileSnapshot(path.join(projectRoot, 'docs/findings.md'));
});
