import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Version } from '../../../app/core/model/history.ts';
import type { Finding } from '../../../app/core/model/finding.ts';
import { judge } from '../../../app/core/judge.ts';
import { emptyMemory } from '../../../app/core/model/memory.ts';
import type { Picture } from '../../../app/core/model/picture.ts';
import { valueOf } from '../../../app/core/model/reading.ts';
import { deriveTarget } from '../../../app/core/target.ts';
import { createEngine } from '../../../app/engine/create-engine.ts';
import type { Engine } from '../../../app/engine/engine.ts';
import { standardProbes } from '../../../app/engine/standard-probes.ts';
import { createPorts } from '../../../app/platform/node/create-ports.ts';
import { readEnvironment } from '../../../app/platform/node/environment.ts';
import { createMacWithOpenClaw, type MacWithOpenClaw } from '../darwin/openclaw-on-mac.ts';
import { writeLaunchAgent } from '../evenings/service-files.ts';
import { until, untilReady, untilSilent } from '../gateways.ts';
import type { OpenClawVersion } from '../install.mjs';
import { type OpenClawRun, runOpenClaw } from '../run-openclaw.ts';

/** A simulated Mac whose gateway is a service, and an engine that looks when it is told to. */
export interface ConfigMac extends MacWithOpenClaw {
  readonly engine: Engine;
  /** Another one that has seen nothing yet: what it finds at its first look was there before. */
  anew(): Engine;
  readonly configPath: string;
  readonly statePath: (name: string) => string;
  readConfig(): string;
  /** As editors save: a new file in the place of the old one. */
  editConfig(change: (text: string) => string): void;
  /** `openclaw …` in a terminal in which these variables are exported too. */
  openclawWith(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<OpenClawRun>;
  startService(): Promise<void>;
  stopService(): Promise<void>;
}

export async function createConfigMac(version: OpenClawVersion, port: number): Promise<ConfigMac> {
  const mac = await createMacWithOpenClaw(version, port);
  const bin = path.dirname(mac.nodePath);
  symlinkSync(mac.entryPath, path.join(bin, 'openclaw'));
  const place = { version, home: mac.home, port, nodePath: mac.nodePath, definitionPath: mac.plistPath };
  writeLaunchAgent({ ...place, tmp: path.join(mac.root, 'tmp') });
  mkdirSync(path.join(mac.home, 'Library', 'Logs', 'openclaw'), { recursive: true });
  const variables = { ...mac.env, PATH: `${bin}:/usr/bin:/bin` };
  const statePath = (name: string) => path.join(mac.home, '.openclaw', name);
  const configPath = statePath('openclaw.json');
  return {
    ...mac,
    engine: createEngineOn(variables),
    anew: () => createEngineOn(variables),
    configPath,
    statePath,
    readConfig: () => readFileSync(configPath, 'utf8'),
    editConfig(change) {
      const text = change(readFileSync(configPath, 'utf8'));
      writeFileSync(`${configPath}.swp`, text, { mode: 0o600 });
      renameSync(`${configPath}.swp`, configPath);
    },
    openclawWith: (more, ...args) => {
      const env = { HOME: mac.home, PATH: `${bin}:${mac.toolsDir}:/usr/bin:/bin`, NO_COLOR: '1', ...more };
      return runOpenClaw(mac.nodePath, [mac.entryPath, ...args], { TMPDIR: path.join(mac.root, 'tmp'), ...env });
    },
    async startService() {
      await mac.launchctl('bootstrap', mac.domain, mac.plistPath);
      await untilReady(port).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${tailOfLogs(mac.home)}`);
      });
    },
    async stopService() {
      await mac.launchctl('bootout', mac.serviceTarget);
      await untilSilent(port);
    },
  };
}

/** Where 2026.9.6 and 2026.3 let their services write. */
function tailOfLogs(home: string): string {
  const files = ['Library/Logs/openclaw/gateway.log', '.openclaw/logs/gateway.log', '.openclaw/logs/gateway.err.log'];
  const found = files.map((name) => path.join(home, name)).filter((file) => existsSync(file));
  return found.map((file) => `${file}:\n${readFileSync(file, 'utf8').slice(-2_000)}`).join('\n');
}

/** An engine for what a command line with these variables would mean. */
export function createEngineOn(variables: Readonly<Record<string, string>>): Engine {
  const environment = readEnvironment({ packaged: false, variables });
  const ports = createPorts({ packaged: false, environment, appVersion: '0', variables, isCommandLine: true });
  return createEngine({
    ports,
    environment,
    target: deriveTarget(environment, null),
    probes: standardProbes,
    self: { pid: process.pid, face: 'command-line' },
    onError: (error) => {
      throw error;
    },
  });
}

/** The newest kept version of the configuration, as of a look now. */
export async function newestVersion({ engine, configPath }: ConfigMac): Promise<Version> {
  const { snapshot } = await engine.look();
  const newest = valueOf(snapshot.history)?.versions.find(({ file }) => file === configPath);
  if (newest === undefined) throw new Error(`No version is kept: ${JSON.stringify(snapshot.history)}`);
  return newest;
}

export function pathsOf({ changed }: Version): readonly string[] {
  return changed.map((change) => change.path);
}

/** Looks until it is so; the last picture. */
export async function lookUntil(
  { engine }: ConfigMac,
  what: string,
  isSo: (picture: Picture) => boolean,
  timeoutMs = 60_000,
): Promise<Picture> {
  let picture = await engine.look();
  const lookAgain = async () => {
    if (isSo(picture)) return true;
    picture = await engine.look();
    return isSo(picture);
  };
  await until(what, lookAgain, timeoutMs).catch((error: unknown) => {
    const { findings, snapshot } = picture;
    const marks = valueOf(snapshot.log)?.marks.slice(-8);
    throw new Error(`${String(error)} Last: ${JSON.stringify({ status: picture.status, findings, marks }, null, 2)}`);
  });
  return picture;
}

/**
 * What an engine would find that goes on looking and sees nothing else for two minutes: it knows then that the gateway
 * was up before, and its patience with each finding is over.
 */
export function foundInTheLongRun({ snapshot }: Pick<Picture, 'snapshot'>): readonly Finding[] {
  let memory = emptyMemory;
  let found: readonly Finding[] = [];
  for (const laterMs of [0, 60_000, 120_000]) {
    const judgement = judge({ ...snapshot, at: snapshot.at + laterMs }, memory);
    memory = judgement.memory;
    found = judgement.findings.map(({ finding }) => finding);
  }
  return found;
}

export const codesInTheLongRun = (picture: Pick<Picture, 'snapshot'>): readonly string[] =>
  foundInTheLongRun(picture).map(({ code }) => code);

export const codesIn = ({ findings }: Picture): readonly string[] => findings.map(({ finding }) => finding.code);

export const marksIn = ({ snapshot }: Picture): readonly string[] =>
  (valueOf(snapshot.log)?.marks ?? []).map(({ kind }) => kind);
