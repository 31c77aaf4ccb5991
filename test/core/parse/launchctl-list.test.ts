import { expect, test } from 'vitest';
import { isUpdateJob, parseJobList } from '../../../app/core/parse/launchctl-list.ts';

test.each(['', 'Could not find service', 'PID Status\n1\t0\tx', '{\n\t"Label" = "x";\n};\n'])('no list: %j', (text) => {
  expect(parseJobList(text)).toBeNull();
});

test('one row per job; what is no row is left out', () => {
  const text =
    'PID\tStatus\tLabel\n-\t0\tcom.apple.x\n812\t-9\tai.openclaw.gateway\n-\t127\topenclaw-update-1\nnoise\n';
  expect(parseJobList(text)).toEqual([
    { label: 'com.apple.x', pid: null, lastStatus: 0 },
    { label: 'ai.openclaw.gateway', pid: 812, lastStatus: -9 },
    { label: 'openclaw-update-1', pid: null, lastStatus: 127 },
  ]);
});

test('the names of update jobs, and others', () => {
  const names = ['openclaw-update-1', 'openclaw.update.manual', 'ai.openclaw.self-update'];
  expect(names.filter(isUpdateJob)).toEqual(names);
  const others = ['ai.openclaw.gateway', 'com.apple.softwareupdate', 'com.example.openclaw-update', 'openclaw-node'];
  expect(others.filter(isUpdateJob)).toEqual([]);
});
