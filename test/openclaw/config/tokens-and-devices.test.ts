import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deriveDeviceFacts } from '../../../app/core/device-state.ts';
import { valueOf } from '../../../app/core/model/reading.ts';
import { gatewayToken } from '../config.ts';
import {
  codesInTheLongRun,
  type ConfigMac,
  createConfigMac,
  foundInTheLongRun,
  lookUntil,
  marksIn,
} from './config-mac.ts';
import { knock } from './knock.ts';

const otherToken = 'another-token-0123456789';
const list = ['devices', 'list', '--json'] as const;

/** Whether OpenClaw's own command line is let in. */
async function isLetIn(mac: ConfigMac, variables: Readonly<Record<string, string>> = {}): Promise<boolean> {
  return (await mac.openclawWith(variables, ...list)).exitCode === 0;
}

describe.each([
  { version: '2026.9.6', port: 28831, isEnvFirst: false },
  { version: '2026.3.13', port: 28841, isEnvFirst: true },
] as const)('tokens of OpenClaw $version', ({ version, port, isEnvFirst }) => {
  let mac: ConfigMac;
  beforeAll(async () => {
    mac = await createConfigMac(version, port);
    await mac.startService();
    if (!(await isLetIn(mac))) throw new Error('its own command line is turned away');
  });
  afterAll(() => mac.close());

  const markOf = async (kind: string) => {
    const { snapshot } = await lookUntil(mac, kind, (picture) => marksIn(picture).includes(kind));
    return valueOf(snapshot.log)?.marks.findLast((mark) => mark.kind === kind)?.line;
  };

  test('right ones are nothing to find', async () => {
    const picture = await lookUntil(mac, 'it is well', ({ status }) => status.state === 'healthy');
    expect(foundInTheLongRun(picture)).toEqual([]);
  });

  test('who is turned away is named in the log, and why', async () => {
    expect(await knock(port, {})).toContain('token missing');
    expect(await markOf('token-absent')).toContain('client=openclaw-control-ui');
    expect(await knock(port, { token: otherToken })).toContain('token mismatch');
    expect(await markOf('token-mismatch')).toContain('client=openclaw-control-ui');
    expect(await knock(port, { token: gatewayToken, signs: 'something else' })).toBe('device signature invalid');
    expect(await markOf('device-signature')).toContain('device signature invalid');
    expect(await knock(port, { origin: 'https://evil.example' })).toContain('origin not allowed');
    expect(await markOf('origin-not-allowed')).toContain('origin=https://evil.example');
    expect(JSON.stringify((await mac.engine.look()).snapshot)).not.toContain(otherToken);
  });

  test('a wrong one in a terminal: only an old command line takes it', async () => {
    expect(await isLetIn(mac, { OPENCLAW_GATEWAY_TOKEN: otherToken })).toBe(!isEnvFirst);
    // What the page brought before is on record in any case.
    expect(await markOf('token-mismatch')).toContain(isEnvFirst ? 'client=cli' : 'client=openclaw-control-ui');
  });

  test('a second one in .env is found where it bites', async () => {
    writeFileSync(mac.statePath('.env'), `OPENCLAW_GATEWAY_TOKEN=${otherToken}\n`, { mode: 0o600 });
    expect(codesInTheLongRun(await mac.engine.look())).toContain('gwtoken-drift');
    expect(await isLetIn(mac)).toBe(!isEnvFirst);
    // The same one twice is no drift.
    writeFileSync(mac.statePath('.env'), `OPENCLAW_GATEWAY_TOKEN=${gatewayToken}\n`, { mode: 0o600 });
    expect(codesInTheLongRun(await mac.engine.look())).not.toContain('gwtoken-drift');
    rmSync(mac.statePath('.env'));
  });

  test('so is one in the login session', async () => {
    await mac.launchctl('setenv', 'OPENCLAW_GATEWAY_TOKEN', otherToken);
    const picture = await mac.engine.look();
    expect(codesInTheLongRun(picture)).toContain('gwtoken-drift');
    await mac.launchctl('unsetenv', 'OPENCLAW_GATEWAY_TOKEN');
    expect(codesInTheLongRun(await mac.engine.look())).not.toContain('gwtoken-drift');
  });

  test('the devices are told when a person asks', async () => {
    const devices = await mac.engine.askDevices();
    // With a shared token the command line of 2026.9.6 is no device at all.
    const expected = isEnvFirst ? [{ clientId: 'cli', roles: ['operator'] }] : [];
    expect(devices).toMatchObject({ status: 'known', value: { paired: expected, pending: [] } });
  });

  test.runIf(isEnvFirst).each([
    ['replaced', (id: string) => ['rotate', '--device', id, '--role', 'operator', '--json']],
    ['revoked', (id: string) => ['revoke', '--device', id, '--role', 'operator', '--json']],
    ['unpaired', (id: string) => ['remove', id, '--json']],
  ])('a device that is %s heals with the shared token', async (state, command) => {
    const before = deriveDeviceFacts((await mac.engine.look()).snapshot);
    expect(before).toMatchObject({ state: 'well', hasShared: true });
    const { exitCode } = await mac.openclaw('devices', ...command(before?.identity.deviceId ?? ''));
    expect(exitCode).toBe(0);
    const picture = await mac.engine.look();
    expect(deriveDeviceFacts(picture.snapshot)).toMatchObject({ state, isStale: true, hasShared: true });
    expect(codesInTheLongRun(picture)).toContain('devtoken-mismatch');
    expect(await isLetIn(mac)).toBe(true);
    expect(deriveDeviceFacts((await mac.engine.look()).snapshot)).toMatchObject({ state: 'well' });
  });
});
