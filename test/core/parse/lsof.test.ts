import { describe, expect, it } from 'vitest';
import { listenerArguments, parseListeners } from '../../../app/core/parse/lsof.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

describe('what is one listener', () => {
  it('none', () => {
    expect(parseListeners('')).toEqual([]);
  });

  it('one process on IPv4 and IPv6', () => {
    expect(parseListeners(readFixture('machine/lsof-dual-stack-macos.txt'))).toEqual([
      { pid: 3223, command: 'node', addresses: ['127.0.0.1:18789', '[::1]:18789'] },
    ]);
  });

  it('one process whose records come twice', () => {
    expect(parseListeners('p7\ncnode\nf15\nn*:18789\np7\ncnode\nf16\nn*:18789\n')).toEqual([
      { pid: 7, command: 'node', addresses: ['*:18789'] },
    ]);
  });
});

it('keeps two processes apart, and records it was not asked for out', () => {
  expect(parseListeners('p7\ncnode\nf15\ntIPv4\nTST=LISTEN\nn127.0.0.1:18789\np9\ncssh\nf3\nn[::1]:18789\n')).toEqual([
    { pid: 7, command: 'node', addresses: ['127.0.0.1:18789'] },
    { pid: 9, command: 'ssh', addresses: ['[::1]:18789'] },
  ]);
});

it.each(['COMMAND PID USER\nnode 7 alice\n', 'n127.0.0.1:18789\n', 'pseven\n', 'p7\n 127.0.0.1\n'])(
  'does not understand %j',
  (output) => {
    expect(parseListeners(output)).toBeNull();
  },
);

it('asks for one port, without names of hosts and services', () => {
  expect(listenerArguments(18789)).toEqual(['-nP', '-iTCP:18789', '-sTCP:LISTEN', '-Fpcn']);
});
