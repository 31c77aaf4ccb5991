import { describe, expect, it } from 'vitest';
import type { ProgramResult } from '../../app/ports/programs.ts';
import { listenersProbe } from '../../app/probes/listeners.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { exited } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const command = 'lsof -nP -iTCP:18789 -sTCP:LISTEN -Fpcn';

function read(result: ProgramResult) {
  const context = makeContext({ programs: { [command]: result } });
  return listenersProbe.read(context, { port: { port: 18789, source: 'default' } });
}

describe('nobody, as far as can be seen', () => {
  it.each([
    ['silence', exited(1, '')],
    [
      'a warning about another file system',
      exited(1, '', "lsof: WARNING: can't stat() fuse file system /x\n      Output information may be incomplete.\n"),
    ],
  ])('%s', async (_name, result) => {
    expect(await read(result)).toMatchObject({ status: 'known', value: [] });
  });
});

describe('what is not known', () => {
  it.each([
    ['tool-missing', { kind: 'missing', path: '/usr/bin/lsof' }],
    ['timed-out', { kind: 'timed-out', durationMs: 5000 }],
    ['too-large', { kind: 'flooded', durationMs: 100 }],
    ['tool-failed', { kind: 'signalled', signal: 'SIGSEGV', durationMs: 1 }],
    ['tool-failed', exited(1, '', 'lsof: unacceptable port specification in: -i TCP:x\n')],
    ['not-understood', exited(0, 'COMMAND PID USER\nnode 1 alice\n')],
    ['not-understood', exited(2, 'p1\ncnode\n')],
  ] as const)('%s', async (code, result) => {
    expect(await read(result)).toMatchObject({ status: 'unknown', reason: { code } });
  });
});

it('one process on two addresses is one listener', async () => {
  expect(await read(exited(0, readFixture('machine/lsof-dual-stack-macos.txt')))).toMatchObject({
    status: 'known',
    value: [{ pid: 3223, command: 'node', addresses: ['127.0.0.1:18789', '[::1]:18789'] }],
  });
});
