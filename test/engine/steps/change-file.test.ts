import { describe, expect, test } from 'vitest';
import type { RepairStep } from '../../../app/core/model/repair.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { prepareChange } from '../../../app/engine/steps/prepare-change.ts';
import { makeStrictPorts } from '../../fakes/fake-ports.ts';
import { fakeSecrets } from '../../fakes/fake-secrets.ts';
import { makeFakeStore, shaOf } from '../../fakes/fake-store.ts';
import { macTarget } from '../../fakes/snapshots.ts';
import { makeRepairBench, runOf } from '../repair/repair-bench.ts';

const { configPath } = macTarget;
const envPath = '/Users/alice/.openclaw/.env';
const backupPath = `${configPath}.bak`;
const now = `{
  // my gateway
  gateway: { mode: 'local', auth: { token: 'sk-new-secret-0000000001' } },
  meta: { lastTouchedVersion: '2026.9.6' },
}
`;
const former = `{
  gateway: { mode: 'local', auth: { token: 'sk-old-secret-0000000002' }, port: 18789 },
  meta: { lastTouchedVersion: '2026.9.6' },
}
`;
const env = 'A=1\nexport OPENCLAW_GATEWAY_TOKEN="sk-env-secret-0000000003"\n# end\n';
const files: Readonly<Record<string, string>> = { [configPath]: now, [envPath]: env, [backupPath]: former };
const versions = { v1: former };

const edit = (...edits: Extract<RepairStep, { kind: 'edit-config' }>['edits']): RepairStep => ({
  kind: 'edit-config',
  path: configPath,
  edits,
});
const port = { op: 'set', path: ['gateway', 'port'], value: 18_790 } as const;
const fromVersion = { kind: 'version', id: 'v1' } as const;
const tokenOf = (from: Extract<RepairStep, { kind: 'restore-version' }>['source']) =>
  edit({ op: 'copy', path: ['gateway', 'auth', 'token'], from });

type Contents = Readonly<Record<string, string>>;

async function run(step: RepairStep, at: { readonly files?: Contents; readonly versions?: Contents } = {}) {
  const bench = await makeRepairBench({
    steps: [step],
    files: { ...files, ...at.files },
    versions: { ...versions, ...at.versions },
    typed: { t1: 'sk-typed-secret-0000000004' },
    variables: { ARK: ' sk-shell-secret-0000000005\n' },
  });
  const [exact] = bench.engine.current()?.preview?.exact ?? [];
  const done = runOf(await bench.repair());
  const [result] = done.steps;
  return { bench, run: done, result, shown: exact?.kind === 'diff' ? exact.diff : exact?.kind };
}

const withPort = now.replace(`0001' } }`, `0001' }, port: 18790 }`);
const withToken = now.replace('sk-new-secret-0000000001', 'sk-old-secret-0000000002');
const withoutToken = 'A=1\n# end\n';

describe('a file gets another content, and undo brings the former back to the letter', () => {
  test.each<[string, RepairStep, string, string]>([
    ['a value', edit(port), configPath, withPort],
    ['a secret of a kept version', tokenOf(fromVersion), configPath, withToken],
    [
      'a secret of a backup',
      tokenOf({ kind: 'backup', path: backupPath, sha256: shaOf(former) }),
      configPath,
      withToken,
    ],
    ['a whole version', { kind: 'restore-version', path: configPath, source: fromVersion }, configPath, former],
    [
      'lines of variables',
      { kind: 'remove-env-line', path: envPath, names: ['OPENCLAW_GATEWAY_TOKEN'] },
      envPath,
      withoutToken,
    ],
    [
      'the key of a variable here',
      { kind: 'set-env-line', path: envPath, name: 'ARK_API_KEY', from: { kind: 'variable', name: 'ARK' } },
      envPath,
      `${env}ARK_API_KEY=sk-shell-secret-0000000005\n`,
    ],
    [
      'a typed key in the place of another',
      { kind: 'set-env-line', path: envPath, name: 'OPENCLAW_GATEWAY_TOKEN', from: { kind: 'typed', ticket: 't1' } },
      envPath,
      'A=1\nexport OPENCLAW_GATEWAY_TOKEN=sk-typed-secret-0000000004\n# end\n',
    ],
  ])('%s', async (_what, step, path, after) => {
    const { bench, run: first, result } = await run(step);
    expect(result).toMatchObject({ outcome: 'done', detail: null });
    expect(bench.store.files.get(path)).toBe(after);
    expect(bench.history.announced).toEqual([{ file: path, sha256: shaOf(after), runId: first.id }]);
    expect(runOf(await bench.undo(first.id)).verdict).toBe('fixed');
    expect(Object.fromEntries(bench.store.files)).toEqual(files);
    // What undo writes is ours, too.
    expect(bench.history.announced).toHaveLength(2);
    expect(bench.history.announced[1]).toMatchObject({ file: path, sha256: shaOf(files[path] ?? '') });
  });

  test('a file that is missing comes back', async () => {
    const step = { kind: 'restore-version', path: '/Users/alice/gone.json', source: fromVersion } as const;
    const { bench, run: first } = await run(step);
    expect(bench.store.files.get(step.path)).toBe(former);
    await bench.undo(first.id);
    expect(bench.store.files.has(step.path)).toBe(false);
  });
});

