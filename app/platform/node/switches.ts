import { isAbsolute } from 'node:path';
import type { Os } from '../../core/model/target.ts';

/** What the development switches of the environment ask for. A packaged app asks for nothing. */
export interface Switches {
  /** `CLAWTENDER_TOOLS_DIR`: a folder of stand-ins for the system's tools. */
  readonly standInFolder: string | null;
  /** `CLAWTENDER_PLATFORM=darwin`: behave as on a Mac. */
  readonly os: Os | null;
  /** `CLAWTENDER_SYSTEM_ROOT`: where a simulated Mac keeps `/Library` and the like. */
  readonly systemRoot: string | null;
  /** `CLAWTENDER_HOLD_SECONDS`: for how long a repair is watched at most before it is called fixed. */
  readonly holdAtMostMs: number | null;
}

const none: Switches = { standInFolder: null, os: null, systemRoot: null, holdAtMostMs: null };

export function readSwitches(packaged: boolean, variables: NodeJS.ProcessEnv): Switches {
  if (packaged) return none;
  return {
    standInFolder: absolute(variables['CLAWTENDER_TOOLS_DIR']),
    os: variables['CLAWTENDER_PLATFORM'] === 'darwin' ? 'darwin' : null,
    systemRoot: absolute(variables['CLAWTENDER_SYSTEM_ROOT']),
    holdAtMostMs: seconds(variables['CLAWTENDER_HOLD_SECONDS']),
  };
}

function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}

function seconds(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) * 1_000 : null;
}

/** The system that really runs this process. Throws where there is neither launchd nor systemd. */
export function realOs(): Os {
  if (process.platform === 'darwin' || process.platform === 'linux') return process.platform;
  throw new Error(`Clawtender runs on macOS and Linux, not on ${process.platform}.`);
}
