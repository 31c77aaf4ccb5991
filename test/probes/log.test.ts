import { describe, expect, it } from 'vitest';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../app/core/model/service.ts';
import type { FileRead } from '../../app/ports/files.ts';
import { logProbe } from '../../app/probes/log.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { type FakeFile, makeFakeFiles } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const out = '/Users/alice/.openclaw/logs/gateway.log';
const err = '/Users/alice/.openclaw/logs/gateway.err.log';
const lines = '2026-11-20T10:39:53.795+00:00 [gateway] ready\n';

function definitionWith(stdoutPath: string | null, stderrPath: string | null) {
  return known({ stdoutPath, stderrPath } as ServiceDefinition, 1);
}

function read(definition: Parameters<typeof logProbe.read>[1]['definition'], files: Record<string, FakeFile> = {}) {
  return logProbe.read(makeContext({ files }), { definition });
}

describe('no log', () => {
  it.each([
    ['without a definition', absent(1)],
    ['when none is named', definitionWith(null, null)],
    ['when it goes nowhere', definitionWith('/dev/null', '/dev/null')],
    ['when it is not there', definitionWith(out, out)],
  ])('%s', async (_name, definition) => {
    expect(await read(definition)).toMatchObject({ status: 'absent' });
  });
});

describe('what is not known', () => {
  it('where it is', async () => {
    expect(await read(unknown('not-permitted', 'x', 1))).toMatchObject({
      status: 'unknown',
      reason: { code: 'not-asked' },
    });
  });

  it.each(['not-permitted', 'not-a-file'] as const)('what is in it: %s', async (kind) => {
    expect(await read(definitionWith(out, out), { [out]: { kind } })).toMatchObject({ reason: { code: kind } });
  });

  it('what is in a folder that macOS would ask the person about', async () => {
    const path = '/Users/alice/Documents/gateway.log';
    expect(await read(definitionWith(path, path), { [path]: lines })).toMatchObject({ reason: { code: 'not-asked' } });
  });
});

it('reads lines and what they mark', async () => {
  const text = readFixture('machine/log-2026.9.6-port-in-use.txt');
  expect(await read(definitionWith(out, out), { [out]: text })).toMatchObject({
    status: 'known',
    value: {
      path: out,
      sizeBytes: new TextEncoder().encode(text).length,
      marks: [{ kind: 'starting' }, {}, {}, { kind: 'port-in-use' }, {}],
    },
  });
});

it('of two files takes the one written last', async () => {
  const files = makeFakeFiles({ [out]: lines, [err]: lines });
  const ports = makeStrictPorts({
    files: {
      readTail: (path, options) => files.readTail(path, options),
      list: async () => null,
      freeSpace: async () => null,
      stat: async (path) => {
        const found = await files.stat(path);
        if (found.kind !== 'found') return found;
        return { kind: 'found', stat: { ...found.stat, modifiedAt: path === err ? 2 : 1 } };
      },
    },
  });
  const reading = await logProbe.read({ ...makeContext({}), ports }, { definition: definitionWith(out, err) });
  expect(reading).toMatchObject({ value: { path: err } });
  expect(await read(definitionWith(out, err), { [out]: lines })).toMatchObject({ value: { path: out } });
});

it('knows the end of a long file for an end', async () => {
  const bytes = new TextEncoder().encode(`half a line\n${lines}`);
  const stat = {
    kind: 'file',
    sizeBytes: 9_000_000,
    modifiedAt: 1,
    changedAt: 1,
    inode: 1,
    mode: 0o600,
    ownerUid: 501,
    realPath: out,
  } as const;
  const found: FileRead = { kind: 'read', bytes, stat };
  const ports = makeStrictPorts({
    files: {
      readTail: async () => found,
      stat: async () => ({ kind: 'found', stat }),
      list: async () => 'not-permitted',
      freeSpace: async () => null,
    },
  });
  const reading = await logProbe.read({ ...makeContext({}), ports }, { definition: definitionWith(out, out) });
  expect(reading).toMatchObject({ value: { sizeBytes: 9_000_000, lines: [{ text: '[gateway] ready' }] } });
});

it('tells how large each file of its output is, the largest first, and what room is left', async () => {
  const rolling = '/tmp/openclaw/openclaw-2026-11-20.log';
  const files = { [out]: lines, [err]: `${lines}${lines}`, [rolling]: lines.slice(1), '/tmp/openclaw/other.txt': 'x' };
  expect(await read(definitionWith(out, err), files)).toMatchObject({
    value: {
      files: [
        { path: err, sizeBytes: 2 * lines.length, kind: 'service' },
        { path: out, sizeBytes: lines.length, kind: 'service' },
        { path: rolling, sizeBytes: lines.length - 1, kind: 'rolling' },
      ],
      freeBytes: 50_000_000_000,
    },
  });
});

it('does not look at sizes where macOS would ask the person', async () => {
  const path = '/Users/alice/Documents/gateway.err.log';
  expect(await read(definitionWith(out, path), { [out]: lines, [path]: lines })).toMatchObject({
    value: { path: out, files: [{ path: out }] },
  });
});
