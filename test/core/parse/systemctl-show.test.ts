import { expect, test } from 'vitest';
import type { SystemdJob } from '../../../app/core/parse/systemctl-show.ts';
import { parseSystemctlShow, parseTimeSpan } from '../../../app/core/parse/systemctl-show.ts';
import { listFixtures, readFixture } from '../../fixtures/read-fixture.ts';

const expected: Record<string, Partial<SystemdJob>> = {
  'show-bad-setting.txt': { loaded: false, phase: 'unknown', rawPhase: 'bad-setting' },
  'show-killed.txt': {
    phase: 'stopped',
    rawPhase: 'failed/failed',
    runs: 4,
    lastExit: { kind: 'signal', signal: 9, name: 'SIGKILL' },
  },
  'show-masked.txt': { loaded: false, enabled: false, phase: 'stopped' },
  'show-never-started.txt': { loaded: true, enabled: false, phase: 'stopped', runs: 0, lastExit: { kind: 'never' } },
  'show-not-found.txt': { loaded: false, enabled: null, phase: 'stopped', loadedFrom: null, runs: 0 },
  'show-restarting.txt': {
    phase: 'waiting',
    runs: 13,
    pid: null,
    lastExit: { kind: 'code', code: 78, name: null },
    pended: null,
  },
  'show-running.txt': {
    name: 'openclaw-gateway.service',
    loaded: true,
    enabled: true,
    phase: 'running',
    pid: 4322,
    runs: 1,
    lastExit: null,
    throttleSeconds: 5,
    exitTimeoutSeconds: 330,
    loadedFrom: '/home/alice/.config/systemd/user/openclaw-gateway.service',
  },
  'show-start-limit-hit.txt': { phase: 'stopped', pended: 'start-limit-hit', runs: 11 },
  'show-stopped.txt': { phase: 'stopped', pid: null, lastExit: { kind: 'code', code: 0, name: null } },
  'show-stopping.txt': { phase: 'stopping', pid: 4322 },
};

test('each capture is expected', () => {
  expect(listFixtures('systemd').filter((name) => name.startsWith('show-'))).toEqual(Object.keys(expected));
});

test.each(Object.entries(expected))('%s', (name, job) => {
  expect(parseSystemctlShow(readFixture(`systemd/${name}`))).toMatchObject(job);
});

test('active without a process is not understood as running', () => {
  const text = readFixture('systemd/show-running.txt').replace('MainPID=4322', 'MainPID=0');
  expect(parseSystemctlShow(text)?.phase).toBe('unknown');
});

test.each([
  ['nothing', ''],
  ['an error', 'Failed to connect to bus: No medium found\n'],
  ['half a list', readFixture('systemd/show-running.txt').split('ActiveState')[0] ?? ''],
  ['another tool', '{"ActiveState":"active"}'],
])('%s is not understood', (_what, text) => {
  expect(parseSystemctlShow(text)).toBeNull();
});

test.each([
  ['5s', 5],
  ['1min 30s', 90],
  ['500ms', 0.5],
  ['5', 5],
  ['infinity', null],
  ['', null],
  [undefined, null],
])('time span %j', (text, seconds) => {
  expect(parseTimeSpan(text)).toBe(seconds);
});
