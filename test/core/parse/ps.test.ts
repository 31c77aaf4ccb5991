import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePsLine } from '../../../app/core/parse/ps.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

describe('what proves nobody', () => {
  it.each(
    readFixture('machine/ps-lstart-locales-macos.txt')
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.split('\t') as [string, string]),
  )('a start time as %s prints it', (_locale, startedAt) => {
    expect(parsePsLine(`77529     1   501 ${startedAt} openclaw-gateway`)).toBeNull();
  });

  it.each([
    '',
    'PID PPID UID STARTED COMMAND',
    '77529 1 501',
    '77529     1   501 Fri Nov 31 09:28:44 2026 openclaw-gateway',
    '77529     1   501 Fri Nov  6 25:28:44 2026 openclaw-gateway',
    '77529     -   501 Fri Nov  6 09:28:44 2026 openclaw-gateway',
  ])('%j', (line) => {
    expect(parsePsLine(line)).toBeNull();
  });

  it('anything else', () => {
    const strings = fc.sample(fc.string({ unit: 'binary' }), 300);
    expect(strings.filter((line) => parsePsLine(line) !== null)).toEqual([]);
  });
});

it('reads a line of macOS, padded as it pads', () => {
  expect(parsePsLine('77529     1   501 Fri Nov  6 09:28:44 2026     openclaw-gateway')).toEqual({
    pid: 77529,
    ppid: 1,
    uid: 501,
    startedAt: Date.UTC(2026, 10, 6, 9, 28, 44),
    commandLine: 'openclaw-gateway',
  });
});

it('reads blanks, brackets, nobody and nothing in the rest of a line', () => {
  const app =
    '80044   612   501 Fri Nov 20 09:35:02 2026     /Applications/Example App.app/Contents/MacOS/Example App --a';
  expect(parsePsLine(app)?.commandLine).toBe('/Applications/Example App.app/Contents/MacOS/Example App --a');
  expect(parsePsLine('80101 1 4294967294 Fri Nov 20 10:35:00 2026     (mdworker_shared)')?.uid).toBe(4294967294);
  expect(parsePsLine('80102 1 501 Fri Nov 20 10:35:00 2026')?.commandLine).toBe('');
});
