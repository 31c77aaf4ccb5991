import { joinPath } from '../core/service-names.ts';
import * as linuxPlaces from '../platform/linux/places.ts';
import * as macosPlaces from '../platform/macos/places.ts';
import type { ProbeContext } from './probe.ts';

export interface CommandSearch {
  /** The first `openclaw` in the order of a shell's PATH, then of the known folders; absolute. */
  readonly cliPath: string | null;
  /** A place that may not be read, when nothing was found: then nobody can say that there is none. */
  readonly unreadable: string | null;
}

/** Finds the `openclaw` command without a shell: PATH first, then package managers, then each version manager's Node. */
export async function findCommand(context: ProbeContext): Promise<CommandSearch> {
  const { environment, ports } = context;
  const places = environment.os === 'darwin' ? macosPlaces : linuxPlaces;
  const inPath = (environment.searchPath ?? []).filter((folder) => mayLookInto(context, folder));
  const first = await firstCommand(context, [...inPath, ...places.commandFolders(environment)]);
  if (first.cliPath !== null) return first;
  const versions = await Promise.all(
    places.nodeVersionFolders(environment).map(async ({ path, inside }) => {
      const names = await ports.files.list(path);
      return names === null || names === 'not-permitted'
        ? []
        : newestFirst(names).map((name) => `${path}/${name}/${inside}`);
    }),
  );
  const second = await firstCommand(context, versions.flat());
  return { cliPath: second.cliPath, unreadable: first.unreadable ?? second.unreadable };
}

async function firstCommand({ ports }: ProbeContext, folders: readonly string[]): Promise<CommandSearch> {
  const paths = [...new Set(folders)].map((folder) => joinPath(folder, 'openclaw'));
  const answers = await Promise.all(paths.map((path) => ports.files.isExecutable(path)));
  const cliPath = paths.find((_path, index) => answers[index] === true) ?? null;
  const unreadable = paths.find((_path, index) => answers[index] === null) ?? null;
  return { cliPath, unreadable: cliPath === null ? unreadable : null };
}

function mayLookInto({ environment }: ProbeContext, folder: string): boolean {
  const isPrivate = environment.os === 'darwin' && macosPlaces.isPrivateFolder(environment, folder);
  return folder.startsWith('/') && !isPrivate;
}

function newestFirst(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}
