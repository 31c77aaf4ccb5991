import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSimulatedSystemd, type SimulatedSystemd } from '../../simulated-systemd/create.mjs';
import { writeConfig } from '../config.ts';
import { type ForegroundGateway, startGateway } from '../gateways.ts';
import { shareCompiled } from '../homes.ts';
import { openClawNode, openClawPackage, type OpenClawVersion, sandboxFolder } from '../install.mjs';
import { type OpenClawRun, runOpenClaw } from '../run-openclaw.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

/** A simulated user manager, and a real OpenClaw command line that npm installed for this user. */
export interface LinuxWithOpenClaw extends SimulatedSystemd {
  readonly version: OpenClawVersion;
  readonly port: number;
  readonly nodePath: string;
  readonly entryPath: string;
  readonly unit: string;
  readonly unitPath: string;
  openclaw(...args: string[]): Promise<OpenClawRun>;
  startForeground(): ForegroundGateway;
}

export async function createLinuxWithOpenClaw(version: OpenClawVersion, port: number): Promise<LinuxWithOpenClaw> {
  const systemd = await createSimulatedSystemd({ parent: sandboxFolder });
  shareCompiled(path.join(systemd.home, 'tmp'), version);
  const bin = path.join(systemd.home, '.npm-global', 'bin');
  mkdirSync(bin, { recursive: true });
  const nodePath = writeNode(systemd, bin);
  const entryPath = path.join(openClawPackage(version), 'openclaw.mjs');
  symlinkSync(entryPath, path.join(bin, 'openclaw'));
  // The command line finds systemctl by PATH, Node's folder first.
  symlinkSync(path.join(systemd.toolsDir, 'systemctl'), path.join(bin, 'systemctl'));
  writeConfig(systemd.home, { port });
  const env = {
    HOME: systemd.home,
    PATH: `${bin}:/usr/bin:/bin`,
    TMPDIR: path.join(systemd.home, 'tmp'),
    NO_COLOR: '1',
  };
  const unit = 'openclaw-gateway.service';
  return {
    ...systemd,
    version,
    port,
    nodePath,
    entryPath,
    unit,
    unitPath: path.join(systemd.unitFolder, unit),
    openclaw: (...args) => runOpenClaw(nodePath, [entryPath, ...args], env),
    startForeground: () => startGateway({ node: nodePath, entry: entryPath, env }),
  };
}

/** A `node` that takes the sandbox's home for its account's, and calls itself by this path. */
function writeNode(systemd: SimulatedSystemd, bin: string): string {
  const nodePath = path.join(bin, 'node');
  const shim = path.join(systemd.root, 'live-in-sandbox.cjs');
  const module = JSON.stringify(path.join(here, 'live-at-home.cjs'));
  writeFileSync(shim, `require(${module}).liveAtHome(${JSON.stringify({ nodePath, home: systemd.home })});\n`);
  writeFileSync(nodePath, `#!/bin/bash\nexec -a '${nodePath}' '${openClawNode}' --require '${shim}' "$@"\n`);
  chmodSync(nodePath, 0o755);
  return nodePath;
}
