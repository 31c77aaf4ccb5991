import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeInstall } from '../core/make-service.ts';
import { absent, known } from '../../app/core/model/reading.ts';
import { createSecrets } from '../../app/platform/node/secrets.ts';
import { devicesProbe } from '../../app/probes/devices.ts';
import { type FakeFile, makeFakeFiles } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const state = '/Users/alice/.openclaw';
const definition = absent(0);
const secrets = createSecrets({ folder: '/nowhere/clawtender' });

async function read(files: Readonly<Record<string, FakeFile>>, version: string | null = '2026.3.13') {
  const context = makeContext({});
  const ports = makeStrictPorts({ files: makeFakeFiles(files), secrets });
  const install = version === null ? absent(0) : known(makeInstall({ version }), 0);
  return devicesProbe.read({ ...context, ports }, { definition, install });
}

function drawIdentity() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return {
    version: 1,
    deviceId: createHash('sha256').update(raw).digest('hex'),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    createdAtMs: 1795171235773,
    raw: raw.toString('base64url'),
  };
}

const identity = drawIdentity();
const { deviceId } = identity;
const scopes = ['operator.read', 'operator.write'];
const token = { token: 'abc-1', role: 'operator', scopes };
const cacheFile = JSON.stringify({
  version: 1,
  deviceId,
  tokens: { operator: { ...token, updatedAtMs: 1795171238305 } },
});
const pairedFile = JSON.stringify({
  [deviceId]: {
    deviceId,
    publicKey: identity.raw,
    platform: 'darwin',
    clientId: 'cli',
    role: 'operator',
    roles: ['operator'],
    scopes,
    tokens: { operator: { ...token, createdAtMs: 5, revokedAtMs: 6 } },
    createdAtMs: 5,
    approvedAtMs: 5,
  },
});
const whole = {
  [`${state}/identity/device.json`]: JSON.stringify(identity),
  [`${state}/identity/device-auth.json`]: cacheFile,
  [`${state}/devices/paired.json`]: pairedFile,
  [`${state}/devices/pending.json`]: '{}',
};

describe('before 2026.8.1', () => {
  it('no state folder is absent, an empty one has no devices', async () => {
    expect(await read({})).toMatchObject({ status: 'absent' });
    expect(await read({ [`${state}/openclaw.json`]: '{}' })).toMatchObject({
      value: { store: 'files', identity: null, cache: null, paired: [], pending: [], broken: [] },
    });
  });

  it('an identity, its token and what the gateway has on record', async () => {
    expect(await read(whole)).toMatchObject({
      value: {
        store: 'files',
        identity: {
          path: `${state}/identity/device.json`,
          deviceId,
          idFitsKey: true,
          keysFit: true,
          publicKey: identity.raw,
          createdAt: 1795171235773,
        },
        cache: { deviceId, tokens: [{ role: 'operator', token: secrets.mark('abc-1'), updatedAt: 1795171238305 }] },
        paired: [
          {
            deviceId,
            publicKey: identity.raw,
            clientId: 'cli',
            tokens: [{ role: 'operator', token: secrets.mark('abc-1'), createdAt: 5, revokedAt: 6, rotatedAt: null }],
          },
        ],
        pending: [],
        broken: [],
      },
    });
  });

  it('no token and no private key leave the probe', async () => {
    const told = JSON.stringify(await read(whole));
    expect(told).not.toMatch(/abc-1|PRIVATE KEY/);
  });

  it('an id that is not of the key, and a private key that is not of the public one', async () => {
    const other = drawIdentity();
    const path = `${state}/identity/device.json`;
    const wrongId = JSON.stringify({ ...identity, deviceId: other.deviceId });
    const wrongKey = JSON.stringify({ ...identity, privateKeyPem: other.privateKeyPem });
    const noKey = JSON.stringify({ ...identity, publicKeyPem: 'x' });
    expect(await read({ [path]: wrongId })).toMatchObject({ value: { identity: { idFitsKey: false, keysFit: true } } });
    expect(await read({ [path]: wrongKey })).toMatchObject({
      value: { identity: { idFitsKey: true, keysFit: false } },
    });
    expect(await read({ [path]: noKey })).toMatchObject({
      value: { identity: { idFitsKey: null, keysFit: null, publicKey: null } },
    });
  });

  it.each(['identity/device.json', 'identity/device-auth.json', 'devices/paired.json', 'devices/pending.json'])(
    '%s that cannot be understood or read is named, and nothing is guessed',
    async (name) => {
      const path = `${state}/${name}`;
      const kinds: readonly FakeFile[] = ['{"x', '[]', '{"a":1}', { kind: 'not-permitted' }, { kind: 'not-a-file' }];
      for (const file of kinds) {
        const reading = await read({ ...whole, [path]: file });
        expect(reading).toMatchObject({ status: 'known', value: { broken: [path] } });
      }
      const broken = await read({ ...whole, [`${state}/devices/paired.json`]: '{' });
      expect(broken).toMatchObject({ value: { paired: null, pending: [] } });
    },
  );

  it('a folder that may not be looked at is unknown', async () => {
    const files = makeFakeFiles({});
    const hidden = { ...files, stat: async () => ({ kind: 'not-permitted' }) as const };
    const ports = makeStrictPorts({ files: hidden, secrets });
    const context = { ...makeContext({}), ports };
    const install = known(makeInstall({ version: '2026.3.13' }), 0);
    expect(await devicesProbe.read(context, { definition, install })).toMatchObject({
      status: 'unknown',
      reason: { code: 'not-permitted' },
    });
  });
});

describe('since 2026.8.1', () => {
  it('the database is not read', async () => {
    const files = {
      [`${state}/state/openclaw.sqlite`]: 'SQLite',
      [`${state}/devices/paired.json.migrated`]: pairedFile,
    };
    expect(await read(files, '2026.9.6')).toMatchObject({
      value: { store: 'database', identity: null, cache: null, paired: null, pending: null, broken: [] },
    });
  });

  it('what an older version left is told, but not as what the gateway has', async () => {
    expect(await read({ ...whole, [`${state}/devices/paired.json`]: '{' }, '2026.8.1')).toMatchObject({
      value: { store: 'database', identity: { deviceId }, cache: { deviceId }, paired: null, broken: [] },
    });
  });
});

describe('of a version that is not known the files tell', () => {
  it.each([
    ['files', whole],
    ['files', { [`${state}/identity/device.json`]: JSON.stringify(identity), [`${state}/state/openclaw.sqlite`]: '' }],
    ['files', { [`${state}/openclaw.json`]: '{}' }],
    ['database', { [`${state}/devices/paired.json.migrated`]: pairedFile }],
    ['database', { [`${state}/state/openclaw.sqlite`]: '' }],
  ] as const)('%s', async (store, files) => {
    expect(await read(files, null)).toMatchObject({ value: { store } });
  });
});
