import { dirname } from 'node:path';
import type { ToolName } from '../../ports/programs.ts';

/** The session's address: without it `systemctl --user` finds no manager. */
const sessionVariables = ['HOME', 'USER', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];
/** The desktop's address: without it `xdg-open` finds no browser. */
const desktopVariables = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_CURRENT_DESKTOP',
  'XDG_DATA_DIRS',
  'BROWSER',
];
/** Where OpenClaw looks for what belongs to the user: the same as in the user's own terminal. */
const userVariables = [...sessionVariables, 'LOGNAME', 'TMPDIR', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_DATA_HOME'];

const systemPath = '/usr/bin:/bin:/usr/sbin:/sbin';

/** Nothing of our own environment but what the tool needs: tokens and OPENCLAW_* settings stay here. */
export function toolEnvironment(tool: ToolName, variables: NodeJS.ProcessEnv): Record<string, string> {
  const names = tool === 'xdg-open' ? [...sessionVariables, ...desktopVariables] : sessionVariables;
  return {
    PATH: systemPath,
    LC_ALL: 'C',
    LANG: 'C',
    ...pick(names, variables),
    // `ps` prints start times in the local zone, which is ambiguous for an hour each autumn.
    ...(tool === 'ps' ? { TZ: 'UTC' } : {}),
  };
}

/**
 * Built from nothing, so that no OPENCLAW_*, XPC_SERVICE_NAME, LAUNCH_JOB_* or NODE_OPTIONS can be in it: they make the
 * command believe that it is the service itself (OpenClaw 2026.3.13), or write a stale token into it. launchctl and
 * its like are found by PATH, Node's own folder first, as in the PATH that OpenClaw gives its service.
 */
export function openClawEnvironment(
  nodePath: string,
  variables: NodeJS.ProcessEnv,
  stateDir?: string,
): Record<string, string> {
  return {
    PATH: `${dirname(nodePath)}:${systemPath}`,
    LANG: 'en_US.UTF-8',
    NO_COLOR: '1',
    ...pick(userVariables, variables),
    ...(stateDir === undefined ? {} : { OPENCLAW_STATE_DIR: stateDir }),
  };
}

function pick(names: readonly string[], variables: NodeJS.ProcessEnv): Record<string, string> {
  const kept = names.flatMap((name) => {
    const value = variables[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(kept);
}
