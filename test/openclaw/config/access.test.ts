import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deriveKnownDevices, findDeviceWish } from '../../../app/core/known-devices.ts';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import type { DeviceCommand } from '../../../app/core/model/repair.ts';
import { isMaintenanceRunning } from '../../../app/core/idle.ts';
import type { RepairResult } from '../../../app/engine/engine.ts';
import { gatewayToken } from '../config.ts';
import { until } from '../gateways.ts';
import { type ConfigMac, createConfigMac } from './config-mac.ts';
import { knock } from './knock.ts';

const otherToken = 'another-token-0123456789';

/** Finds it at a first look, and carries out the first rung that is offered. */
async function repairFirst(mac: ConfigMac, code: FindingCode): Promise<RepairResult> {
  await untilNobodyMends(mac);
  const engine = mac.anew();
  const { findings } = await engine.look();
  const all = findings.flatMap(({ finding, consequences }) => [finding, ...consequences]);
  const found = all.find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`${code} is not found, but ${all.map(({ id }) => id).join(', ')}`);
  const preview = await engine.preview(found.id);
  if (preview?.offer.kind !== 'repair') throw new Error(`no plan: ${JSON.stringify(preview)}`);
  return engine.repair(preview.offer.id, { confirmed: true });
}

/** Another sandbox of this machine may be at it: then nothing is changed in any. */
function untilNobodyMends({ engine }: ConfigMac): Promise<void> {
  return until('nobody mends', async () => !isMaintenanceRunning((await engine.look()).snapshot));
}

const ending = (result: RepairResult) =>
  result.kind === 'ended'
    ? [
        (console.log(JSON.stringify([result.run.stateBefore, result.run.stateAfter, result.run.verdict])),
        result.run.verdict),
        ...result.run.steps.map(({ outcome, detail }) => (outcome === 'failed' ? detail : outcome)),
      ]
    : result;

/** What a person does with a device of the list. */
async function decide(mac: ConfigMac, command: DeviceCommand, id: string): Promise<RepairResult> {
  await untilNobodyMends(mac);
  const engine = mac.anew();
  await engine.askDevices();
  const picture = engine.current();
  const wish = picture && findDeviceWish(picture, command, id);
  if (wish === null) throw new Error(`${id} is not listed: ${JSON.stringify(picture?.devices)}`);
  const { offer } = await engine.previewWish(wish);
  if (offer.kind !== 'repair') throw new Error(`no plan: ${JSON.stringify(offer)}`);
  return engine.repair(offer.id, { confirmed: true });
}

async function listDevices(mac: ConfigMac) {
  const engine = mac.anew();
  await engine.look();
  const devices = await engine.askDevices();
  const picture = engine.current();
  const list = picture && deriveKnownDevices(picture);
  if (list === null) throw new Error(JSON.stringify(devices));
  return list;
}

