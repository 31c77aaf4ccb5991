import type { Shell } from '../../ports/shell.ts';

/** The environment of a command line of ours is its shell's; an app's is the login session's. */
export function createShell(variables: NodeJS.ProcessEnv, isCommandLine: boolean): Shell {
  return {
    variables() {
      if (!isCommandLine) return null;
      return Object.entries(variables).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
    },
    variable(name) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value === undefined || value === '' ? null : value;
    },
  };
}
