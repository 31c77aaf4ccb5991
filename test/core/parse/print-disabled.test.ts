import { expect, test } from 'vitest';
import { parsePrintDisabled } from '../../../app/core/parse/print-disabled.ts';
import { listFixtures, readFixture } from '../../fixtures/read-fixture.ts';

const gateway = 'ai.openclaw.gateway';
const expected = {
  'print-disabled-macos13-15-noindent.txt': 'disabled',
  'print-disabled-macos26-1.txt': 'enabled',
  'print-disabled-older-truefalse.txt': 'enabled',
  'print-disabled-parked-gateway.txt': 'disabled',
} as const;

test('each capture is expected', () => {
  expect(listFixtures('launchctl').filter((name) => name.startsWith('print-disabled'))).toEqual(Object.keys(expected));
});

test.each(Object.entries(expected))('%s', (name, override) => {
  expect(parsePrintDisabled(readFixture(`launchctl/${name}`), gateway)).toBe(override);
});

test('true means disabled', () => {
  const text = readFixture('launchctl/print-disabled-older-truefalse.txt');
  expect(parsePrintDisabled(text, 'com.example.disabled')).toBe('disabled');
});

test('a label that is not listed has no override', () => {
  const text = readFixture('launchctl/print-disabled-parked-gateway.txt');
  expect(parsePrintDisabled(text, 'ai.openclaw')).toBe('unset');
  expect(parsePrintDisabled(text, 'ai.openclaw.gateway.help')).toBe('unset');
  expect(parsePrintDisabled('disabled services = {\n}\n', gateway)).toBe('unset');
  expect(parsePrintDisabled('(no disabled services)\n', gateway)).toBe('unset');
});

test('login item associations are another list', () => {
  const text = readFixture('launchctl/print-disabled-parked-gateway.txt');
  expect(parsePrintDisabled(text, 'ai.openclaw.work')).toBe('unset');
});

test('an unknown word is not guessed', () => {
  expect(parsePrintDisabled(`disabled services = {\n\t"${gateway}" => deaktiviert\n}\n`, gateway)).toBe('unclear');
});

test.each([
  ['nothing', ''],
  ['an error', 'Could not print domain: 1: Operation not permitted\n'],
  ['another language', 'deaktivierte Dienste = {\n}\n'],
  ['half a list', `disabled services = {\n\t"${gateway}" => dis`],
])('%s is not understood', (_what, text) => {
  expect(parsePrintDisabled(text, gateway)).toBeNull();
});
