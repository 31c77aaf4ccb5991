import { describe, expect, test } from 'vitest';
import { parseConfigAudit } from '../../../app/core/parse/config-audit.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const nextHash = 'a'.repeat(64);
const write = (change: object) =>
  parseConfigAudit([JSON.stringify({ event: 'config.write', result: 'rename', nextHash, argv: [], ...change })]);
const commandOf = (...words: readonly string[]) =>
  write({ argv: ['/usr/bin/node', '/x/openclaw.mjs', ...words] })[0]?.command;

describe('real records', () => {
  test.each([
    ['2026.3.13', ['onboard', 'config set', 'config set', 'config unset', 'config unset']],
    ['2026.9.6', ['onboard', 'onboard']],
  ])('%s', (version, commands) => {
    const records = parseConfigAudit(readFixture(`history/config-audit-${version}.jsonl`).split('\n'));
    expect(records.map(({ command }) => command)).toEqual(commands);
    expect(records.every(({ by, sha256 }) => by === 'openclaw' && /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });
});

describe('silent', () => {
  test.each([
    ['torn', '{"event":"config.wr'],
    ['empty', ''],
    ['no record', '[1]'],
    ['another event', JSON.stringify({ event: 'config.read', nextHash })],
    ['rejected', JSON.stringify({ event: 'config.write', result: 'rejected', nextHash: null })],
    ['failed', JSON.stringify({ event: 'config.write', result: 'failed', nextHash })],
    ['no hash', JSON.stringify({ event: 'config.write', result: 'rename', nextHash: 'fp:12' })],
    ['seen, not written', JSON.stringify({ event: 'config.observe', restoredFromBackup: false, backupHash: nextHash })],
  ])('%s', (_what, line) => {
    expect(parseConfigAudit([line])).toEqual([]);
  });
});

test.each<[readonly string[], string | null | undefined]>([
  [['config', 'set', 'gateway.auth.token', 'secret'], 'config set'],
  [['--profile', 'work', 'config', 'set', 'x'], 'config set'],
  [['--dev', 'models', 'set', 'provider/model'], 'models set'],
  [['doctor', '--fix', '--yes'], 'doctor --fix'],
  [['doctor', '--non-interactive', '--repair'], 'doctor --repair'],
  [['gateway', '--port', '18789', '--token', 'secret'], 'gateway'],
  [['gateway', 'run'], 'gateway run'],
  [['agents', 'my-secret-name'], 'agents'],
  [['sk-abcdef1234567890'], null],
  [[], null],
])('the words of a command, never its values: %j', (words, command) => {
  expect(commandOf(...words)).toBe(command);
});

test('what came from outside, and what OpenClaw put back', () => {
  const lines = [
    { event: 'config.external', nextHash, detectedBy: 'watch' },
    {
      event: 'config.observe',
      restoredFromBackup: true,
      backupHash: nextHash,
      argv: ['node', 'x', 'models', 'status'],
    },
  ];
  expect(parseConfigAudit(lines.map((line) => JSON.stringify(line)))).toEqual([
    { sha256: nextHash, by: 'outside', command: null },
    { sha256: nextHash, by: 'openclaw', command: 'models status' },
  ]);
});
