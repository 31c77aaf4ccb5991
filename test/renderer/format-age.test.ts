import { expect, test } from 'vitest';
import { labelTexts } from '../../app/core/text/labels.ts';
import { formatAge, formatElapsed } from '../../renderer/format-age.ts';

const labels = {
  ...labelTexts('en'),
  justNow: 'now',
  secondsAgo: '{count}s',
  minutesAgo: '{count}m',
  hoursAgo: '{count}h',
};

test.each([
  [-3000, 'now'],
  [0, 'now'],
  [4999, 'now'],
  [5000, '5s'],
  [119_999, '119s'],
  [120_000, '2m'],
  [119 * 60_000, '119m'],
  [120 * 60_000, '2h'],
  [49 * 3_600_000, '49h'],
])('a reading of %i ms ago reads "%s"', (ageMs, words) => {
  expect(formatAge(ageMs, labels)).toBe(words);
});

test.each([
  [-1, '0:00'],
  [7_900, '0:07'],
  [61_000, '1:01'],
  [600_000, '10:00'],
])('%i ms since the start reads %s', (elapsedMs, digits) => {
  expect(formatElapsed(elapsedMs)).toBe(digits);
});
