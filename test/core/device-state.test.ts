import { describe, expect, test } from 'vitest';
import { deriveDeviceFacts } from '../../app/core/device-state.ts';
import type { DeviceToken, Devices } from '../../app/core/model/devices.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Change } from './make-moment.ts';
import {
  deviceId,
  holding,
  makeFileDevices,
  makeNewMac,
  makeOldMac,
  makePaired,
  makeRequest,
  otherMark,
  placesOf,
  settingsWith,
  tokenMark,
} from './make-access.ts';
import { at, hours, minutes } from './make-moment.ts';

const scopes = ['operator.admin', 'operator.read'];
const recorded = (change: Change<DeviceToken> = {}) =>
  makePaired({
    tokens: [
      {
        role: 'operator',
        token: tokenMark,
        scopes,
        createdAt: at - 72 * hours,
        rotatedAt: null,
        revokedAt: null,
        lastUsedAt: null,
        ...change,
      },
    ],
  });
const stateOf = (change: Change<Devices>) => {
  const facts = deriveDeviceFacts(makeOldMac({ devices: known(makeFileDevices(change), at) }));
  return facts && [facts.state, facts.isStale];
};
const devices = makeFileDevices();
const keysFit = devices.identity && { ...devices.identity, keysFit: false };

describe('what a kept token is worth', () => {
  test.each<readonly [string, Change<Devices>, readonly [string, boolean]]>([
    ['all agrees', {}, ['well', false]],
    [
      'a token that was rotated and is the same all the same',
      { paired: [recorded({ rotatedAt: at })] },
      ['well', false],
    ],
    ['the gateway’s list could not be read', { paired: null }, ['well', false]],
    ['nothing is kept', { cache: null }, ['none-kept', false]],
    [
      'of another identity',
      { cache: devices.cache && { ...devices.cache, deviceId: 'before' } },
      ['other-identity', false],
    ],
    ['other scopes', { paired: [recorded({ scopes: ['operator.read'] })] }, ['scopes-differ', false]],
    ['the same scopes in another order', { paired: [recorded({ scopes: scopes.toReversed() })] }, ['well', false]],
    ['keys that do not fit', { identity: keysFit }, ['broken-identity', false]],
    ['not paired', { paired: [] }, ['unpaired', true]],
    ['paired by another key', { paired: [makePaired({ publicKey: 'another' })] }, ['key-changed', true]],
    ['paired without this role', { paired: [recorded({ role: 'node' })] }, ['replaced', true]],
    ['revoked', { paired: [recorded({ revokedAt: at })] }, ['revoked', true]],
    ['another token', { paired: [recorded({ token: otherMark })] }, ['replaced', true]],
    [
      'no token is told, and the times say enough',
      { paired: [recorded({ token: null, rotatedAt: at })] },
      ['older', true],
    ],
    ['no token is told, and the times are in order', { paired: [recorded({ token: null })] }, ['well', false]],
  ])('%s', (_name, change, expected) => {
    expect(stateOf(change)).toEqual(expected);
  });

  test('nothing is said of a database, nor without an identity', () => {
    expect(deriveDeviceFacts(makeNewMac())).toBeNull();
    expect(stateOf({ identity: null })).toBeNull();
  });
});

const hasShared = (change: Parameters<typeof makeOldMac>[0]) => deriveDeviceFacts(makeOldMac(change))?.hasShared;
const trapOf = (...pending: Devices['pending'] & object) =>
  deriveDeviceFacts(makeOldMac({ devices: known(makeFileDevices({ pending }), at) }))?.trap?.requestId ?? null;

describe('whether there is another way in', () => {
  test.each<readonly [string, Parameters<typeof makeOldMac>[0], boolean | null]>([
    ['the shared token', {}, true],
    ['nothing is asked for', { settings: settingsWith({ auth: { mode: 'none' } }) }, true],
    ['another one than the gateway’s', { credentials: placesOf(holding('shell', otherMark)) }, false],
    ['none', { settings: settingsWith({ auth: { mode: 'password' } }), credentials: placesOf() }, false],
    ['not known: a proxy', { settings: settingsWith({ auth: { mode: 'trusted-proxy' } }) }, null],
    [
      'not known: out of a secret store',
      { settings: settingsWith({ auth: { mode: 'token', token: { source: 'exec', provider: 'default', id: 'x' } } }) },
      null,
    ],
  ])('%s', (_name, change, expected) => {
    expect(hasShared(change)).toBe(expected);
  });
});

describe('a request that takes all connections with it', () => {
  test('is one of the own device that a person must approve, for five minutes', () => {
    expect(trapOf(makeRequest({ deviceId }))).toBe('req-1');
    expect(trapOf(makeRequest())).toBeNull();
    expect(trapOf(makeRequest({ deviceId, silent: true }))).toBeNull();
    expect(trapOf(makeRequest({ deviceId, at: at - 5 * minutes }))).toBeNull();
  });
});
