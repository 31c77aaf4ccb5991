import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openClawPackage, type OpenClawVersion, sandboxFolder } from './install.mjs';

/**
 * OpenClaw compiles its plugins and its own modules at the first start into the temporary folder (2026.3: for half a
 * minute and more), and every sandbox has its own such folder. They share what was compiled once.
 */
export function shareCompiled(temporaryFolder: string, version: OpenClawVersion): void {
  mkdirSync(temporaryFolder, { recursive: true });
  for (const name of ['jiti', 'node-compile-cache']) {
    const shared = path.join(sandboxFolder, `compiled-${version}`, name);
    mkdirSync(shared, { recursive: true });
    symlinkSync(shared, path.join(temporaryFolder, name));
  }
}

/** A throw-away home on Linux, with the `openclaw` command where npm puts it for a user. */
export interface Home {
  readonly path: string;
  /** For OpenClaw and Clawtender alike; nothing of the tester's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends every process that has this home, and removes it. */
  close(): Promise<void>;
}

const guardScript = fileURLToPath(new URL('sandbox-guard.mjs', import.meta.url));

export function createHome(version: OpenClawVersion): Home {
  mkdirSync(sandboxFolder, { recursive: true });
  const home = mkdtempSync(path.join(sandboxFolder, `home-${process.pid}-`));
  mkdirSync(path.join(home, '.local', 'bin'), { recursive: true });
  shareCompiled(path.join(home, 'tmp'), version);
  symlinkSync(path.join(openClawPackage(version), 'openclaw.mjs'), path.join(home, '.local', 'bin', 'openclaw'));
  const guard = spawn(process.execPath, [guardScript, home], { stdio: ['pipe', 'ignore', 'inherit'] });
  const gone = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  return {
    path: home,
    env: {
      HOME: home,
      PATH: `${path.join(home, '.local', 'bin')}:/usr/bin:/bin`,
      TMPDIR: path.join(home, 'tmp'),
      NO_COLOR: '1',
    },
    close: () => {
      guard.stdin.end();
      return gone;
    },
  };
}
