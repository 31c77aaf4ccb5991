import { expect, it } from 'vitest';
import { parseLastLifecycle } from '../../../app/core/parse/lifecycle.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

it.each(['', 'Could not find service\n', '[not a time] openclaw gateway lifecycle source=cli action=stop\n'])(
  'finds nothing in %j',
  (text) => {
    expect(parseLastLifecycle(text)).toBeNull();
  },
);

it('finds the newest entry', () => {
  expect(parseLastLifecycle(readFixture('machine/gateway-restart-2026.9.6.log'))).toEqual({
    at: Date.parse('2026-11-20T11:00:00Z'),
    action: 'stop',
    source: 'cli',
    failed: false,
    line: '[2026-11-20T11:00:00.000Z] openclaw gateway lifecycle source=cli action=stop mode=bootout interactive=0',
  });
});

it.each([
  ['openclaw restart done source=handoff mode=kickstart interactive=0', 'restart', false],
  ['openclaw restart attempt source=handoff mode=park target=gui/501/x pid=1 interactive=0', 'other', false],
  ['openclaw restart failed source=handoff mode=reload status=5 interactive=0', 'restart', true],
  ['openclaw gateway lifecycle source=cli action=install mode=bootstrap interactive=1', 'other', false],
])('%s', (line, action, failed) => {
  expect(parseLastLifecycle(`[2026-11-20T11:00:00Z] ${line}\n`)).toMatchObject({ action, failed });
});
