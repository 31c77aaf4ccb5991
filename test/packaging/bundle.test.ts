import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse as parsePlist } from 'plist';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { listAsar, packageApp, projectRoot, readFuses } from './package-app.ts';

const cache = path.join(projectRoot, '.cache');
let folder = '';
let app = '';

beforeAll(async () => {
  await ensureBuilt();
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'packaging-'));
  app = await packageApp(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the bundle says what it is, and what macOS may not do with it', () => {
  const info = parsePlist(readFileSync(path.join(app, 'Contents/Info.plist'), 'utf8'));
  expect(info).toMatchObject({
    CFBundleIdentifier: 'app.clawtender',
    CFBundleName: 'Clawtender',
    CFBundleExecutable: 'Clawtender',
    LSUIElement: true,
    NSAppSleepDisabled: true,
    LSMinimumSystemVersion: '13.0',
    LSApplicationCategoryType: 'public.app-category.utilities',
    NSAppTransportSecurity: { NSAllowsArbitraryLoads: false, NSAllowsLocalNetworking: true },
  });
  expect(JSON.stringify(info)).not.toMatch(/openclaw|clawdbot|moltbot/i);
  expect(info).not.toHaveProperty('NSAppTransportSecurity.NSExceptionDomains');
  expect(info).toHaveProperty(['ElectronAsarIntegrity', 'Resources/app.asar', 'hash']);
});

test('the archive holds the three bundles, OpenClaw’s schemas and the icons, and no library', async () => {
  const files = await listAsar(path.join(app, 'Contents/Resources/app.asar'));
  expect(files).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/index.js',
      'out/main/2026.3.13.js',
      'out/main/2026.9.6.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'build/icons/plainTemplate.png',
      'build/icons/questionTemplate@2x.png',
    ]),
  );
  const top = new Set(files.map((file) => file.split('/')[0]));
  expect(top).toEqual(new Set(['build', 'out', 'package.json']));
  expect(files.filter((file) => /node_modules|\.map$|\.ts$|^out\/cli/.test(file))).toEqual([]);
});

test('every fuse is as the configuration wants it', async () => {
  expect(await readFuses(app)).toEqual({
    RunAsNode: '0',
    EnableCookieEncryption: '0',
    EnableNodeOptionsEnvironmentVariable: '0',
    EnableNodeCliInspectArguments: '0',
    EnableEmbeddedAsarIntegrityValidation: '1',
    OnlyLoadAppFromAsar: '1',
    LoadBrowserProcessSpecificV8Snapshot: '0',
    GrantFileProtocolExtraPrivileges: '0',
  });
});
