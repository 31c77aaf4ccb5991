import type { ProgramRequest } from '../../ports/programs.ts';

/**
 * Argument vectors of launchctl. Reading answers within 0.5 s on a busy Mac (10 ms usually) but a call has been seen
 * to hang, so each has a deadline. `load`, `unload` and `submit` are not here: they exit 0 when they fail.
 */
export function printService(serviceTarget: string): ProgramRequest {
  return launchctl(['print', serviceTarget], 4_000);
}

export function printDisabled(domain: string): ProgramRequest {
  return launchctl(['print-disabled', domain], 4_000);
}

/** All jobs of the session, in one short table. */
export function listJobs(): ProgramRequest {
  return launchctl(['list'], 4_000);
}

/** A variable of the login session, which every app started since inherits. Nothing is printed when it is not set. */
export function printLoginVariable(name: string): ProgramRequest {
  return launchctl(['getenv', name], 4_000);
}

/** Takes a variable out of the login session; what runs keeps it. */
export function unsetLoginVariable(name: string): ProgramRequest {
  return launchctl(['unsetenv', name], 10_000);
}

/** Clears a disabled override; it survives reboots and uninstalls. */
export function enableService(serviceTarget: string): ProgramRequest {
  return launchctl(['enable', serviceTarget], 10_000);
}

/** Sets a disabled override; what runs goes on running. */
export function disableService(serviceTarget: string): ProgramRequest {
  return launchctl(['disable', serviceTarget], 10_000);
}

/** Takes a job out that was submitted without a definition. Exit code 0 only means accepted. */
export function removeJob(label: string): ProgramRequest {
  return launchctl(['remove', label], 30_000);
}

/** Loads a definition into the domain. */
export function bootstrapService(domain: string, definitionPath: string): ProgramRequest {
  return launchctl(['bootstrap', domain, definitionPath], 15_000);
}

/** Unloads. Exit code 0 only means accepted: the process may live on for its ExitTimeOut. */
export function bootoutService(serviceTarget: string): ProgramRequest {
  return launchctl(['bootout', serviceTarget], 30_000);
}

/** Starts a loaded job that has no process. Blocks for more than 90 s on a job in launchd's penalty box (macOS 26). */
export function kickstartService(serviceTarget: string): ProgramRequest {
  return launchctl(['kickstart', serviceTarget], 15_000);
}

/** Ends the job's process (SIGTERM, after ExitTimeOut SIGKILL) and starts it again. Does not read the plist again. */
export function restartService(serviceTarget: string): ProgramRequest {
  return launchctl(['kickstart', '-k', serviceTarget], 45_000);
}

function launchctl(args: readonly string[], timeoutMs: number): ProgramRequest {
  return { tool: 'launchctl', args, timeoutMs };
}
