import { expect, test } from 'vitest';
import { createSecrets } from '../../../app/platform/node/secrets.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

test.each([
  ['sk-1234567890abcdef', 'ordinary'],
  ['0d3a6a1e-4c1b-4e0f-9b1a-2f3c4d5e6f70', 'ordinary'],
  ['test', 'ordinary'],
  ['', 'empty'],
  ['undefined', 'not-a-value'],
  ['__OPENCLAW_REDACTED__', 'redacted'],
  ['sk-12 34', 'odd'],
  ['<ARK_API_KEY>', 'odd'],
  ['ms-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', 'odd'],
  ['你的API_KEY', 'odd'],
])('%s is %s', async (secret, shape) => {
  expect(createSecrets({ folder: await makeTemporaryFolder() }).mark(secret).shape).toBe(shape);
});
