import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { FakeHistory } from '../fakes/fake-engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import { makePicture, readAt } from '../fakes/snapshots.ts';
import { bindOpened, configPath, makeDiff, makeListed, portMoved, tokenGone } from '../fakes/versions.ts';

const now = makeListed({ id: 'v3', at: readAt - 1000, changed: [portMoved, tokenGone], isCurrent: true });
const ran = makeListed({
  id: 'v2',
  by: { kind: 'openclaw', command: 'config set' },
  changed: [bindOpened],
  ranAt: readAt - 5000,
});
const backup = makeListed({
  id: 'bak.1',
  origin: 'backup',
  path: `${configPath}.bak.1`,
  by: null,
  changed: [],
  sha256: null,
});
const models = makeListed({
  id: 'm1',
  kind: 'models',
  file: '/Users/alice/.openclaw/agents/main/agent/models.json',
  by: { kind: 'first-seen' },
  changed: [],
});
const versions = [now, ran, backup, models];

async function run(line: string, history: Partial<FakeHistory> = {}) {
  const engine = makeFakeEngine(makePicture());
  engine.historyIs({ versions, diff: null, ...history });
  const cli = makeFakeCli({ engine });
  const code = await runCli(line.split(' '), cli);
  return { code, ...cli.written, calls: engine.calls };
}

describe('history', () => {
  test('nothing is kept yet', async () => {
    expect(await run('history', { versions: [] })).toMatchObject({
      code: 0,
      out: 'No version is kept yet. “clawtender status” keeps the first ones.\n',
    });
  });

  test('newest first: when, who, what, and what ran', async () => {
    const { code, out } = await run('history');
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.replace(/\d\d:\d\d/, 'HH:MM').replace(/[A-Z][a-z]{2} \d+, /, ''));
    expect(lines).toEqual([
      `v3  HH:MM  ${configPath}  by an editor or another program  in the file now`,
      '  gateway.port 18789 → 18790',
      '  gateway.auth.token removed (it was ••• 1f76)',
      '',
      `v2  HH:MM  ${configPath}  by OpenClaw (config set)  a gateway ran on it`,
      '  gateway.bind added: "lan"',
      '',
      `bak.1  HH:MM  ${configPath}  OpenClaw’s own copy`,
      '',
      `m1  HH:MM  ${models.file}  first seen`,
      '',
    ]);
  });

  test('it looks first, so that the newest version is kept', async () => {
    expect((await run('history')).calls).toEqual([{ kind: 'look' }]);
  });

  test('--json', async () => {
    const { out } = await run('history --json');
    const listed = JSON.parse(out) as { versions: unknown[] };
    expect(listed.versions).toHaveLength(4);
    expect(listed.versions[0]).toEqual({
      id: 'v3',
      file: configPath,
      kind: 'config',
      at: new Date(readAt - 1000).toISOString(),
      by: { kind: 'other' },
      changed: [portMoved, tokenGone],
      ran: false,
      now: true,
      path: null,
    });
    expect(listed.versions[2]).toMatchObject({ id: 'bak.1', by: null, ran: false, path: `${configPath}.bak.1` });
  });

  test.each([
    ['config', ['v3', 'v2', 'bak.1']],
    ['models', ['m1']],
    ['openclaw.json', ['v3', 'v2', 'bak.1']],
    [configPath, ['v3', 'v2', 'bak.1']],
    [path.relative(process.cwd(), configPath), ['v3', 'v2', 'bak.1']],
  ])('of %s alone', async (word, ids) => {
    const { out } = await run(`history ${word} --json`);
    expect((JSON.parse(out) as { versions: { id: string }[] }).versions.map(({ id }) => id)).toEqual(ids);
  });

  test('of a kind that has none: nothing, and no mistake', async () => {
    expect(await run('history service --json')).toMatchObject({ code: 0, err: '' });
  });

  test('of a word that names nothing: wrong use, with the next step', async () => {
    const { code, out, err } = await run('history opnclaw.json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('No version of “opnclaw.json” is kept. “clawtender history” lists all');
  });

  test('in Chinese', async () => {
    const { out } = await run('history --lang zh-Hans');
    expect(out).toContain('由 OpenClaw 更改（config set）');
  });
});

describe('history export', () => {
  test('all, with their masked text', async () => {
    const { out } = await run('history export --json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      exportedAt: '1970-01-01T00:00:00.000Z',
      versions: [{ id: 'v3', text: null }, { id: 'v2' }, {}, {}],
    });
  });

  test('to be read', async () => {
    const { out, code } = await run('history export');
    expect(code).toBe(0);
    expect(out).toContain('# Secrets are replaced by marks; equal marks are equal secrets.');
    expect(out).toContain('#   gateway.bind added: "lan"');
  });
});

describe('diff', () => {
  test('by setting', async () => {
    const { code, out } = await run('diff v2 now', { diff: makeDiff({ changes: [portMoved, tokenGone] }) });
    expect(code).toBe(0);
    expect(out).toContain('  gateway.port 18789 → 18790\n  gateway.auth.token removed (it was ••• 1f76)\n');
  });

  test('one version is compared with now', async () => {
    expect((await run('diff v2')).err).toContain('“v2 now”');
  });

  test('where only the layout is different, line by line', async () => {
    const diff = makeDiff({ changes: [], beforeText: '{ a: 1 }\n', afterText: '{ a: 1 } // one\n' });
    const { out } = await run('diff v2 now', { diff });
    expect(out).toContain('Only formatting or comments are different:\n  - { a: 1 }\n  + { a: 1 } // one\n');
  });

  test('where nothing is', async () => {
    const diff = makeDiff({ changes: [], beforeText: '{}\n', afterText: '{}\n' });
    expect((await run('diff v2 now', { diff })).out).toContain('They are the same to the letter.');
  });

  test('where one of the two is no configuration, line by line', async () => {
    const changes = [{ path: '', kind: 'changed', before: null, after: null }] as const;
    const diff = makeDiff({ changes, beforeText: '{ a: 1 }\n', afterText: '{ a: 1\n' });
    expect((await run('diff v2 now', { diff })).out).toContain('  - { a: 1 }\n  + { a: 1\n');
  });

  test('--json', async () => {
    const { out } = await run('diff v2 now --json', { diff: makeDiff({ before: ran }) });
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      file: configPath,
      before: 'v2',
      after: 'now',
      changes: [portMoved],
    });
  });

  test.each([
    { diff: { kind: 'no-such-version', which: 'vX' }, code: 2, says: 'No version “vX” is kept' },
    { diff: { kind: 'ambiguous', which: 'v' }, code: 2, says: 'More than one version begins with “v”' },
    { diff: { kind: 'other-file', which: 'm1' }, code: 2, says: 'version of another file' },
    { diff: { kind: 'unreadable', which: 'bak', message: 'EACCES' }, code: 1, says: 'cannot be read (EACCES)' },
  ] as const)('$diff.kind', async ({ diff, code, says }) => {
    const result = await run('diff v2 now', { diff });
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.err).toContain(says);
  });
});
