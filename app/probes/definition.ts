import type { Reading } from '../core/model/reading.ts';
import { known, unknown } from '../core/model/reading.ts';
import type { ServiceDefinition } from '../core/model/service.ts';
import type { SystemdUnit } from '../core/parse/systemd-unit.ts';
import { parseSystemdUnit } from '../core/parse/systemd-unit.ts';
import type { LaunchAgent } from '../core/parse/launch-agent.ts';
import { joinPath } from '../core/service-names.ts';
import { dropInFolders } from '../platform/linux/places.ts';
import { isPrivateFolder } from '../platform/macos/places.ts';
import type { FileRead } from '../ports/files.ts';
import { addEnvironmentFiles, maxDefinitionBytes, parseLaunchAgentFile } from './launch-agent-file.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { decodeText, unreadableFile } from './unreadable.ts';

/**
 * The service definition on disk: a LaunchAgent's property list with the env file it names, or a systemd unit with
 * its drop-ins. `absent`: no such file. A file that is there but defines nothing is unknown, never absent.
 */
export const definitionProbe: Probe<ServiceDefinition> = {
  name: 'definition',
  deadlineMs: 3_000,
  async read(context) {
    const { files, clock } = context.ports;
    const path = context.target.definitionPath;
    const file = await files.read(path, { maxBytes: maxDefinitionBytes });
    if (file.kind !== 'read') return unreadableFile(file, path, clock.now());
    return context.environment.os === 'darwin' ? readLaunchAgent(context, file) : readUnit(context, file);
  },
};

type ReadFile = Extract<FileRead, { readonly kind: 'read' }>;

async function readLaunchAgent(context: ProbeContext, file: ReadFile): Promise<Reading<ServiceDefinition>> {
  const parsed = parseLaunchAgentFile(file.bytes);
  if (parsed.kind === 'not-understood') return notUnderstood(context, parsed.message);
  const { agent, format } = parsed;
  return assemble(context, file, {
    ...agent,
    format,
    label: agent.label,
    environmentFiles: agent.wrapper === null ? [] : [agent.wrapper.envFile],
    dropIns: [],
  });
}

async function readUnit(context: ProbeContext, file: ReadFile): Promise<Reading<ServiceDefinition>> {
  const dropIns = await readDropIns(context);
  if (dropIns === 'not-permitted') return unknown('not-permitted', 'drop-ins of the unit', context.ports.clock.now());
  const texts = [decodeText(file.bytes), ...dropIns.map((dropIn) => dropIn.text)];
  const unit = parseSystemdUnit(texts, context.environment.home);
  if (unit === null) return notUnderstood(context, 'no ExecStart in the unit');
  return assemble(context, file, {
    ...unit,
    format: 'systemd-unit',
    label: context.target.label,
    dropIns: dropIns.map((dropIn) => dropIn.path),
  });
}

interface DropIn {
  readonly path: string;
  readonly text: string;
}

/** systemd orders drop-ins by file name over all folders; of two with one name the stronger folder's counts. */
async function readDropIns(context: ProbeContext): Promise<readonly DropIn[] | 'not-permitted'> {
  const { files } = context.ports;
  const byName = new Map<string, string>();
  for (const folder of dropInFolders(context.environment, context.target.label)) {
    const names = await files.list(folder);
    if (names === 'not-permitted') return names;
    for (const name of names ?? []) if (name.endsWith('.conf')) byName.set(name, joinPath(folder, name));
  }
  const paths = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  const reads = await Promise.all(paths.map((path) => files.read(path, { maxBytes: maxDefinitionBytes })));
  if (reads.some((read) => read.kind === 'not-permitted')) return 'not-permitted';
  return reads.flatMap((read, index) =>
    read.kind === 'read' ? [{ path: paths[index] ?? '', text: decodeText(read.bytes) }] : [],
  );
}

type Parsed = Omit<
  LaunchAgent | SystemdUnit,
  'profileArgument' | 'serviceKind' | 'environmentFiles' | 'startIntervalSeconds'
> &
  Pick<ServiceDefinition, 'format' | 'label' | 'dropIns'> & { readonly environmentFiles: readonly string[] };

async function assemble(context: ProbeContext, file: ReadFile, parsed: Parsed): Promise<Reading<ServiceDefinition>> {
  const [environment, nodeExists, entryExists, wrapperFiles] = await Promise.all([
    addEnvironmentFiles(context.ports.files, parsed.environment, parsed.environmentFiles),
    checkNode(context, parsed.nodePath),
    checkEntry(context, parsed.entryPath),
    checkWrapper(context, parsed.wrapper),
  ]);
  const definition: ServiceDefinition = {
    path: context.target.definitionPath,
    format: parsed.format,
    label: parsed.label,
    command: parsed.command,
    wrapper: parsed.wrapper,
    wrapperFiles,
    nodePath: parsed.nodePath,
    nodeExists,
    entryPath: parsed.entryPath,
    entryExists,
    portArgument: parsed.portArgument,
    runAtLoad: parsed.runAtLoad,
    keepAlive: parsed.keepAlive,
    throttleSeconds: parsed.throttleSeconds,
    stdoutPath: parsed.stdoutPath,
    stderrPath: parsed.stderrPath,
    workingDirectory: parsed.workingDirectory,
    environment,
    dropIns: parsed.dropIns,
    fileMode: file.stat.mode,
    ownerUid: file.stat.ownerUid,
  };
  return known(definition, context.ports.clock.now());
}

async function checkNode(context: ProbeContext, path: string | null): Promise<boolean | null> {
  return path !== null && mayLookAt(context, path) ? context.ports.files.isExecutable(path) : null;
}

async function checkEntry(context: ProbeContext, path: string | null): Promise<boolean | null> {
  if (path === null || !mayLookAt(context, path)) return null;
  const result = await context.ports.files.stat(path);
  if (result.kind === 'found') return result.stat.kind === 'file';
  return result.kind === 'missing' ? false : null;
}

async function checkWrapper(
  context: ProbeContext,
  wrapper: ServiceDefinition['wrapper'],
): Promise<ServiceDefinition['wrapperFiles']> {
  if (wrapper === null) return null;
  const [script, envFile] = await Promise.all([
    checkEntry(context, wrapper.script),
    checkEntry(context, wrapper.envFile),
  ]);
  return script === null || envFile === null ? null : { script, envFile };
}

/** A relative path depends on a PATH that is not ours. */
function mayLookAt({ environment }: ProbeContext, path: string): boolean {
  return path.startsWith('/') && !(environment.os === 'darwin' && isPrivateFolder(environment, path));
}

function notUnderstood({ ports, target }: ProbeContext, message: string): Reading<ServiceDefinition> {
  return unknown('not-understood', `${target.definitionPath}: ${message}`, ports.clock.now());
}
