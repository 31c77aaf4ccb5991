import { homedir, tmpdir } from 'node:os';
import { isAbsolute } from 'node:path';
import { type Environment, openClawVariables } from '../../core/model/target.ts';
import { readSwitches, realOs } from './switches.ts';

export interface EnvironmentOptions {
  /** A packaged app ignores the development switches. */
  readonly packaged: boolean;
  /** Default: this process's. */
  readonly variables?: NodeJS.ProcessEnv;
}

/** The machine as this process finds it. Throws on a system without users, that is, neither macOS nor Linux. */
export function readEnvironment({ packaged, variables = process.env }: EnvironmentOptions): Environment {
  const switches = readSwitches(packaged, variables);
  const uid = process.getuid?.();
  if (uid === undefined) throw new Error('This system has no user ids.');
  return {
    os: switches.os ?? realOs(),
    uid,
    home: homeFolder(variables),
    variables: Object.fromEntries(
      openClawVariables.flatMap((name) => {
        const value = variables[name];
        return value === undefined || value === '' ? [] : [[name, value]];
      }),
    ),
    searchPath: (variables['PATH'] ?? '').split(':').filter((folder) => isAbsolute(folder)),
    systemRoot: switches.systemRoot ?? '/',
    temporaryFolder: tmpdir(),
    ...(switches.holdAtMostMs === null ? {} : { holdAtMostMs: switches.holdAtMostMs }),
  };
}

function homeFolder(variables: NodeJS.ProcessEnv): string {
  const home = variables['HOME'];
  return home !== undefined && isAbsolute(home) ? home : homedir();
}
