import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../app/core/model/reading.ts';
import { SecretMark } from '../../app/core/model/setting.ts';
import { authModeOf, clientCredential, clientOrderOf, serverCredential } from '../../app/core/tokens.ts';
import {
  holding,
  makeNewMac,
  makeOldMac,
  makePlace,
  otherMark,
  placesOf,
  settingsWith,
  tokenMark,
} from './make-access.ts';
import { at } from './make-moment.ts';
import { makeBrokenConfig } from './make-running.ts';
import { makeDefinition } from './make-service.ts';

const third = new SecretMark('33333333', 'ordinary');
const token = (
  value: string | SecretMark | { readonly source: string; readonly provider: string; readonly id: string },
) => settingsWith({ auth: { mode: 'token', token: value } });
const secret = (mark: SecretMark, place: string) => ({ kind: 'secret', mark, place });
const unset = settingsWith({ auth: { mode: 'token' } });

describe('what a version puts first', () => {
  test.each([
    ['2026.2.26', null],
    ['2026.3.2', 'env-first'],
    ['2026.3.13', 'env-first'],
    ['2026.3.13-1', 'env-first'],
    ['2026.3.24', null],
    ['2026.8.1', null],
    ['2026.9.6-beta.1', null],
    ['2026.9.6', 'config-first'],
    ['2026.10.1', 'config-first'],
    ['dev', null],
    [null, null],
  ])('%s: %s', (version, order) => {
    expect(clientOrderOf(version)).toBe(order);
  });
});

describe('what a gateway asks for', () => {
  test('its configuration comes before its environment', () => {
    const snapshot = makeOldMac({ credentials: placesOf(holding('service', otherMark)) });
    expect(serverCredential(snapshot, 'token')).toEqual(secret(tokenMark, 'config'));
  });

  test('of its environment what its wrapper reads, then its definition, the session, and files', () => {
    const places = [
      holding('state-dotenv', tokenMark),
      holding('login-session', third),
      holding('service', otherMark),
      holding('service-file', tokenMark),
    ];
    const find = (count: number) =>
      serverCredential(makeOldMac({ settings: unset, credentials: placesOf(...places.slice(0, count)) }), 'token');
    expect([1, 2, 3, 4].map(find)).toEqual([
      secret(tokenMark, 'state-dotenv'),
      secret(third, 'login-session'),
      secret(otherMark, 'service'),
      secret(tokenMark, 'service-file'),
    ]);
  });

  test('a shell is not its environment', () => {
    const snapshot = makeOldMac({ settings: unset, credentials: placesOf(holding('shell', otherMark)) });
    expect(serverCredential(snapshot, 'token')).toEqual({ kind: 'none' });
  });

  test.each([
    ['a variable that is in one of its places', token('${OPENCLAW_GATEWAY_TOKEN}'), secret(otherMark, 'service')],
    [
      'a reference to the same',
      token({ source: 'env', provider: 'default', id: 'OPENCLAW_GATEWAY_TOKEN' }),
      secret(otherMark, 'service'),
    ],
    ['a variable whose value nobody may know', token('${MY_KEY}'), { kind: 'unknown' }],
    ['a variable that is nowhere', token('${ELSEWHERE}'), { kind: 'unresolved', variable: 'ELSEWHERE' }],
    ['a secret store', token({ source: 'exec', provider: 'default', id: 'x' }), { kind: 'unknown' }],
    [
      'a variable of the configuration itself',
      { ...token('${OWN_TOKEN}'), env: { vars: { OWN_TOKEN: third } } },
      secret(third, 'config'),
    ],
    ['an empty text', token(new SecretMark('00000000', 'empty')), secret(otherMark, 'service')],
  ])('%s', (_name, settings, expected) => {
    const place = makePlace('service', { names: ['MY_KEY', 'OPENCLAW_GATEWAY_TOKEN'], token: otherMark });
    expect(serverCredential(makeOldMac({ settings, credentials: placesOf(place) }), 'token')).toEqual(expected);
  });

  test.each([
    [
      'a place that could not be read',
      makeOldMac({ settings: unset, credentials: placesOf(makePlace('service', { names: null })) }),
    ],
    ['no place could be read', makeOldMac({ settings: unset, credentials: unknown('not-permitted', '.env', at) })],
    ['a configuration that cannot be read', makeOldMac({ config: known(makeBrokenConfig(), at) })],
    [
      'an argument of the service',
      makeOldMac({ definition: known(makeDefinition({ command: ['node', 'index.js', '--token=***'] }), at) }),
    ],
    ['no service', makeOldMac({ settings: unset, definition: { status: 'absent', readAt: at } })],
  ])('not known: %s', (_name, snapshot) => {
    expect(serverCredential(snapshot, 'token')).toEqual({ kind: 'unknown' });
  });
});

describe('what a command line sends', () => {
  const snapshot = makeOldMac({ credentials: placesOf(holding('shell', otherMark), holding('state-dotenv', third)) });

  test('by its version the variable first, or the configuration', () => {
    expect(clientCredential(snapshot, 'token', 'env-first')).toEqual(secret(otherMark, 'shell'));
    expect(clientCredential(snapshot, 'token', 'config-first')).toEqual(secret(tokenMark, 'config'));
  });

  test('what is for elsewhere only when there is nothing else', () => {
    const remote = settingsWith({ auth: { mode: 'token' }, remote: { token: third } });
    const alone = makeOldMac({ settings: remote, credentials: placesOf() });
    expect(clientCredential(alone, 'token', 'env-first')).toEqual(secret(third, 'remote'));
    const beside = makeOldMac({ settings: remote, credentials: placesOf(holding('shell', otherMark)) });
    expect(clientCredential(beside, 'token', 'config-first')).toEqual(secret(otherMark, 'shell'));
  });

  test('gateway.env is read since 2026.9 only', () => {
    const places = placesOf(holding('gateway-env', otherMark));
    expect(clientCredential(makeOldMac({ settings: unset, credentials: places }), 'token', 'env-first')).toEqual({
      kind: 'none',
    });
    expect(clientCredential(makeNewMac({ settings: unset, credentials: places }), 'token', 'config-first')).toEqual(
      secret(otherMark, 'gateway-env'),
    );
  });
});

describe('how a gateway asks', () => {
  test.each([
    ['as it is written', settingsWith({ auth: { mode: 'none' } }), 'none'],
    ['a token where nothing is', settingsWith({}), 'token'],
    ['a password where there is one', settingsWith({ auth: { password: tokenMark } }), 'password'],
    ['not known where it comes from a variable', settingsWith({ auth: { mode: '${MODE}' } }), null],
  ])('%s', (_name, settings, mode) => {
    expect(authModeOf(makeOldMac({ settings, credentials: placesOf() }))).toBe(mode);
  });
});
