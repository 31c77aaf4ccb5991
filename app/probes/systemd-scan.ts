import type { Supervisor } from '../core/model/service.ts';
import {
  classifySupervisor,
  isLegacySupervisor,
  mentionsOpenClaw,
  profileOfLabel,
} from '../core/parse/supervisor-kind.ts';
import { parseSystemdUnit } from '../core/parse/systemd-unit.ts';
import { redactCommandLine } from '../core/redact.ts';
import { joinPath } from '../core/service-names.ts';
import type { UnitFolder } from '../platform/linux/places.ts';
import { unitFolders } from '../platform/linux/places.ts';
import type { ScanResult } from './launchd-scan.ts';
import { addEnvironmentFiles, maxDefinitionBytes } from './launch-agent-file.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';
import { readWatchdog } from './watchdog-script.ts';

/** Reads every service unit in systemd's folders that mentions OpenClaw. A unit's name counts once per manager. */
export async function scanUnitFolders(context: ProbeContext): Promise<ScanResult> {
  const byName = new Map<string, Supervisor>();
  for (const folder of unitFolders(context.environment)) {
    const names = await context.ports.files.list(folder.path);
    if (names === 'not-permitted') return { unreadable: folder.path };
    const units = (names ?? [])
      .filter((name) => name.endsWith('.service') && (!folder.byNameOnly || mentionsOpenClaw(name)))
      .sort();
    for (const found of await Promise.all(units.map((name) => readSupervisor(context, folder, name)))) {
      // The folders come strongest first: a unit of the same name further down is overridden.
      const key = `${folder.scope} ${found?.label}`;
      if (found !== null && !byName.has(key)) byName.set(key, found);
    }
  }
  return { supervisors: [...byName.values()] };
}

async function readSupervisor(context: ProbeContext, folder: UnitFolder, name: string): Promise<Supervisor | null> {
  const path = joinPath(folder.path, name);
  const file = await context.ports.files.read(path, { maxBytes: maxDefinitionBytes });
  if (file.kind !== 'read') return null;
  const text = decodeText(file.bytes);
  const unit = mentionsOpenClaw(`${name}\n${text}`) ? parseSystemdUnit([text], context.environment.home) : null;
  if (unit === null) return null;
  const signs = { label: name, command: unit.command, serviceKind: unit.serviceKind };
  const kind = classifySupervisor(signs);
  if (kind === null) return null;
  const environment = await addEnvironmentFiles(context.ports.files, unit.environment, unit.environmentFiles);
  return {
    label: name,
    path,
    scope: folder.scope === 'system' ? 'systemd-system' : 'systemd-user',
    kind,
    legacy: isLegacySupervisor(signs),
    isTarget: path === context.target.definitionPath,
    profile: environment.profile ?? unit.profileArgument ?? profileOfLabel(name),
    port: unit.portArgument ?? environment.gatewayPort,
    stateDir: environment.stateDir,
    commandLine: redactCommandLine(unit.command.join(' ')),
    loaded: null,
    pid: null,
    watchdog: kind === 'other' ? await readWatchdog(context, unit.command, null) : null,
    submitted: null,
  };
}
