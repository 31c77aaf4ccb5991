import { describe, expect, test } from 'vitest';
import { absent, known } from '../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../app/core/model/service.ts';
import { installProbe } from '../../app/probes/install.ts';
import type { FakeFile } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const folder = '/opt/homebrew/lib/node_modules';
const root = `${folder}/openclaw`;
const entry = `${root}/dist/index.js`;
const manifest = JSON.stringify({ name: 'openclaw', version: '2026.9.6', engines: { node: '>=24.16.0 <25' } });
const whole = { [`${root}/package.json`]: manifest, [`${root}/openclaw.mjs`]: 'js', [entry]: 'js' };
const staging = `${folder}/.openclaw-Ab12Cd34`;
const later = Date.parse('2026-11-20T11:30:00Z');

async function read(files: Readonly<Record<string, FakeFile>>, entryPath = entry) {
  const definition = known({ entryPath, entryExists: entryPath in files, nodePath: null } as ServiceDefinition, 0);
  const reading = await installProbe.read(makeContext({ files }), { definition });
  if (reading.status !== 'known') throw new Error(JSON.stringify(reading));
  return reading.value;
}

describe('no damage', () => {
  test('a whole package among others', async () => {
    const others = { [`${folder}/.package-lock.json`]: '{}', [`${folder}/npm/package.json`]: '{}' };
    expect(await read({ ...whole, ...others })).toMatchObject({ damage: null, nodeRange: '>=24.16.0 <25' });
  });

  test('a checkout that is not built', async () => {
    const files = { '/Users/alice/src/openclaw/package.json': manifest };
    expect(await read(files, '/Users/alice/src/openclaw/dist/index.js')).toMatchObject({ damage: null });
  });

  test('a package that is gone without a trace', async () => {
    expect(await read({ [`${folder}/npm/package.json`]: '{}' })).toMatchObject({ damage: null });
  });

  test('a folder that may not be listed', async () => {
    expect(await read({ [folder]: { kind: 'not-permitted' } })).toMatchObject({ damage: null });
  });

  test('no definition and no command', async () => {
    const reading = await installProbe.read(makeContext({ files: whole }), { definition: absent(0) });
    expect(reading.status).toBe('absent');
  });
});

describe('damage', () => {
  test('files that are missing', async () => {
    const { [entry]: _entry, ...rest } = whole;
    expect(await read(rest)).toMatchObject({ damage: { root, missing: [entry], leftovers: [] } });
  });

  test('a package that npm moved away and did not bring back', async () => {
    const files = { [`${staging}/package.json`]: { text: manifest, modifiedAt: later } };
    expect(await read(files)).toMatchObject({ damage: { root, missing: [root], leftovers: [staging] } });
  });

  test('what was left beside a whole package, with the time of the newest change', async () => {
    const files = { ...whole, [`${root}/package.json`]: { text: manifest, modifiedAt: later }, [`${staging}/x`]: 'x' };
    expect(await read(files)).toMatchObject({
      packageWrittenAt: later,
      damage: { root, version: '2026.9.6', missing: [], leftovers: [staging], changedAt: later },
    });
  });
});
