import { describe, expect, it } from 'vitest';
import { type IncludeRead, resolveIncludes } from '../../../app/core/parse/config-includes.ts';
import { parseConfigText } from '../../../app/core/parse/config.ts';

const file = '/home/alice/.openclaw/openclaw.json';

/** Files of the configuration's folder by the name that `$include` gives them. */
async function resolve(text: string, files: Readonly<Record<string, string | IncludeRead>> = {}) {
  const asked: string[] = [];
  const document = parseConfigText(text, file);
  if (document.kind === 'broken') throw new Error(document.message);
  const resolved = await resolveIncludes(document.value, { file, text }, async (name, from) => {
    asked.push(`${name} in ${from}`);
    const found = files[name] ?? { kind: 'missing' };
    return typeof found === 'string' ? { kind: 'text', path: `/home/alice/.openclaw/${name}`, text: found } : found;
  });
  return { resolved, asked };
}

it('asks for nothing when nothing is included', async () => {
  const { resolved, asked } = await resolve('{ gateway: { port: 1 }, list: [{ include: "a" }] }');
  expect(asked).toEqual([]);
  const value = { gateway: { port: 1 }, list: [{ include: 'a' }] };
  expect(resolved).toEqual({ kind: 'resolved', value, parts: [{ path: file, value }] });
});

describe('what is merged', () => {
  it('one file for the object, with what stands beside it on top', async () => {
    const { resolved } = await resolve('{ gateway: { $include: "g.json5", port: 2 } }', {
      'g.json5': '{ port: 1, mode: "local", auth: { mode: "token" } }',
    });
    expect(resolved).toMatchObject({
      value: { gateway: { port: 2, mode: 'local', auth: { mode: 'token' } } },
      parts: [{ path: file }, { path: '/home/alice/.openclaw/g.json5' }],
    });
  });

  it('a list in its order, deeply', async () => {
    const { resolved } = await resolve('{ $include: ["a", "b"] }', {
      a: '{ gateway: { port: 1, auth: { mode: "token", token: "x" } } }',
      b: '{ gateway: { port: 2, auth: { mode: "none" } } }',
    });
    expect(resolved).toMatchObject({ value: { gateway: { port: 2, auth: { mode: 'none', token: 'x' } } } });
  });

  it('lists, one behind the other', async () => {
    const { resolved } = await resolve('{ tools: { $include: ["a", "b"], allow: ["x"] } }', {
      a: '{ allow: ["r", "w"], deny: ["d"] }',
      b: '{ allow: ["w"], deny: "e" }',
    });
    expect(resolved).toMatchObject({ value: { tools: { allow: ['r', 'w', 'w', 'x'], deny: 'e' } } });
  });

  it('entries of a list', async () => {
    const { resolved } = await resolve('{ agents: { list: [{ $include: "a", id: "main" }, { id: "work" }] } }', {
      a: '{ id: "a", model: "m" }',
    });
    expect(resolved).toMatchObject({ value: { agents: { list: [{ id: 'main', model: 'm' }, { id: 'work' }] } } });
  });

  it('a file that is no object, where nothing stands beside it', async () => {
    const { resolved } = await resolve('{ agents: { list: { $include: "a" } } }', { a: '[{ id: "main" }]' });
    expect(resolved).toMatchObject({
      value: { agents: { list: [{ id: 'main' }] } },
      parts: [{ path: file }, { path: '/home/alice/.openclaw/a', value: [{ id: 'main' }] }],
    });
  });

  it('no name that would change what objects are', async () => {
    const { resolved } = await resolve('{ $include: "a", gateway: {} }', {
      a: '{ gateway: { port: 1 }, "__proto__": { polluted: true } }',
    });
    expect(resolved).toMatchObject({ value: { gateway: { port: 1 } } });
    expect('polluted' in {}).toBe(false);
  });

  it('files that include files, each name read from its own file', async () => {
    const { resolved, asked } = await resolve('{ $include: "a" }', {
      a: '{ gateway: { $include: "b" } }',
      b: '{ tls: { $include: "c" } }',
      c: '{ enabled: true }',
    });
    expect(resolved).toMatchObject({ value: { gateway: { tls: { enabled: true } } } });
    expect(asked).toEqual([`a in ${file}`, 'b in /home/alice/.openclaw/a', 'c in /home/alice/.openclaw/b']);
  });
});

describe('what is wrong', () => {
  it('a missing file, at the place that names it', async () => {
    const { resolved } = await resolve('{\n  gateway: { $include: "gone.json" }\n}');
    expect(resolved).toMatchObject({
      kind: 'broken',
      file,
      line: 2,
      column: 25,
      message: '$include: the file is not there',
    });
  });

  it('a mistake in the included file, at its place there', async () => {
    const { resolved } = await resolve('{ $include: "a" }', { a: '{\n  port 1\n}' });
    expect(resolved).toMatchObject({ kind: 'broken', file: '/home/alice/.openclaw/a', line: 2, column: 8 });
  });

  it.each([
    ['no name', '{ $include: 7 }', 'the name of a file, or a list of names, is asked for'],
    ['a list with something else', '{ $include: ["a", 7] }', 'the name of a file, or a list of names, is asked for'],
    ['a list as the whole', '{ $include: "list" }', 'the configuration must be one object'],
    [
      'settings beside a list',
      '{ a: { $include: "list", b: 1 } }',
      'what stands beside it asks for a file with one object',
    ],
  ])('%s', async (_name, text, message) => {
    const { resolved } = await resolve(text, { a: '{}', list: '[1]' });
    expect(resolved).toMatchObject({ kind: 'broken', line: 1, message: `$include: ${message}` });
  });

  it('a file that includes itself', async () => {
    const { resolved } = await resolve('{ $include: "a" }', { a: '{ $include: "a" }' });
    expect(resolved).toMatchObject({ kind: 'broken', message: '$include: more than ten files deep' });
  });

  it('lists that multiply', async () => {
    const { resolved, asked } = await resolve('{ $include: ["a", "a"] }', {
      a: '{ $include: ["b", "b", "b"] }',
      b: '{ $include: ["c","c","c","c","c","c","c","c","c","c"] }',
      c: '{ $include: ["d","d","d","d","d","d"] }',
      d: '{}',
    });
    expect(resolved).toMatchObject({ kind: 'broken', message: '$include: too many files' });
    expect(asked.length).toBeLessThanOrEqual(100);
  });
});

it('does not judge what it may not read, and passes over what OpenClaw would not read', async () => {
  const hidden = await resolve('{ $include: "a" }', { a: { kind: 'unreadable', reason: 'a: not-permitted' } });
  expect(hidden.resolved).toEqual({ kind: 'unreadable', reason: 'a: not-permitted' });
  const outside = await resolve('{ gateway: { $include: "../a", port: 7 } }', { '../a': { kind: 'outside' } });
  expect(outside.resolved).toMatchObject({
    kind: 'resolved',
    value: { gateway: { port: 7 } },
    parts: [{ path: file }],
  });
});
