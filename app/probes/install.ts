import type { Reading } from '../core/model/reading.ts';
import { absent, known, unknown, valueOf } from '../core/model/reading.ts';
import type { Install } from '../core/model/install.ts';
import type { ServiceDefinition } from '../core/model/service.ts';
import { joinPath } from '../core/service-names.ts';
import { findCommand } from './command-search.ts';
import { readNodeVersion } from './node-version.ts';
import { packageRootOf, readPackageDamage } from './package-damage.ts';
import type { FoundPackage } from './package-search.ts';
import { findPackage, parentFolder, readShimTarget } from './package-search.ts';
import type { Probe, ProbeContext } from './probe.ts';

/**
 * The installed OpenClaw: the package that the service runs, else the one that the `openclaw` command resolves to.
 * The version is always package.json's: definitions keep the version of the day they were written.
 * `absent`: neither a definition nor a command, looked for also where an app started by Finder has no PATH to.
 */
export const installProbe: Probe<Install, { readonly definition: Reading<ServiceDefinition> }> = {
  name: 'install',
  deadlineMs: 4_000,
  async read(context, needs) {
    const definition = valueOf(needs.definition) ?? null;
    const [search, ofService] = await Promise.all([findCommand(context), findServicePackage(context, definition)]);
    const readAt = context.ports.clock.now();
    if (search.cliPath === null && definition === null) {
      if (needs.definition.status === 'unknown') return { ...needs.definition, readAt };
      return search.unreadable === null ? absent(readAt) : unknown('not-permitted', search.unreadable, readAt);
    }
    const cli = search.cliPath === null ? null : await resolveCommand(context, search.cliPath);
    return known(await assemble(context, definition, { cliPath: search.cliPath, cli, ofService }), readAt);
  },
};

interface Found {
  readonly cliPath: string | null;
  readonly cli: FoundPackage | null;
  readonly ofService: FoundPackage | null;
}

/** Not looked up where the definition probe did not look either: some folders ask the person for consent. */
async function findServicePackage(
  { ports }: ProbeContext,
  definition: ServiceDefinition | null,
): Promise<FoundPackage | null> {
  if (definition?.entryExists !== true || definition.entryPath === null) return null;
  return findPackage(ports.files, definition.entryPath);
}

async function assemble(
  context: ProbeContext,
  definition: ServiceDefinition | null,
  { cliPath, cli, ofService }: Found,
): Promise<Install> {
  const main = ofService ?? cli;
  const differs = cli !== null && main !== null && cli.root !== main.root;
  const beside = cliPath === null ? null : await nodeBeside(context, cliPath);
  const nodePath = definition?.nodePath ?? beside;
  const root = rootOf(definition, ofService) ?? main?.root ?? null;
  const [nodeVersion, otherNode, damage] = await Promise.all([
    readNodeVersion(context, nodePath),
    beside === null || beside === nodePath ? null : describeNode(context, beside),
    root === null ? null : readPackageDamage(context, root, main),
  ]);
  return {
    cliPath,
    packageRoot: main?.root ?? null,
    version: main?.version ?? null,
    entryPath: ofService === null ? (cli?.entryPath ?? definition?.entryPath ?? null) : (definition?.entryPath ?? null),
    nodePath,
    cliPackageRoot: differs ? cli.root : null,
    cliVersion: cli?.version ?? null,
    nodeRange: main?.nodeRange ?? null,
    nodeVersion,
    otherNode,
    packageWrittenAt: main?.writtenAt ?? null,
    damage,
  };
}

/** Where the service's package is, or was: one that is half there has no entry point to find it by. */
function rootOf(definition: ServiceDefinition | null, ofService: FoundPackage | null): string | null {
  if (ofService !== null) return ofService.root;
  return definition?.entryExists === false && definition.entryPath !== null
    ? packageRootOf(definition.entryPath)
    : null;
}

async function describeNode(context: ProbeContext, path: string): Promise<Install['otherNode']> {
  return { path, version: await readNodeVersion(context, path) };
}

/** A command is a link into its package, or a small script of a package manager that names the file it runs. */
async function resolveCommand({ ports }: ProbeContext, cliPath: string): Promise<FoundPackage | null> {
  const direct = await findPackage(ports.files, cliPath);
  if (direct !== null) return direct;
  const target = await readShimTarget(ports.files, cliPath);
  return target === null ? null : findPackage(ports.files, target);
}

async function nodeBeside({ ports }: ProbeContext, cliPath: string): Promise<string | null> {
  const path = joinPath(parentFolder(cliPath), 'node');
  return (await ports.files.isExecutable(path)) === true ? path : null;
}
