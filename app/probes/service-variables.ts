import type { EnvironmentPlace } from '../core/model/credentials.ts';
import { readEnvFileVariables } from '../core/parse/env-file.ts';
import { readAgentVariables } from '../core/parse/launch-agent.ts';
import { isBinaryPlist, parsePlist } from '../core/parse/plist.ts';
import type { ServiceDefinition } from '../core/model/service.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { parseSystemdUnit, readUnitVariables } from '../core/parse/systemd-unit.ts';
import { nothingKnown, type Variables } from '../core/parse/variables.ts';
import type { MarkSecret } from '../core/settings/mask.ts';
import type { FileRead } from '../ports/files.ts';
import { maxDefinitionBytes } from './launch-agent-file.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

/**
 * What the service is given: by its definition, and by the file that its wrapper or unit reads. Without a definition
 * there is no such place; one that cannot be read is a place of which nothing is known.
 */
export async function readServiceVariables(
  context: ProbeContext,
  definition: Snapshot['definition'],
  mark: MarkSecret,
): Promise<readonly EnvironmentPlace[]> {
  if (definition.status === 'absent') return [];
  if (definition.status === 'unknown') {
    return [{ kind: 'service', path: context.target.definitionPath, ...nothingKnown, fileMode: null }];
  }
  return definition.value.format === 'systemd-unit'
    ? readUnit(context, definition.value, mark)
    : readAgent(context, definition.value, mark);
}

async function readAgent(
  context: ProbeContext,
  { path, fileMode, wrapper }: ServiceDefinition,
  mark: MarkSecret,
): Promise<readonly EnvironmentPlace[]> {
  const [file, envFile] = await Promise.all([
    context.ports.files.read(path, { maxBytes: maxDefinitionBytes }),
    wrapper === null ? null : readEnvFile(context, wrapper.envFile, mark),
  ]);
  const variables = agentVariables(file, mark) ?? nothingKnown;
  const place: EnvironmentPlace = { kind: 'service', path, ...variables, fileMode };
  return envFile === null ? [place] : [place, envFile];
}

function agentVariables(file: FileRead, mark: MarkSecret): Variables | null {
  if (file.kind !== 'read') return null;
  const parsed = parsePlist(isBinaryPlist(file.bytes) ? file.bytes : decodeText(file.bytes));
  return parsed.kind === 'parsed' ? readAgentVariables(parsed.value, mark) : null;
}

/** A unit and its drop-ins are one place; its path is the file that sets the token, else the unit itself. */
async function readUnit(
  context: ProbeContext,
  { path, fileMode, dropIns }: ServiceDefinition,
  mark: MarkSecret,
): Promise<readonly EnvironmentPlace[]> {
  const { environment, ports } = context;
  const paths = [path, ...dropIns];
  const reads = await Promise.all(paths.map((each) => ports.files.read(each, { maxBytes: maxDefinitionBytes })));
  const found = reads.filter((read) => read.kind === 'read');
  if (found.length < paths.length) return [{ kind: 'service', path, ...nothingKnown, fileMode }];
  const texts = found.map((read) => decodeText(read.bytes));
  const variables = readUnitVariables(texts, environment.home, mark);
  const source = texts.findLastIndex((text) => readUnitVariables([text], environment.home, mark).token !== null);
  const place: EnvironmentPlace = {
    kind: 'service',
    path: paths[source] ?? path,
    ...variables,
    fileMode: found[source]?.stat.mode ?? fileMode,
  };
  const envFiles = parseSystemdUnit(texts, environment.home)?.environmentFiles ?? [];
  const others = await Promise.all(envFiles.map((each) => readEnvFile(context, each, mark)));
  return [place, ...others.filter((other) => other !== null)];
}

async function readEnvFile({ ports }: ProbeContext, path: string, mark: MarkSecret): Promise<EnvironmentPlace | null> {
  const file = await ports.files.read(path, { maxBytes: maxDefinitionBytes });
  if (file.kind === 'missing') return null;
  if (file.kind !== 'read') return { kind: 'service-file', path, ...nothingKnown, fileMode: null };
  return {
    kind: 'service-file',
    path,
    ...readEnvFileVariables(decodeText(file.bytes), mark),
    fileMode: file.stat.mode,
  };
}
