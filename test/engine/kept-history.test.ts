import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKeptHistory } from '../../app/engine/kept-history.ts';
import type { KeptHistory } from '../../app/engine/history.ts';
import { nodeFiles } from '../../app/platform/node/files.ts';
import { createHistory } from '../../app/platform/node/history.ts';
import { createSecrets } from '../../app/platform/node/secrets.ts';
import type { Ports } from '../../app/ports/index.ts';
import { makeSnapshot } from '../core/make-snapshot.ts';
import { makeFakeClock } from '../fakes/fake-clock.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeTemporaryFolder } from '../platform/node/temporary-folder.ts';

let home = '';
let ports: Ports;
let kept: KeptHistory;
let time = 0;
const config = () => path.join(home, '.openclaw/openclaw.json');

beforeEach(async () => {
  home = await makeTemporaryFolder();
  mkdirSync(path.join(home, '.openclaw'));
  const folder = path.join(home, 'data');
  const clock = makeFakeClock();
  time = clock.now();
  ports = makeStrictPorts({
    files: nodeFiles,
    clock,
    history: createHistory({ folder, clock }),
    secrets: createSecrets({ folder }),
  });
  const target = {
    ...makeSnapshot().target,
    stateDir: path.join(home, '.openclaw'),
    configPath: config(),
    definitionPath: path.join(home, 'agent.plist'),
  };
  const parts = {
    ports,
    target,
    environment: makeSnapshot().environment,
    self: { pid: 1, face: 'command-line' },
    onError: () => {},
  } as const;
  kept = createKeptHistory({ ...parts, probes: {} as never }, { current: () => null });
});

/** Writes a file and keeps that version; its id. */
async function keep(text: string, file = config()): Promise<string> {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  const bytes = new TextEncoder().encode(text);
  time += 1000;
  const result = await ports.history.keep({
    file,
    kind: 'config',
    at: time,
    sha256: ports.secrets.sha256(bytes),
    sizeBytes: bytes.length,
    mode: 0o600,
    by: { kind: 'other' },
    changed: [],
    bytes,
  });
  if (result.kind !== 'kept') throw new Error('not kept');
  return result.version.id;
}

describe('the list', () => {
  test('is empty at first', async () => {
    expect(await kept.list()).toEqual([]);
    expect(await kept.exportAll()).toMatchObject({ versions: [] });
  });

  test('has our versions and OpenClaw’s copies, newest first, and knows what is now', async () => {
    const [first, second] = [await keep('{"a":1}'), await keep('{"a":2}')];
    writeFileSync(`${config()}.bak.1`, '{}');
    writeFileSync(`${config()}.bak.mine`, '{}');
    const all = await kept.list();
    const own = all.filter(({ origin }) => origin === 'kept');
    expect(own).toMatchObject([
      { id: second, isCurrent: true, path: null },
      { id: first, isCurrent: false },
    ]);
    expect(all.filter(({ origin }) => origin === 'backup')).toMatchObject([
      { id: 'bak.1', file: config(), path: `${config()}.bak.1`, by: null },
    ]);
    expect(await kept.list({ file: 'openclaw.json', atMost: 1 })).toHaveLength(1);
    writeFileSync(config(), '{"a":3}');
    expect((await kept.list()).some(({ isCurrent }) => isCurrent)).toBe(false);
  });

  test('does not show the history of another profile', async () => {
    await keep('{}', path.join(home, '.openclaw-work/openclaw.json'));
    await keep('{}', path.join(home, 'agent.plist'));
    expect(await kept.list()).toMatchObject([{ file: path.join(home, 'agent.plist') }]);
  });
});

describe('a version', () => {
  test('by its id, the beginning of it, or the name of a copy, without its secrets', async () => {
    const id = await keep('{ gateway: { auth: { token: "my-secret" } } } // note');
    writeFileSync(`${config()}.last-good`, '{"token":"old-secret"}');
    for (const reference of [id, id.slice(0, -2), 'last-good', 'openclaw.json.last-good', `${config()}.last-good`]) {
      const found = await kept.text(reference);
      expect(found).toMatchObject({ text: expect.stringContaining('•••') });
      expect(JSON.stringify(found)).not.toContain('secret');
    }
  });

  test('that is none, could be several, or is damaged', async () => {
    const [one] = [await keep('{"a":1}'), await keep('{"a":2}')];
    expect(await kept.text('nothing')).toEqual({ kind: 'no-such-version', which: 'nothing' });
    expect(await kept.text(one.slice(0, 2))).toMatchObject({ kind: 'no-such-version' });
    expect(await kept.text(one.slice(0, 4))).toMatchObject({ kind: 'ambiguous' });
    rmSync(path.join(home, 'data/history/blobs'), { recursive: true });
    expect(await kept.text(one)).toMatchObject({ kind: 'unreadable' });
    expect(await kept.exportAll()).toMatchObject({ versions: [{ text: null }, { text: null }] });
  });
});

describe('two versions', () => {
  test('by meaning and by their texts', async () => {
    const [one, two] = [await keep('{"a":{"token":"x-secret","b":1}}'), await keep('{"a":{"token":"y-secret","b":2}}')];
    const diff = await kept.diff(one, two);
    expect(diff).toMatchObject({
      before: { id: one },
      after: { id: two },
      file: config(),
      changes: [{ path: 'a.token' }, { path: 'a.b', before: '1', after: '2' }],
    });
    expect(JSON.stringify(diff)).not.toContain('secret');
  });

  test('and the file as it is, in either order', async () => {
    const one = await keep('{"a":1}');
    writeFileSync(config(), '{"a":2}');
    expect(await kept.diff(one, 'now')).toMatchObject({ after: null, changes: [{ before: '1', after: '2' }] });
    expect(await kept.diff('now', one)).toMatchObject({ before: null, changes: [{ before: '2', after: '1' }] });
    writeFileSync(config(), ' { "a": 1 }');
    expect(await kept.diff(one, 'now')).toMatchObject({ changes: [] });
    rmSync(config());
    const gone = { changes: [{ path: '', kind: 'removed' }], afterText: null };
    expect(await kept.diff(one, 'now')).toMatchObject(gone);
    expect(await kept.diff('now', 'now')).toMatchObject({ changes: [] });
  });

  test('broken ones', async () => {
    const [one, two] = [await keep('{'), await keep('{ ')];
    expect(await kept.diff(one, two)).toMatchObject({ changes: [{ path: '', kind: 'changed' }] });
    expect(await kept.diff(one, one)).toMatchObject({ changes: [] });
  });

  test('of different files are not compared', async () => {
    const one = await keep('{}');
    const other = await keep('{}', path.join(home, 'agent.plist'));
    expect(await kept.diff(one, other)).toEqual({ kind: 'other-file', which: other });
    expect(await kept.diff(other, 'now')).toMatchObject({ file: path.join(home, 'agent.plist'), changes: [] });
  });
});
