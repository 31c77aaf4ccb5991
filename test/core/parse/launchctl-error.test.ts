import { describe, expect, test } from 'vitest';
import { classifyLaunchctlFailure } from '../../../app/core/parse/launchctl-error.ts';
import { listFixtures, readFixture } from '../../fixtures/read-fixture.ts';

const classify = (exitCode: number, stderr: string) => classifyLaunchctlFailure({ exitCode, stdout: '', stderr });

/** File, the exit code it came with, and what it means. */
const captures = [
  ['bootout-125.stderr.txt', 125, 'no-gui-session'],
  ['bootout-3.stderr.txt', 3, 'not-loaded'],
  ['bootout-36.stderr.txt', 36, 'in-progress'],
  ['bootout-5.stderr.txt', 5, 'io-error'],
  ['bootstrap-1.stderr.txt', 1, 'not-permitted'],
  ['bootstrap-125.stderr.txt', 125, 'no-gui-session'],
  ['bootstrap-37.stderr.txt', 37, 'in-progress'],
  ['bootstrap-5.stderr.txt', 5, 'io-error'],
  ['kickstart-1.stderr.txt', 1, 'not-permitted'],
  ['kickstart-113.stderr.txt', 113, 'not-loaded'],
  ['kickstart-125.stderr.txt', 125, 'no-gui-session'],
  ['kickstart-37-empty.stderr.txt', 37, 'in-progress'],
  ['load-5.stderr.txt', 0, 'io-error'],
  ['print-nodomain-112.stderr.txt', 112, 'no-domain'],
  ['print-notfound-113.stderr.txt', 113, 'not-loaded'],
  ['print-notfound-system-113.stderr.txt', 113, 'not-loaded'],
  ['print-otheruser-1.stderr.txt', 1, 'not-permitted'],
] as const;

test('each capture is expected', () => {
  const files = listFixtures('launchctl').filter((name) => name.endsWith('.stderr.txt'));
  expect(files).toEqual(captures.map(([name]) => name));
});

test.each(captures)('%s with exit code %i is %s', (name, exitCode, kind) => {
  expect(classify(exitCode, readFixture(`launchctl/${name}`)).kind).toBe(kind);
});

describe('which source counts', () => {
  test.each([
    [17, 'already'],
    [109, 'bad-plist'],
    [119, 'disabled'],
    [122, 'bad-plist'],
    [124, 'no-domain'],
    [155, 'quarantined'],
    [161, 'disabled'],
  ] as const)('exit code %i alone is enough', (exitCode, kind) => {
    expect(classify(exitCode, 'nicht auf Englisch')).toMatchObject({ kind, code: exitCode });
  });

  test('exit code 0 and 1 leave it to the number in the text', () => {
    expect(classify(0, 'Load failed: 119: Service is disabled')).toMatchObject({ kind: 'disabled', code: 119 });
    expect(classify(1, 'Bootstrap failed: 5: Input/output error')).toMatchObject({ kind: 'io-error', code: 5 });
    expect(classify(1, 'Could not kickstart service "a: 5: b": 125: x')).toMatchObject({ kind: 'no-gui-session' });
  });

  test('words count only when there is no number', () => {
    expect(classify(255, 'COULD NOT FIND SERVICE "x" in domain').kind).toBe('not-loaded');
    expect(classify(255, 'service is already bootstrapped').kind).toBe('already');
  });

  test.each([
    [64, 'Usage: launchctl print <service-target>'],
    [255, '服务未找到'],
    [139, 'Service cannot presently execute'],
    [0, ''],
  ])('exit code %i with %j is not guessed', (exitCode, text) => {
    expect(classify(exitCode, text).kind).toBe('other');
  });
});

test('the message is the complaint without launchctl’s misleading advice', () => {
  expect(classify(113, readFixture('launchctl/print-notfound-113.stderr.txt')).message).toBe(
    'Could not find service "ai.openclaw.gateway" in domain for user gui: 501',
  );
  expect(classify(5, readFixture('launchctl/bootstrap-5.stderr.txt')).message).toBe(
    'Bootstrap failed: 5: Input/output error',
  );
  expect(classify(37, '').message).toBe('');
});