describe('a key that was typed', () => {
  const step = {
    kind: 'set-env-line',
    path: '/state/.env',
    name: 'ARK',
    from: { kind: 'typed', ticket: 't1' },
  } as const;

  test('makes the file where there is none, and is held no longer', async () => {
    const { bench, run: first, shown } = await run(step);
    expect(bench.store.files.get(step.path)).toBe('ARK=sk-typed-secret-0000000004\n');
    expect(shown).toMatch(/^\+ ARK=••• \w{4}$/);
    expect([...bench.typedSecrets.held]).toEqual([]);
    await bench.undo(first.id);
    expect(bench.store.files.has(step.path)).toBe(false);
  });

  test('stays held when it could not be written', async () => {
    const bench = await makeRepairBench({ steps: [step], typed: { t1: 'sk-typed-secret-0000000004' } });
    bench.store.breakWith('the disk is full (ENOSPC)');
    expect(runOf(await bench.repair()).steps[0]).toMatchObject({ outcome: 'failed' });
    expect(bench.typedSecrets.held.has('t1')).toBe(true);
  });

  test('is in no plan, no preview, no record and no picture', async () => {
    const { bench, shown } = await run(step);
    const told = JSON.stringify([shown, await bench.journal.list(), bench.engine.current(), bench.shown]);
    expect(told).not.toMatch(/secret-000/);
  });

  test.each([
    ['redacted', 'a placeholder'],
    ['not-a-value', 'no value'],
    ['odd', 'blanks'],
  ] as const)('is no key: %s', async (shape, message) => {
    const store = makeFakeStore({});
    const ports = makeStrictPorts({
      files: { read: store.read },
      typedSecrets: { peek: () => 'sk-typed-secret-0000000004' },
      secrets: { ...fakeSecrets, mark: () => new SecretMark('00000001', shape) },
    });
    expect(await prepareChange(step, ports)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(message),
    });
  });
});

describe('nothing is written when', () => {
  const remove = (...path: readonly string[]): RepairStep => edit({ op: 'remove', path });
  const restore = (source: Extract<RepairStep, { kind: 'restore-version' }>['source']): RepairStep => ({
    kind: 'restore-version',
    path: configPath,
    source,
  });
  test.each<[string, RepairStep, { files?: Contents; versions?: Contents }, string]>([
    ['the file would lose its meta', remove('meta'), {}, 'without its “meta”'],
    ['the file would lose its mode', remove('gateway', 'mode'), {}, 'without gateway.mode'],
    ['… together with its group', remove('gateway'), {}, 'without gateway.mode'],
    [
      'the file would lose more than half',
      remove('models'),
      { files: { [configPath]: now.replace('meta:', `models: { text: '${'x'.repeat(900)}' },\n  meta:`) } },
      'to less than half',
    ],
    [
      'the former version has less than half',
      restore({ kind: 'version', id: 'v2' }),
      {
        files: { [configPath]: now.replace('meta:', `models: { text: '${'x'.repeat(900)}' },\n  meta:`) },
        versions: { v2: now },
      },
      'to less than half',
    ],
    [
      'the former version has no mode',
      restore({ kind: 'version', id: 'v2' }),
      { versions: { v2: '{ meta: {} }' } },
      'without gateway.mode',
    ],
    [
      'the former version is broken',
      restore({ kind: 'version', id: 'v2' }),
      { versions: { v2: '{ meta: ' } },
      'is broken itself',
    ],
    [
      'the former version is no configuration',
      restore({ kind: 'version', id: 'v2' }),
      { versions: { v2: '[]' } },
      'is no configuration',
    ],
    ['the former version is gone', restore({ kind: 'version', id: 'v2' }), {}, 'is not kept any more'],
    [
      'the backup has changed',
      restore({ kind: 'backup', path: backupPath, sha256: 'another' }),
      {},
      'has changed since it was looked at',
    ],
    ['the backup is gone', restore({ kind: 'backup', path: '/none', sha256: 'a' }), {}, 'cannot be read: missing'],
    [
      'the former version has no such setting',
      edit({ op: 'copy', path: ['hooks', 'token'], from: fromVersion }),
      {},
      'has no hooks.token',
    ],
    ['the file is broken', edit(port), { files: { [configPath]: '{ gateway: ' } }, 'it is not valid JSON5'],
    ['the file is gone', { kind: 'edit-config', path: '/none.json', edits: [port] }, {}, '/none.json is not there'],
    [
      'the key is held no longer',
      { kind: 'set-env-line', path: envPath, name: 'ARK', from: { kind: 'typed', ticket: 'old' } },
      {},
      'is not held any more',
    ],
    [
      'the variable is not set here',
      { kind: 'set-env-line', path: envPath, name: 'ARK', from: { kind: 'variable', name: 'NONE' } },
      {},
      'NONE is not set here',
    ],
    ['the place is no group', edit({ ...port, path: ['gateway', 'mode', 'port'] }), {}, 'gateway.mode is no group'],
  ])('%s', async (_what, step, at, message) => {
    const { bench, result, shown } = await run(step, at);
    expect(result).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining(message),
      inverse: { kind: 'nothing-to-undo' },
    });
    // The preview has said so before.
    expect(shown).toMatch(/^! /);
    expect(Object.fromEntries(bench.store.files)).toEqual({ ...files, ...at.files });
    expect(bench.history.announced).toEqual([]);
  });

  test.each<[string, RepairStep]>([
    ['the value is there', edit({ ...port, path: ['gateway', 'mode'], value: 'local' })],
    ['the version is there', { kind: 'restore-version', path: configPath, source: { kind: 'version', id: 'same' } }],
    ['the variable is not there', { kind: 'remove-env-line', path: envPath, names: ['B'] }],
    ['the file of variables is not there', { kind: 'remove-env-line', path: '/none.env', names: ['A'] }],
  ])('%s: it is done already', async (_what, step) => {
    const { bench, result, shown } = await run(step, { versions: { same: now } });
    expect(result).toMatchObject({ outcome: 'already', inverse: { kind: 'nothing-to-undo' } });
    expect(shown).toBe('nothing');
    expect(bench.store.kept.size).toBe(0);
  });
});

