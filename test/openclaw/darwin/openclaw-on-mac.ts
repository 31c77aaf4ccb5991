import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ForegroundGateway, startGateway } from '../gateways.ts';
import { createSimulatedMac, type SimulatedMac } from '../../simulated-macos/create.mjs';
import { shareCompiled } from '../homes.ts';
import { openClawNode, openClawPackage, type OpenClawVersion, sandboxFolder } from '../install.mjs';
import { writeConfig } from '../config.ts';
import { type OpenClawRun, runOpenClaw } from '../run-openclaw.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const factTools = ['sw_vers', 'sysctl', 'scutil', 'dscl', 'security', 'defaults', 'osascript'];

/** A simulated Mac with a real OpenClaw command line that takes it for one. */
export interface MacWithOpenClaw extends SimulatedMac {
  readonly version: OpenClawVersion;
  readonly port: number;
  readonly nodePath: string;
  readonly entryPath: string;
  readonly plistPath: string;
  readonly serviceTarget: string;
  /** `openclaw …`, as its own user runs it in a Terminal. */
  openclaw(...args: string[]): Promise<OpenClawRun>;
  /** `openclaw gateway run` in a Terminal: a gateway that launchd knows nothing of. */
  startForeground(): ForegroundGateway;
}

export async function createMacWithOpenClaw(version: OpenClawVersion, port: number): Promise<MacWithOpenClaw> {
  const mac = await createSimulatedMac({ parent: sandboxFolder });
  shareCompiled(path.join(mac.root, 'tmp'), version);
  const nodePath = writeNode(mac);
  for (const tool of factTools) writeFactTool(mac, tool);
  writeConfig(mac.home, { port });
  const entryPath = path.join(openClawPackage(version), 'openclaw.mjs');
  const label = 'ai.openclaw.gateway';
  return {
    ...mac,
    version,
    port,
    nodePath,
    entryPath,
    plistPath: path.join(mac.launchAgents, `${label}.plist`),
    serviceTarget: `${mac.domain}/${label}`,
    openclaw: (...args) => runOpenClaw(nodePath, [entryPath, ...args], terminalEnvironment(mac)),
    startForeground: () => startGateway({ node: nodePath, entry: entryPath, env: terminalEnvironment(mac) }),
  };
}

/** A `node` that loads the shim and calls itself by this path; its folder stands in for Homebrew's. */
function writeNode(mac: SimulatedMac): string {
  const folder = path.join(mac.root, 'opt', 'homebrew', 'bin');
  mkdirSync(folder, { recursive: true });
  const nodePath = path.join(folder, 'node');
  const shim = path.join(mac.root, 'believe-in-darwin.cjs');
  const facts = { nodePath, home: mac.home, toolsDir: mac.toolsDir };
  const module = JSON.stringify(path.join(here, 'force-darwin.cjs'));
  writeFileSync(shim, `require(${module}).forceDarwin(${JSON.stringify(facts)});\n`);
  // argv[0] must be the wrapper, not the real one: ps shows it.
  writeExecutable(nodePath, `#!/bin/bash\nexec -a '${nodePath}' '${openClawNode}' --require '${shim}' "$@"\n`);
  // The gateway's detached scripts find launchctl by PATH, which OpenClaw makes of Node's folder and the usual ones.
  symlinkSync(path.join(mac.toolsDir, 'launchctl'), path.join(folder, 'launchctl'));
  return nodePath;
}

function writeFactTool(mac: SimulatedMac, tool: string): void {
  const script = path.join(here, 'mac-facts.mjs');
  writeExecutable(
    path.join(mac.toolsDir, tool),
    `#!/bin/sh\nexec '${process.execPath}' '${script}' ${tool} '${mac.home}' "$@"\n`,
  );
}

function writeExecutable(file: string, text: string): void {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

function terminalEnvironment(mac: SimulatedMac): Record<string, string> {
  return {
    HOME: mac.home,
    PATH: `${path.join(mac.root, 'opt', 'homebrew', 'bin')}:${mac.toolsDir}:/usr/bin:/bin`,
    TMPDIR: path.join(mac.root, 'tmp'),
    LANG: 'en_US.UTF-8',
    NO_COLOR: '1',
  };
}
