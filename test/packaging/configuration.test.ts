import { expect, test } from 'vitest';
import { readConfiguration, validateConfiguration } from './package-app.ts';

test('electron-builder understands the configuration', async () => {
  await expect(validateConfiguration(readConfiguration())).resolves.toBeUndefined();
});

test('a misspelt setting would be noticed', async () => {
  const configuration = readConfiguration();
  const mac = { ...(configuration['mac'] as object), hardenedRuntimes: true };
  await expect(validateConfiguration({ ...configuration, mac })).rejects.toThrow(/configuration\.mac should be one of/);
});

test('the bundle is nobody else’s: OpenClaw sweeps up what carries its names', () => {
  const { appId, productName } = readConfiguration();
  expect(`${String(appId)} ${String(productName)}`).not.toMatch(/openclaw|clawdbot|moltbot/i);
});
