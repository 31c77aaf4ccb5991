import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canDownloadElectron, findElectron } from '../../build/electron-binary.mjs';

let folder: string;
let server: Server | null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clawtender-electron-'));
  server = null;
  vi.stubEnv('electron_config_cache', folder);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
  vi.stubEnv('ELECTRON_GET_USE_PROXY', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function mirror(answer: RequestListener): Promise<void> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`);
}

test('a mirror that has the file is good, after its redirects', async () => {
  const asked: string[] = [];
  await mirror((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/moved') response.writeHead(200).end();
    else response.writeHead(302, { Location: '/moved' }).end();
  });
  expect(await canDownloadElectron()).toBe(true);
  expect(asked[0]).toMatch(/^HEAD \/v\d+\.\d+\.\d+\/electron-v[\d.]+-\w+-\w+\.zip$/);
});

test('a mirror without the file is not', async () => {
  await mirror((_request, response) => response.writeHead(404).end());
  expect(await canDownloadElectron()).toBe(false);
});

test('a network that swallows everything is given up in time', async () => {
  await mirror(() => undefined);
  const begunAt = performance.now();
  expect(await canDownloadElectron()).toBe(false);
  expect(performance.now() - begunAt).toBeLessThan(6000);
});

test('what was downloaded once needs no network', async () => {
  let zipName = '';
  await mirror((request, response) => {
    zipName = path.basename(request.url ?? '');
    response.writeHead(503).end();
  });
  expect(await canDownloadElectron()).toBe(false);
  await mkdir(path.join(folder, 'a1b2'));
  await writeFile(path.join(folder, 'a1b2', zipName), '');
  expect(await canDownloadElectron()).toBe(true);
});

test('a folder of one’s own is the only place looked at, and nothing is downloaded into it', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(findElectron()).toBeNull();
  expect(await canDownloadElectron()).toBe(false);
  await writeFile(path.join(folder, 'electron'), '');
  expect(findElectron()).toBe(path.join(folder, 'electron'));
});
