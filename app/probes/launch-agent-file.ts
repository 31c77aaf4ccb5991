import type { ServiceEnvironment } from '../core/model/service.ts';
import { parseEnvFile } from '../core/parse/env-file.ts';
import type { LaunchAgent } from '../core/parse/launch-agent.ts';
import { parseLaunchAgent } from '../core/parse/launch-agent.ts';
import type { PlistFormat } from '../core/parse/plist.ts';
import { isBinaryPlist, parsePlist } from '../core/parse/plist.ts';
import { mergeServiceEnvironments } from '../core/parse/service-environment.ts';
import type { Files } from '../ports/files.ts';
import { decodeText } from './unreadable.ts';

/** A definition of a service is a page long; OpenClaw's env files with all their keys are not much longer. */
export const maxDefinitionBytes = 256 * 1024;

export type LaunchAgentFile =
  | { readonly kind: 'agent'; readonly format: PlistFormat; readonly agent: LaunchAgent }
  | { readonly kind: 'not-understood'; readonly message: string };

/** The job that these bytes of a property list define. */
export function parseLaunchAgentFile(bytes: Uint8Array): LaunchAgentFile {
  const parsed = parsePlist(isBinaryPlist(bytes) ? bytes : decodeText(bytes));
  if (parsed.kind === 'broken') return { kind: 'not-understood', message: parsed.message };
  const agent = parseLaunchAgent(parsed.value);
  if (agent === null) return { kind: 'not-understood', message: 'a property list, but not a job of launchd' };
  return { kind: 'agent', format: parsed.format, agent };
}

/** Adds what the environment files say; one that cannot be read says nothing. */
export async function addEnvironmentFiles(
  files: Files,
  environment: ServiceEnvironment,
  paths: readonly string[],
): Promise<ServiceEnvironment> {
  const reads = await Promise.all(
    paths.filter((path) => path.startsWith('/')).map((path) => files.read(path, { maxBytes: maxDefinitionBytes })),
  );
  return reads.reduce(
    (sum, read) => (read.kind === 'read' ? mergeServiceEnvironments(sum, parseEnvFile(decodeText(read.bytes))) : sum),
    environment,
  );
}
