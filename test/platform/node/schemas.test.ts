import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSchemas } from '../../../app/platform/node/schemas.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const mine = JSON.stringify({ type: 'object', properties: { gateway: { type: 'object' } } });
const validation = { schemaVersion: '2026.9.6', issues: [] };

describe('a schema', () => {
  test.each(['2026.3.13', '2026.9.6'])('of %s comes with the program', async (version) => {
    const found = await createSchemas({ folder: await makeTemporaryFolder() }).find(version);
    expect(found?.source).toBe('shipped');
    expect(await found?.load()).toHaveProperty('properties.gateway.properties.port.type', 'integer');
  });

  test.each(['2026.9.5', '2026.9.7', '2026.9.6-1', '../2026.9.6', ''])('of %j there is none', async (version) => {
    expect(await createSchemas({ folder: await makeTemporaryFolder() }).find(version)).toBeNull();
  });

  test('that was kept is preferred, and is the user’s alone', async () => {
    const folder = await makeTemporaryFolder();
    expect(await createSchemas({ folder }).keep('2026.9.6', mine)).toBe(true);
    const found = await createSchemas({ folder }).find('2026.9.6');
    expect([found?.source, await found?.load()]).toEqual(['kept', JSON.parse(mine)]);
    expect(statSync(path.join(folder, 'schemas')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'schemas/2026.9.6.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.join(folder, 'schemas'))).toEqual(['2026.9.6.json']);
  });

  test('may come with hints around it, as a gateway sends it', async () => {
    const folder = await makeTemporaryFolder();
    await createSchemas({ folder }).keep('2026.4.1', `{"schema":${mine},"uiHints":{}}`);
    expect(await (await createSchemas({ folder }).find('2026.4.1'))?.load()).toEqual(JSON.parse(mine));
  });

  test.each(['', 'error: unknown command', '{}', '[]', 'null', '{"properties":{}}', '{"properties":{"gateway":'])(
    'is not %j',
    async (text) => {
      const folder = await makeTemporaryFolder();
      expect(await createSchemas({ folder }).keep('2026.9.9', text)).toBe(false);
      expect(await createSchemas({ folder }).find('2026.9.9')).toBeNull();
    },
  );

  test('that cannot be kept is no error', async () => {
    const folder = await makeTemporaryFolder();
    writeFileSync(path.join(folder, 'schemas'), 'a file');
    expect(await createSchemas({ folder }).keep('2026.9.9', mine)).toBe(false);
  });

  test('whose kept file is damaged checks nothing', async () => {
    const folder = await makeTemporaryFolder();
    mkdirSync(path.join(folder, 'schemas'));
    writeFileSync(path.join(folder, 'schemas/2026.9.9.json'), '{"prop');
    expect(await (await createSchemas({ folder }).find('2026.9.9'))?.load()).toBeNull();
  });
});

describe('what was found', () => {
  test('is known to the next process', async () => {
    const folder = await makeTemporaryFolder();
    const first = createSchemas({ folder });
    expect(await first.recall('a')).toBeNull();
    await first.note('a', validation);
    await first.note('b', { ...validation, schemaVersion: '2026.3.13' });
    const second = createSchemas({ folder });
    expect([await second.recall('b'), await second.recall('a'), await second.recall('c')]).toEqual([
      { ...validation, schemaVersion: '2026.3.13' },
      validation,
      null,
    ]);
    expect(statSync(path.join(folder, 'schemas/checked.json')).mode & 0o777).toBe(0o600);
  });

  test('is forgotten after some others', async () => {
    const folder = await makeTemporaryFolder();
    const schemas = createSchemas({ folder });
    for (const key of 'abcdefghij') await schemas.note(key, validation);
    const later = createSchemas({ folder });
    expect([await later.recall('a'), await later.recall('j')]).toEqual([null, validation]);
  });

  test('and cannot be understood, is found once more', async () => {
    const folder = await makeTemporaryFolder();
    mkdirSync(path.join(folder, 'schemas'));
    writeFileSync(path.join(folder, 'schemas/checked.json'), '[{"key":"a","validation":{}}]');
    expect(await createSchemas({ folder }).recall('a')).toBeNull();
  });
});
