import type { Supervisor } from '../core/model/service.ts';
import {
  classifySupervisor,
  isLegacySupervisor,
  mentionsOpenClaw,
  profileOfLabel,
} from '../core/parse/supervisor-kind.ts';
import { redactCommandLine } from '../core/redact.ts';
import { joinPath } from '../core/service-names.ts';
import type { SupervisorFolder } from '../platform/macos/places.ts';
import { launchdFolders } from '../platform/macos/places.ts';
import { addEnvironmentFiles, maxDefinitionBytes, parseLaunchAgentFile } from './launch-agent-file.ts';
import type { ProbeContext } from './probe.ts';
import { readWatchdog } from './watchdog-script.ts';

/** What a scan found, or the folder that may not be read: then nobody can say that there is no second gateway. */
export type ScanResult = { readonly supervisors: readonly Supervisor[] } | { readonly unreadable: string };

/** Reads every property list in launchd's folders that mentions OpenClaw. */
export async function scanLaunchdFolders(context: ProbeContext): Promise<ScanResult> {
  const supervisors: Supervisor[] = [];
  for (const folder of launchdFolders(context.environment)) {
    const names = await context.ports.files.list(folder.path);
    if (names === 'not-permitted') return { unreadable: folder.path };
    const plists = (names ?? []).filter((name) => name.endsWith('.plist')).sort();
    const found = await Promise.all(plists.map((name) => readSupervisor(context, folder, name)));
    supervisors.push(...found.filter((each) => each !== null));
  }
  return { supervisors };
}

/** `null`: not readable (a daemon of another program may be private to root), no job, or nothing to do with OpenClaw. */
async function readSupervisor(
  context: ProbeContext,
  folder: SupervisorFolder,
  name: string,
): Promise<Supervisor | null> {
  const path = joinPath(folder.path, name);
  const file = await context.ports.files.read(path, { maxBytes: maxDefinitionBytes });
  if (file.kind !== 'read' || !mentionsOpenClaw(`${name}\n${looseText(file.bytes)}`)) return null;
  const parsed = parseLaunchAgentFile(file.bytes);
  if (parsed.kind === 'not-understood') return null;
  const { agent } = parsed;
  const label = agent.label ?? name.slice(0, -'.plist'.length);
  const signs = { label, command: agent.command, serviceKind: agent.serviceKind };
  const kind = classifySupervisor(signs);
  if (kind === null) return null;
  const envFiles = kind === 'gateway' && agent.wrapper !== null ? [agent.wrapper.envFile] : [];
  const environment = await addEnvironmentFiles(context.ports.files, agent.environment, envFiles);
  return {
    label,
    path,
    scope: folder.scope,
    kind,
    legacy: isLegacySupervisor(signs),
    isTarget: path === context.target.definitionPath,
    profile: environment.profile ?? agent.profileArgument ?? profileOfLabel(label),
    port: agent.portArgument ?? environment.gatewayPort,
    stateDir: environment.stateDir,
    commandLine: redactCommandLine(agent.command.join(' ')),
    loaded: null,
    pid: null,
    watchdog: kind === 'other' ? await readWatchdog(context, agent.command, agent.startIntervalSeconds) : null,
    submitted: null,
  };
}

/** Bytes as characters without zeros, so that names are found in binary lists and UTF-16 too. */
function looseText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
}
