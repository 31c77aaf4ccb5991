import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RestoreRequest } from '../../../app/core/model/restore.ts';
import { absent, known } from '../../../app/core/model/reading.ts';
import { createEngine } from '../../../app/engine/create-engine.ts';
import type { Engine, RepairResult } from '../../../app/engine/engine.ts';
import { nodeFiles } from '../../../app/platform/node/files.ts';
import { createHistory } from '../../../app/platform/node/history.ts';
import { createSecrets } from '../../../app/platform/node/secrets.ts';
import { createStore } from '../../../app/platform/node/store.ts';
import type { Ports } from '../../../app/ports/index.ts';
import { makeFakeJournal } from '../../fakes/fake-journal.ts';
import { makeFakeMachine } from '../../fakes/fake-machine.ts';
import { makeFakeNotebook } from '../../fakes/fake-notebook.ts';
import { makeStrictPorts } from '../../fakes/fake-ports.ts';
import { makeInstantClock } from '../../fakes/instant-clock.ts';
import { macEnvironment, macTarget, makeConfig, readAt } from '../../fakes/snapshots.ts';
import { makeTemporaryFolder } from '../../platform/node/temporary-folder.ts';

const first = `// mine
{
  gateway: { mode: 'local', port: 18789, auth: { token: 'first-secret-0001' } }, // the port of the house
  agents: { list: [{ id: 'main' }, { id: 'work' }] },
}
`;
const moved = first.replace('18789', '18790').replace('first-secret-0001', 'other-secret-0002');

let folder = '';
let file = '';
let ports: Ports;
let engine: Engine;
let at = readAt;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  const stateDir = path.join(folder, '.openclaw');
  await mkdir(stateDir, { recursive: true });
  file = path.join(stateDir, 'openclaw.json');
  const data = path.join(folder, 'data');
  const clock = makeInstantClock(readAt);
  ports = makeStrictPorts({
    clock,
    files: nodeFiles,
    store: createStore({ folder: data, clock }),
    history: createHistory({ folder: data, clock }),
    secrets: createSecrets({ folder: data }),
    journal: makeFakeJournal(),
    notebook: makeFakeNotebook(),
    processes: { isAlive: () => true },
    schemas: { find: async () => ({ source: 'shipped', load: async () => ({}) }) },
  });
  const machine = makeFakeMachine({ definition: absent(readAt) });
  machine.replace('config', async () => {
    const sha256 = ports.secrets.sha256(readFileSync(file));
    return known(makeConfig({ path: file, realPath: file, sha256 }), readAt);
  });
  const target = { ...macTarget, stateDir, configPath: file, definitionPath: path.join(folder, 'agent.plist') };
  engine = createEngine({
    ports,
    environment: { ...macEnvironment, home: folder },
    target,
    probes: machine.probes,
    self: { pid: 77, face: 'command-line' },
    onError: (error) => {
      throw error;
    },
  });
});

/** The file has this content now, and is kept so; the version's id. */
async function save(text: string): Promise<string> {
  writeFileSync(file, text, { mode: 0o600 });
  at += 60_000;
  const bytes = new TextEncoder().encode(text);
  const sha256 = ports.secrets.sha256(bytes);
  const entry = { file, kind: 'config', at, sha256, sizeBytes: bytes.length, mode: 0o600, bytes } as const;
  const kept = await ports.history.keep({ ...entry, by: { kind: 'other' }, changed: [] });
  if (kept.kind === 'failed') throw new Error(kept.message);
  return kept.version.id;
}

async function restore(request: RestoreRequest): Promise<RepairResult> {
  await engine.look();
  const preview = await engine.previewRestore(request);
  if (!('offer' in preview)) throw new Error(`nothing to preview: ${JSON.stringify(preview)}`);
  if (preview.offer.kind !== 'repair') throw new Error(`no plan: ${JSON.stringify(preview.offer)}`);
  return engine.repair(preview.offer.id, { confirmed: true });
}

const whole = (reference: string): RestoreRequest => ({ kind: 'version', reference, keys: null });
const some = (reference: string, ...keys: string[]): RestoreRequest => ({ kind: 'version', reference, keys });
const now = () => readFileSync(file, 'utf8');
const verdictOf = (result: RepairResult) => (result.kind === 'ended' ? result.run.verdict : result.kind);