describe.each([
  { version: '2026.9.6', port: 28861, isOld: false },
  { version: '2026.3.13', port: 28871, isOld: true },
] as const)('the way into OpenClaw $version', ({ version, port, isOld }) => {
  let mac: ConfigMac;
  const isLetIn = async () => (await mac.openclaw('devices', 'list', '--json')).exitCode === 0;
  beforeAll(async () => {
    mac = await createConfigMac(version, port);
    // Without it 2026.9.6 lets nobody come from elsewhere; 2026.3.13 would take its own command line for such a one.
    if (!isOld) mac.editConfig((text) => text.replace('"loopback",', '"loopback", "trustedProxies": ["127.0.0.1"],'));
    await mac.startService();
    if (!(await isLetIn())) throw new Error('openclaw is not let in');
  });
  afterAll(() => mac.close());

  test('a stale line in .env goes, and comes back with an undo', async () => {
    const file = mac.statePath('.env');
    const text = `# mine\nLANG=C\nOPENCLAW_GATEWAY_TOKEN=${otherToken}\n`;
    writeFileSync(file, text, { mode: 0o600 });
    const result = await repairFirst(mac, 'gwtoken-drift');
    expect(ending(result)).toEqual(['fixed', 'done', 'done']);
    expect(readFileSync(file, 'utf8')).toBe('# mine\nLANG=C\n');
    expect(await isLetIn()).toBe(true);
    if (result.kind !== 'ended') return;
    const engine = mac.anew();
    await engine.look();
    await engine.undo(result.run.id, { confirmed: true, dryRun: false });
    expect(readFileSync(file, 'utf8')).toBe(text);
    writeFileSync(file, '', { mode: 0o600 });
  });

  test('a stale variable of the login session is cleared', async () => {
    await mac.launchctl('setenv', 'OPENCLAW_GATEWAY_TOKEN', otherToken);
    expect(ending(await repairFirst(mac, 'gwtoken-drift'))).toEqual(['fixed', 'done']);
    expect((await mac.launchctl('getenv', 'OPENCLAW_GATEWAY_TOKEN')).stdout.trim()).toBe('');
  });

  test('a file that others can read is closed', async () => {
    chmodSync(mac.configPath, 0o644);
    expect(ending(await repairFirst(mac, 'secret-leak'))).toEqual(['fixed', 'done']);
    expect(statSync(mac.configPath).mode & 0o777).toBe(0o600);
  });

  test('exactly one address is allowed, and OpenClaw takes it', async () => {
    const origin = 'https://claw.alice.example';
    const refused = 'origin not allowed';
    for (const _ of [1, 2]) expect(await knock(port, { origin, token: gatewayToken })).toContain(refused);
    const [verdict] = ending(await repairFirst(mac, 'origin-blocked')) as readonly unknown[];
    expect(verdict).toBe('fixed');
    expect(JSON.parse(mac.readConfig())).toMatchObject({ gateway: { controlUi: { allowedOrigins: [origin] } } });
    await expect
      .poll(() => knock(port, { origin, token: otherToken }).catch(String), { timeout: 120_000, interval: 1000 })
      .toContain('token mismatch');
    expect(await knock(port, { origin: 'https://evil.example', token: gatewayToken })).toContain(refused);
  });

  test('a device from elsewhere waits, and is rejected, admitted and removed by a person', async () => {
    const from = '203.0.113.7';
    const ask = async () => {
      expect(await knock(port, { token: gatewayToken, from })).toContain('pairing required');
      const [request] = (await listDevices(mac)).pending;
      return request ?? { requestId: 'none', deviceId: 'none' };
    };
    expect(ending(await decide(mac, 'reject', (await ask()).requestId))).toEqual(['fixed', 'done']);
    const { requestId, deviceId } = await ask();
    expect(ending(await decide(mac, 'approve', requestId))).toEqual(['fixed', 'done']);
    expect((await listDevices(mac)).paired.map((device) => device.deviceId)).toContain(deviceId);
    expect(ending(await decide(mac, 'remove', deviceId))).toEqual(['fixed', 'done']);
    expect((await listDevices(mac)).paired.map((device) => device.deviceId)).not.toContain(deviceId);
  });

  test.runIf(isOld)('a token that was replaced goes aside, and the next connection brings a new one', async () => {
    const file = mac.statePath('identity/device-auth.json');
    const { deviceId } = JSON.parse(readFileSync(file, 'utf8')) as { deviceId: string };
    expect((await mac.openclaw('devices', 'rotate', '--device', deviceId, '--role', 'operator')).exitCode).toBe(0);
    expect(ending(await repairFirst(mac, 'devtoken-mismatch'))).toEqual(['fixed', 'done']);
    expect(existsSync(file)).toBe(false);
    expect(await isLetIn()).toBe(true);
    expect(existsSync(file)).toBe(true);
  });

  test.runIf(isOld)('keys of two identities go aside, and new ones are made', async () => {
    const file = mac.statePath('identity/device.json');
    const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const other = (await import('node:crypto')).generateKeyPairSync('ed25519');
    const privateKeyPem = other.privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, JSON.stringify({ ...before, privateKeyPem }), { mode: 0o600 });
    expect(await isLetIn()).toBe(false);
    expect(ending(await repairFirst(mac, 'devsig-invalid'))).toEqual(['fixed', 'done', 'done']);
    expect(await isLetIn()).toBe(true);
  });
});
