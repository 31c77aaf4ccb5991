import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Os } from '../../core/model/target.ts';
import type { ToolName } from '../../ports/programs.ts';

/** Where the tools are on each system, the usual place first. Never a PATH search: PATH is anybody's to change. */
const places: Readonly<Record<Os, Readonly<Record<ToolName, readonly [string, ...string[]]>>>> = {
  darwin: {
    launchctl: ['/bin/launchctl'],
    lsof: ['/usr/sbin/lsof'],
    ps: ['/bin/ps'],
    open: ['/usr/bin/open'],
    systemctl: ['/usr/bin/systemctl'],
    'xdg-open': ['/usr/bin/xdg-open'],
    sqlite3: ['/usr/bin/sqlite3'],
  },
  linux: {
    launchctl: ['/bin/launchctl'],
    lsof: ['/usr/bin/lsof', '/bin/lsof', '/usr/sbin/lsof'],
    ps: ['/usr/bin/ps', '/bin/ps'],
    open: ['/usr/bin/open'],
    systemctl: ['/usr/bin/systemctl', '/bin/systemctl'],
    'xdg-open': ['/usr/bin/xdg-open', '/bin/xdg-open'],
    sqlite3: ['/usr/bin/sqlite3', '/bin/sqlite3'],
  },
};

export interface ToolsOptions {
  /** The system that really runs us, not the one that is simulated. */
  readonly realOs: Os;
  /** Development only: a folder of stand-ins. What it lacks is taken from its usual place. */
  readonly standInFolder: string | null;
}

/** The absolute path of a tool; it may not exist, which running it then tells (`missing`). */
export type ToolPath = (tool: ToolName) => string;

export function createToolPath({ realOs, standInFolder }: ToolsOptions): ToolPath {
  return (tool) => {
    const standIn = standInFolder === null ? null : join(standInFolder, tool);
    if (standIn !== null && existsSync(standIn)) return standIn;
    const [usual, ...others] = places[realOs][tool];
    return [usual, ...others].find((path) => existsSync(path)) ?? usual;
  };
}
