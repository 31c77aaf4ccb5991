import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeSyntheticElectron } from './synthetic-electron.ts';

export const projectRoot = path.resolve(import.meta.dirname, '../..');
/** Libraries that electron-builder brings along, as it resolves them itself. */
const requireAsBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'));

/** Packages the built app for arm64 over a synthetic Electron; gives the path of Clawtender.app. */
export async function packageApp(folder: string): Promise<string> {
  const electronDist = path.join(folder, 'electron');
  const output = path.join(folder, 'dist');
  writeSyntheticElectron(electronDist, readElectronVersion());
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const args = ['--mac', 'dir', '--arm64', '--publish', 'never'];
  const settings = [`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`];
  await promisify(execFile)(process.execPath, [builder, ...args, ...settings], { cwd: projectRoot, timeout: 120_000 });
  return path.join(output, 'mac-arm64/Clawtender.app');
}

function readElectronVersion(): string {
  const manifest = readFileSync(createRequire(import.meta.url).resolve('electron/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The files of an asar archive, with forward slashes and without a leading one. */
export async function listAsar(archive: string): Promise<readonly string[]> {
  const asar = requireAsBuilder('@electron/asar') as { listPackage(archive: string, options: object): string[] };
  return asar.listPackage(archive, { isPack: false }).map((file) => file.replace(/^\//, ''));
}

/** Fuse names with their states: '1' on, '0' off. */
export async function readFuses(app: string): Promise<Readonly<Record<string, string>>> {
  const fuses = requireAsBuilder('@electron/fuses') as {
    getCurrentFuseWire(app: string): Promise<Record<string, number | string>>;
    FuseV1Options: Record<string, string>;
  };
  const wire = await fuses.getCurrentFuseWire(app);
  const known = Object.entries(wire).filter(([index]) => fuses.FuseV1Options[index] !== undefined);
  return Object.fromEntries(
    known.map(([index, state]) => [fuses.FuseV1Options[index], String.fromCharCode(Number(state))]),
  );
}

/** electron-builder's own judgement of a configuration; throws its complaint. Needs no network. */
export async function validateConfiguration(configuration: unknown): Promise<void> {
  const library = requireAsBuilder('./util/config/config') as {
    validateConfiguration(c: unknown, log: object): Promise<void>;
  };
  const { DebugLogger } = requireAsBuilder('builder-util') as { DebugLogger: new (enabled: boolean) => object };
  await library.validateConfiguration(configuration, new DebugLogger(false));
}

export function readConfiguration(): Record<string, unknown> {
  const yaml = requireAsBuilder('js-yaml') as { load(text: string): Record<string, unknown> };
  return yaml.load(readFileSync(path.join(projectRoot, 'electron-builder.yml'), 'utf8'));
}
