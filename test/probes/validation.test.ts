import { describe, expect, it } from 'vitest';
import { absent, known, type Reading, unknown, valueOf } from '../../app/core/model/reading.ts';
import type { ConfigValidation } from '../../app/core/model/validation.ts';
import type { FoundSchema, Schemas } from '../../app/ports/schemas.ts';
import { configProbe } from '../../app/probes/config.ts';
import { validationProbe } from '../../app/probes/validation.ts';
import { makeInstall } from '../core/make-service.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { type FakeFile, makeFakeFiles } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const path = '/Users/alice/.openclaw/openclaw.json';
const more = '/Users/alice/.openclaw/more.json5';
const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    gateway: { type: 'object', additionalProperties: false, properties: { port: { type: 'integer' } } },
    tools: { type: 'object', additionalProperties: false, properties: { profile: { enum: ['coding', 'full'] } } },
  },
};

interface Bench {
  readonly loads: number;
  readonly notes: ReadonlyMap<string, ConfigValidation>;
  read(files: Readonly<Record<string, FakeFile>>): Promise<Reading<ConfigValidation>>;
}

/** A probe that remembers between its readings, as a running face does. */
function makeBench(found: Partial<FoundSchema> | null = {}, version: string | null = '2026.9.6'): Bench {
  const notes = new Map<string, ConfigValidation>();
  const bench = { loads: 0, notes };
  const load = async () => {
    bench.loads += 1;
    return schema;
  };
  const schemas: Schemas = {
    find: async (wanted) => {
      expect(wanted).toBe(version);
      return found === null ? null : { source: 'shipped', load, ...found };
    },
    keep: () => Promise.reject(new Error('a look keeps nothing')),
    recall: async (key) => notes.get(key) ?? null,
    note: async (key, validation) => void notes.set(key, validation),
  };
  return Object.assign(bench, {
    async read(files: Readonly<Record<string, FakeFile>>) {
      const context = makeContext({ files });
      const ports = makeStrictPorts({ files: makeFakeFiles(files), schemas });
      const config = await configProbe.read({ ...context, ports }, { configPath: path });
      const install = known(makeInstall({ version }), 0);
      return validationProbe.read({ ...context, ports }, { config, install });
    },
  });
}

const issuesOf = (reading: Reading<ConfigValidation>) => valueOf(reading)?.issues;

describe('where nothing can be checked', () => {
  it('there is no configuration', async () => {
    expect(await makeBench().read({})).toMatchObject({ status: 'absent' });
  });

  it('not permitted to read it', async () => {
    expect(await makeBench().read({ [path]: { kind: 'not-permitted' } })).toMatchObject({
      status: 'unknown',
      reason: { code: 'not-asked' },
    });
  });

  it.each([
    ['no schema', makeBench(null), '{}'],
    ['a schema that cannot be read', makeBench({ load: async () => null }), '{}'],
    ['no version', makeBench({}, null), '{}'],
    ['no JSON5', makeBench(), '{,}'],
  ])('%s', async (_name, bench, text) => {
    expect(valueOf(await bench.read({ [path]: text }))).toEqual({ schemaVersion: null, issues: [] });
    expect(bench.notes.size).toBe(0);
  });

  it('the installation is not known', async () => {
    const files = makeFakeFiles({ [path]: '{}' });
    const context = { ...makeContext({}), ports: makeStrictPorts({ files }) };
    const config = await configProbe.read(context, { configPath: path });
    const read = await validationProbe.read(context, { config, install: unknown('timed-out', 'x', 0) });
    expect(valueOf(read)?.schemaVersion).toBeNull();
    expect(await validationProbe.read(context, { config: absent(0), install: absent(0) })).toMatchObject({
      status: 'absent',
    });
  });
});

it('says nothing of a good one, and does not check it twice', async () => {
  const bench = makeBench();
  const files = { [path]: '{ gateway: { port: 1 } }' };
  expect(valueOf(await bench.read(files))).toEqual({ schemaVersion: '2026.9.6', issues: [] });
  expect(await bench.read(files)).toMatchObject({ status: 'known' });
  expect(bench.loads).toBe(1);
});

it('checks again when a file, the schema, or an included file changes', async () => {
  const bench = makeBench();
  await bench.read({ [path]: '{ tools: { $include: "./more.json5" } }', [more]: '{ profile: "full" }' });
  await bench.read({ [path]: '{ tools: { $include: "./more.json5" } }', [more]: '{ profile: "coding" }' });
  await bench.read({ [path]: '{ tools: { $include: "./more.json5" } } ', [more]: '{ profile: "coding" }' });
  expect([bench.loads, bench.notes.size]).toEqual([3, 3]);
});

it('finds the place in the file in which it is written', async () => {
  const files = {
    [path]: '// mine\n{\n  gateway: { port: "x", bogus: 1 },\n  tools: { $include: "./more.json5" },\n}',
    [more]: '{\n  "profile": "nope",\n}',
  };
  expect(issuesOf(await makeBench().read(files))).toEqual([
    {
      path: 'gateway.port',
      setting: ['gateway', 'port'],
      kind: 'wrong-type',
      message: 'must be a whole number',
      file: path,
      line: 3,
      column: 14,
    },
    {
      path: 'gateway.bogus',
      setting: ['gateway', 'bogus'],
      kind: 'unknown-key',
      message: 'OpenClaw does not know this setting',
      file: path,
      line: 3,
      column: 25,
    },
    {
      path: 'tools.profile',
      setting: ['tools', 'profile'],
      kind: 'wrong-value',
      message: 'OpenClaw does not take this value; it takes coding, full',
      file: more,
      line: 2,
      column: 3,
    },
  ]);
});

it('keeps no secret that was pasted into a name', async () => {
  const bench = makeBench();
  const issues = issuesOf(await bench.read({ [path]: '{ "sk-proj-1234567890abcdefghij": 1 }' }));
  expect(issues).toHaveLength(1);
  expect(JSON.stringify([issues, [...bench.notes]])).not.toContain('1234567890');
});

it('waits for the next look while the file is being written', async () => {
  const context = makeContext({});
  const before = makeStrictPorts({ files: makeFakeFiles({ [path]: '{}' }) });
  const config = await configProbe.read({ ...context, ports: before }, { configPath: path });
  const after = makeStrictPorts({
    files: makeFakeFiles({ [path]: '{ gateway: 1 }' }),
    schemas: { find: async () => ({ source: 'shipped', load: async () => schema }) },
  });
  const read = await validationProbe.read({ ...context, ports: after }, { config, install: known(makeInstall(), 0) });
  expect(read).toMatchObject({ status: 'unknown', reason: { code: 'not-asked' } });
});
