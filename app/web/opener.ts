import type { Os } from '../core/model/target.ts';
import type { Programs } from '../ports/programs.ts';

/** Opens a page of this machine or a log for the person in front of it. */
export interface Opener {
  /** `false`: it could not be opened, or is nothing that may be. */
  open(target: string): Promise<boolean>;
}

export interface OpenerSituation {
  readonly os: Os;
  readonly programs: Programs;
  /** Of the process: DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** `null` where nobody sits in front of the screen: over ssh, or without a display. */
export function chooseOpener({ os, programs, variables }: OpenerSituation): Opener | null {
  if (variables['SSH_CONNECTION'] !== undefined) return null;
  if (os === 'linux' && !variables['DISPLAY'] && !variables['WAYLAND_DISPLAY']) return null;
  const tool = os === 'darwin' ? 'open' : 'xdg-open';
  return {
    async open(target) {
      if (!isPageOfThisMachine(target) && !isPlainlyText(target)) return false;
      const result = await programs.run({ tool, args: [target], timeoutMs: 4000 });
      // xdg-open stays as long as a browser that it had to start itself; one that fails ends at once.
      return result.kind === 'timed-out' || (result.kind === 'exited' && result.exitCode === 0);
    },
  };
}

function isPageOfThisMachine(target: string): boolean {
  return /^https?:\/\/127\.0\.0\.1:\d{1,5}\//.test(target);
}

/** The log's path comes out of a service definition that anyone may have written: opening could start a program. */
function isPlainlyText(target: string): boolean {
  return /^\/.*\.(?:log|txt)$/i.test(target);
}