const object = (properties: object) => ({ type: 'object', properties, additionalProperties: false });

describe('a configuration that OpenClaw would not take', () => {
  const schema = object({
    gateway: object({ mode: { type: 'string' }, auth: {}, port: { type: 'integer' } }),
    meta: {},
    tools: {},
  });
  const attempt = async (step: RepairStep, config = now) => {
    const bench = await makeRepairBench({
      steps: [step],
      files: { ...files, [configPath]: config },
      versions,
      schemas: { find: async () => ({ source: 'kept', load: async () => schema }) },
    });
    const [result] = runOf(await bench.repair()).steps;
    return { outcome: result?.outcome, detail: result?.detail ?? null, file: bench.store.files.get(configPath) };
  };

  test('is not written', async () => {
    const bogus = await attempt(edit({ ...port, path: ['gateway', 'bogus'] }));
    expect(bogus).toMatchObject({ outcome: 'failed', file: now });
    expect(bogus.detail).toMatch(/^OpenClaw 2026\S+ would not take it: gateway(\.bogus)?: /);
    expect(await attempt(edit({ ...port, value: 'x' }))).toMatchObject({ outcome: 'failed', file: now });
  });

  test('for another reason than before only', async () => {
    expect(await attempt(edit(port))).toMatchObject({ outcome: 'done' });
    const wrong = now.replace('mode:', 'bogus: 1, mode:');
    expect(await attempt(edit(port), wrong)).toMatchObject({ outcome: 'done' });
    const restore = { kind: 'restore-version', path: configPath, source: fromVersion } as const;
    expect(await attempt(restore, '{ gateway: ')).toMatchObject({ outcome: 'done', file: former });
  });
});

describe('the preview shows the very change, without secrets', () => {
  test.each<[string, RepairStep, readonly string[]]>([
    [
      'a value',
      edit(port),
      [
        '    // my gateway',
        `-   gateway: { mode: 'local', auth: { token: "•••" } },`,
        `+   gateway: { mode: 'local', auth: { token: "•••" }, port: 18790 },`,
        "    meta: { lastTouchedVersion: '2026.9.6' },",
      ],
    ],
    [
      'lines of variables',
      { kind: 'remove-env-line', path: envPath, names: ['OPENCLAW_GATEWAY_TOKEN'] },
      ['  A=•••', '- OPENCLAW_GATEWAY_TOKEN=•••', '  # end'],
    ],
  ])('%s', async (_what, step, lines) => {
    const { shown = '' } = await run(step);
    expect(shown.replaceAll(/••• \w{4}/g, '•••').split('\n')).toEqual(lines);
  });

  test('another secret has another mark, the same one the same', async () => {
    const { shown = '' } = await run(tokenOf(fromVersion));
    const marks = shown.match(/••• \w{4}/g) ?? [];
    expect(marks).toHaveLength(2);
    expect(new Set(marks).size).toBe(2);
  });

  test('of a broken file, what comes in its place', async () => {
    const step = { kind: 'restore-version', path: configPath, source: fromVersion } as const;
    const { shown = '' } = await run(step, { files: { [configPath]: '{ token: "sk-new-secret-0000000001' } });
    expect(shown).toContain(`- ${configPath} (cannot be read)\n+ {`);
  });

  test('no secret is in what is shown, nor in the record', async () => {
    for (const step of [
      tokenOf(fromVersion),
      { kind: 'restore-version', path: configPath, source: fromVersion } as const,
    ]) {
      const { bench, shown } = await run(step);
      const told = JSON.stringify([shown, await bench.journal.list(), bench.engine.current()?.runs]);
      expect(told).not.toMatch(/secret/);
    }
  });
});
