import { describe, expect, it } from 'vitest';
import { parseDevicesList } from '../../../app/core/parse/devices-list.ts';
import { fakeSecrets } from '../../fakes/fake-secrets.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const parse = (output: string) => parseDevicesList(output, (secret) => fakeSecrets.mark(secret));

describe('what is no list', () => {
  it.each(['', 'No device pairing entries.', '{', '{}', '{"paired":[]}', '{"paired":{},"pending":{}}', '[]'])(
    '%j',
    (output) => {
      expect(parse(output)).toEqual({ kind: 'not-understood' });
    },
  );

  it('a record of nobody', () => {
    expect(parse('{"paired":[{"platform":"linux"}],"pending":[]}')).toEqual({ kind: 'not-understood' });
  });

  it('a complaint of 2026.9.6', () => {
    const output = '{"ok":false,"error":{"type":"cli_error","message":"gateway closed (1008): pairing required"}}';
    expect(parse(output)).toEqual({ kind: 'refused', message: 'gateway closed (1008): pairing required' });
  });
});

it('2026.3.13: the command line itself, whose token was rotated', () => {
  expect(parse(readFixture('devices/list-2026.3.13.json'))).toEqual({
    kind: 'list',
    list: {
      pending: [],
      paired: [
        {
          deviceId: 'ec4ca07fa32f30f5f830bb9cce95371044705f56fb718861dc71b1583df058ae',
          publicKey: 'WxtKlYvDPy86UjHzwgvG8ZjJ_edFlGBinzVTzpyrT-c',
          name: null,
          platform: 'linux',
          clientId: 'cli',
          roles: ['operator'],
          scopes: ['operator.admin', 'operator.read', 'operator.write', 'operator.approvals', 'operator.pairing'],
          tokens: [
            {
              role: 'operator',
              token: null,
              scopes: ['operator.admin', 'operator.approvals', 'operator.pairing', 'operator.read', 'operator.write'],
              createdAt: 1795171238240,
              rotatedAt: 1795172110715,
              revokedAt: null,
              lastUsedAt: 1795172103353,
            },
          ],
          createdAt: 1795171238239,
          approvedAt: 1795171238239,
          lastSeenAt: null,
        },
      ],
    },
  });
});

it.each([
  ['devices/list-2026.9.6-node.json', { name: 'Kitchen Mac', clientId: 'node-host', roles: ['node'] }],
  ['devices/list-2026.9.6-cli.json', { name: null, clientId: 'cli', lastSeenAt: 1795174040046 }],
])('%s', (name, expected) => {
  expect(parse(readFixture(name))).toMatchObject({ kind: 'list', list: { paired: [expected] } });
});

it('finds the list behind notices, also such with braces', () => {
  const output = `[plugins] loaded {3}\n{ not json\n${readFixture('devices/list-2026.3.13.json')}`;
  expect(parse(output)).toMatchObject({ kind: 'list', list: { paired: [{ clientId: 'cli' }] } });
});

it('a request, with all that is told of it and with next to nothing', () => {
  const request = { requestId: 'r1', deviceId: 'd1', ts: 5 };
  const told = {
    ...request,
    displayName: 'Phone',
    platform: 'ios',
    clientId: 'openclaw-ios',
    roles: ['node'],
    scopes: [],
    remoteIp: '192.168.1.7',
    silent: false,
    isRepair: true,
  };
  expect(parse(JSON.stringify({ paired: [], pending: [told, request] }))).toMatchObject({
    list: {
      pending: [
        { requestId: 'r1', name: 'Phone', role: 'node', remoteIp: '192.168.1.7', isRepair: true, at: 5 },
        { requestId: 'r1', name: null, role: null, remoteIp: null, silent: false, isRepair: false, at: 5 },
      ],
    },
  });
});

it('a token that was told after all becomes a mark', () => {
  const output = '{"paired":[{"deviceId":"d","tokens":[{"role":"operator","token":"geheim"}]}],"pending":[]}';
  expect(JSON.stringify(parse(output))).not.toContain('geheim');
  expect(parse(output)).toMatchObject({ list: { paired: [{ tokens: [{ token: fakeSecrets.mark('geheim') }] }] } });
});