describe('a whole version', () => {
  test('comes back to the letter, with its comments, and only for this user', async () => {
    const id = await save(first);
    await save(moved);
    expect(verdictOf(await restore(whole(id)))).toBe('fixed');
    expect(now()).toBe(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is taken back by Undo', async () => {
    const id = await save(first);
    await save(moved);
    const result = await restore(whole(id));
    if (result.kind !== 'ended') throw new Error(result.kind);
    expect(verdictOf(await engine.undo(result.run.id, { confirmed: true, dryRun: false }))).toBe('fixed');
    expect(now()).toBe(moved);
  });

  test('is the way back from a file that nothing can read', async () => {
    const id = await save(first);
    await save('{ gateway: {');
    expect(verdictOf(await restore(whole(id)))).toBe('fixed');
    expect(now()).toBe(first);
  });

  test('OpenClaw’s own copy, too', async () => {
    await save(moved);
    writeFileSync(`${file}.bak`, first);
    expect(verdictOf(await restore(whole('bak')))).toBe('fixed');
    expect(now()).toBe(first);
  });

  test('is not there, is there already, or cannot be read itself', async () => {
    const broken = await save('{ gateway: {');
    const id = await save(first);
    await engine.look();
    expect(await engine.previewRestore(whole('nothing-like-it'))).toMatchObject({ kind: 'no-such-version' });
    expect(await engine.previewRestore(whole(id))).toEqual({ kind: 'no-difference' });
    expect(await engine.previewRestore(whole(broken))).toEqual({ kind: 'broken-version', which: broken });
  });

  test('is not restored over a change that came after the preview', async () => {
    const id = await save(first);
    await save(moved);
    await engine.look();
    const preview = await engine.previewRestore(whole(id));
    if (!('offer' in preview) || preview.offer.kind !== 'repair') throw new Error('no plan');
    await save(moved.replace('18790', '18791'));
    expect(verdictOf(await engine.repair(preview.offer.id, { confirmed: true }))).toBe('stale');
    expect(now()).toContain('18791');
  });

  test('shows no secret on the way', async () => {
    const id = await save(first);
    await save(moved);
    await engine.look();
    const preview = JSON.stringify(await engine.previewRestore(whole(id)));
    expect(preview).toContain('18789');
    expect(preview).not.toMatch(/(first|other)-secret/);
  });
});

describe('chosen settings', () => {
  test('one comes back, all else stays, comments too', async () => {
    const id = await save(first);
    await save(moved);
    expect(verdictOf(await restore(some(id, 'gateway.port')))).toBe('fixed');
    expect(now()).toBe(moved.replace('18790', '18789'));
  });

  test('a secret, without anybody seeing it', async () => {
    const id = await save(first);
    await save(moved);
    const result = await restore(some(id, 'gateway.auth.token'));
    expect(verdictOf(result)).toBe('fixed');
    expect(now()).toContain('first-secret-0001');
    expect(JSON.stringify(result)).not.toMatch(/(first|other)-secret/);
  });

  test('what was not there then goes', async () => {
    const id = await save(first);
    await save(first.replace("mode: 'local',", "mode: 'local', bind: 'lan',"));
    expect(verdictOf(await restore(some(id, 'gateway.bind')))).toBe('fixed');
    expect(now()).not.toContain('bind');
  });

  test('what is gone now comes back', async () => {
    const id = await save(first);
    await save(first.replace(" auth: { token: 'first-secret-0001' }", ''));
    expect(verdictOf(await restore(some(id, 'gateway.auth')))).toBe('fixed');
    expect(now()).toContain('first-secret-0001');
  });

  test('none of them is different', async () => {
    const id = await save(first);
    await save(moved);
    await engine.look();
    const fault = { kind: 'no-such-setting', keys: ['gateway.mode'] };
    expect(await engine.previewRestore(some(id, 'gateway.mode'))).toEqual(fault);
  });
});

describe('the undo of what somebody else has changed', () => {
  test('takes back exactly that, and leaves what came before and after', async () => {
    const fromId = await save(first);
    const toId = await save(moved);
    await save(moved.replace("{ id: 'work' }", "{ id: 'work' }, { id: 'play' }"));
    expect(verdictOf(await restore({ kind: 'drift', ranges: [{ fromId, toId }] }))).toBe('fixed');
    expect(now()).toBe(first.replace("{ id: 'work' }", "{ id: 'work' }, { id: 'play' }"));
  });

  test('asks where a setting was changed once more since', async () => {
    const fromId = await save(first);
    const toId = await save(moved);
    await save(moved.replace('18790', '18999'));
    await engine.look();
    const preview = await engine.previewRestore({ kind: 'drift', ranges: [{ fromId, toId }] });
    expect(preview).toMatchObject({ offer: { questions: [{ code: 'overtaken', settings: ['gateway.port'] }] } });
  });

  test('puts the whole file back when it cannot be read any more', async () => {
    const fromId = await save(first);
    const toId = await save('{ gateway: {');
    expect(verdictOf(await restore({ kind: 'drift', ranges: [{ fromId, toId }] }))).toBe('fixed');
    expect(now()).toBe(first);
  });

  test('has nothing to do when it was put back already', async () => {
    const fromId = await save(first);
    const toId = await save(moved);
    await save(first);
    await engine.look();
    const ranges = [{ fromId, toId }];
    expect(await engine.previewRestore({ kind: 'drift', ranges })).toEqual({ kind: 'no-difference' });
  });
});

describe('a comparison', () => {
  test('stays true when the file changes, until it is closed', async () => {
    const id = await save(first);
    await save(moved);
    await engine.look();
    await engine.compare(id);
    const paths = () => {
      const outcome = engine.current()?.compared?.outcome;
      return outcome === undefined || 'kind' in outcome ? null : outcome.changes.map((change) => change.path);
    };
    expect(paths()).toEqual(['gateway.port', 'gateway.auth.token']);
    await save(first.replace('18789', '18790'));
    await engine.look();
    await vi.waitFor(() => expect(paths()).toEqual(['gateway.port']));
    await engine.compare(null);
    expect(engine.current()?.compared).toBeNull();
  });
});
