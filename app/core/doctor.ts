import type { Memory, WellService } from './model/memory.ts';
import type { ProcessEntry } from './model/process.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayStatus } from './model/state.ts';

/**
 * What was before OpenClaw's doctor came: the service with which a gateway was well, and the doctor since. As long as
 * the gateway from before runs on, what the doctor wrote has not been tried.
 */
export function rememberDoctor(
  { well, doctor }: Memory,
  snapshot: Snapshot,
  status: GatewayStatus,
): Pick<Memory, 'well' | 'doctor'> {
  const running = valueOf(snapshot.processes)?.find(isDoctor);
  if (running !== undefined) return { well, doctor: { at: snapshot.at, commandLine: running.commandLine } };
  if (status.state !== 'healthy' || (doctor !== null && !startedAfter(snapshot, doctor.at))) return { well, doctor };
  return { well: deriveService(snapshot) ?? well, doctor: null };
}

/** By its own title, or as an argument of the command. */
function isDoctor({ role, commandLine }: ProcessEntry): boolean {
  return (
    role === 'maintenance' && /(?:openclaw-|\s)doctor(?=\s|$)/.test(commandLine) && !/\s--lint\b/.test(commandLine)
  );
}

function startedAfter(snapshot: Snapshot, moment: number): boolean {
  const pid = valueOf(snapshot.service)?.pid ?? null;
  const startedAt = valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.startedAt ?? null;
  return startedAt !== null && startedAt > moment;
}

/** `null` when the definition or the configuration could not be read: then nothing can be compared. */
export function deriveService({ at, definition, config }: Snapshot): WellService | null {
  if (definition.status !== 'known' || config.status === 'unknown') return null;
  const { nodePath, entryPath, portArgument, environment } = definition.value;
  return {
    at,
    nodePath,
    entryPath,
    port: portArgument ?? environment.gatewayPort,
    configChangedAt: valueOf(config)?.modifiedAt ?? null,
  };
}
