import { expect, it } from 'vitest';
import { formatBytes } from '../../../app/core/text/bytes.ts';

it.each([
  [0, '0 MB'],
  [12_400_000, '12 MB'],
  [999_400_000, '999 MB'],
  [999_600_000, '1.0 GB'],
  [1_449_000_000, '1.4 GB'],
  [9_960_000_000, '10 GB'],
  [19_000_000_000, '19 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
