import { expect, it } from 'vitest';
import { parseGatewayLock } from '../../../app/core/parse/lock.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const path = '/Users/alice/.openclaw/tmp/openclaw-501/gateway.state.lock';

it.each(['', '   \n', '{', '[]', 'null', '{"pid":0}', '{"pid":"77529"}', '{"pid":1.5}', '{"createdAt":"now"}'])(
  'finds no lock in %j',
  (text) => {
    expect(parseGatewayLock(text, path)).toBeNull();
  },
);

it('reads the lock of 2026.9.6 with its padding', () => {
  expect(parseGatewayLock(`${readFixture('machine/lock-2026.9.6.json')}\0\0`, path)).toEqual({
    path,
    pid: 9851,
    port: 18789,
    createdAt: Date.parse('2026-11-20T12:59:38.968Z'),
    configPath: '/Users/alice/.openclaw/openclaw.json',
  });
});

it('reads the lock of 2026.3.13, which knows no port', () => {
  expect(parseGatewayLock(readFixture('machine/lock-2026.3.13.json'), path)).toMatchObject({ pid: 20629, port: null });
});
