import { expect, test } from 'vitest';
import type { ProgramRequest, ProgramResult, Programs } from '../../app/ports/programs.ts';
import type { OpenerSituation } from '../../app/web/opener.ts';
import { chooseOpener } from '../../app/web/opener.ts';

const ended: ProgramResult = { kind: 'exited', exitCode: 0, stdout: '', stderr: '', durationMs: 1 };

function makePrograms(result: ProgramResult = ended) {
  const started: ProgramRequest[] = [];
  const programs: Programs = {
    run: async (request) => {
      started.push(request);
      return result;
    },
    describe: () => '',
    runOpenClaw: () => Promise.reject(new Error('nothing here runs openclaw')),
  };
  return { programs, started };
}

test.each<[string, Pick<OpenerSituation, 'os' | 'variables'>]>([
  ['over ssh to a Mac', { os: 'darwin', variables: { SSH_CONNECTION: '10.0.0.2 1 10.0.0.1 22' } }],
  ['over ssh with a forwarded display', { os: 'linux', variables: { SSH_CONNECTION: 'x', DISPLAY: ':10' } }],
  ['on Linux without a display', { os: 'linux', variables: { DISPLAY: '' } }],
])('nothing can be opened %s', (_where, situation) => {
  expect(chooseOpener({ ...situation, programs: makePrograms().programs })).toBeNull();
});

test.each<[OpenerSituation['os'], Record<string, string>, string]>([
  ['darwin', {}, 'open'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
])('on %s with %j it is %3$s that opens', async (os, variables, tool) => {
  const { programs, started } = makePrograms();
  expect(await chooseOpener({ os, variables, programs })?.open('http://127.0.0.1:18789/')).toBe(true);
  expect(started).toEqual([{ tool, args: ['http://127.0.0.1:18789/'], timeoutMs: 4000 }]);
});

test.each([
  'http://evil.example/',
  'http://127.0.0.1.evil.example/',
  'file:///etc/passwd',
  '-a Calculator',
  '/Applications/Calculator.app',
  '/tmp/log.command',
  'relative.log',
])('%s is never opened', async (target) => {
  const { programs, started } = makePrograms();
  expect(await chooseOpener({ os: 'darwin', variables: {}, programs })?.open(target)).toBe(false);
  expect(started).toEqual([]);
});

test('a program that stays with its browser has opened it', async () => {
  const { programs } = makePrograms({ kind: 'timed-out', durationMs: 4000 });
  const opener = chooseOpener({ os: 'linux', variables: { DISPLAY: ':0' }, programs });
  expect(await opener?.open('http://127.0.0.1:18789/')).toBe(true);
});

test('a program that fails has opened nothing', async () => {
  const { programs } = makePrograms({ ...ended, exitCode: 1 });
  expect(await chooseOpener({ os: 'darwin', variables: {}, programs })?.open('/var/log/a.log')).toBe(false);
});
