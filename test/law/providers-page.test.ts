import path from 'node:path';
import { expect, test } from 'vitest';
import { renderProvidersPage } from './providers-page.ts';
import { projectRoot } from './source-files.ts';

/** `npm run docs` writes the page; this fails when the committed one is stale. */
test('docs/providers.md is what is known', async () => {
  await expect(renderProvidersPage()).toMatchFileSnapshot(path.join(projectRoot, 'docs/providers.md'));
});
