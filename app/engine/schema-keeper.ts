import type { Picture } from '../core/model/picture.ts';
import { valueOf } from '../core/model/reading.ts';
import { compareOpenClawVersions } from '../core/versions.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Pictures } from './pictures.ts';

export interface SchemaKeeper {
  follow(picture: Picture): void;
  close(): void;
}

/** A gateway that has just come up has other things to do. */
const quietMs = 60_000;
/** Four seconds, and minutes on a machine that is busy (2026.9.6). */
const timeoutMs = 180_000;
/** The first version that has the command. */
const since = '2026.3.28';

/**
 * Asks an OpenClaw whose schema is not known what it is: once for each version, while its gateway is well and nobody
 * does anything. The command reads nothing of the user's, for it is shown a state folder that is not there.
 */
export function createSchemaKeeper(parts: EngineParts, pictures: Pictures, onKept: () => void): SchemaKeeper {
  const { ports, onError } = parts;
  const asked = new Set<string>();
  let cancel: (() => void) | null = null;

  async function ask(): Promise<void> {
    const program = programOf(pictures.current());
    if (program === null || asked.has(program.version)) return;
    const { version, nodePath, entryPath } = program;
    asked.add(version);
    if ((await ports.schemas.find(version)) !== null) return;
    const stateDir = `${ports.notebook.folder}/no-state`;
    const request = { command: 'config-schema', nodePath, entryPath, profile: null, stateDir, timeoutMs } as const;
    const result = await ports.programs.runOpenClaw(request);
    const isPrinted = result.kind === 'exited' && result.exitCode === 0;
    if (isPrinted && (await ports.schemas.keep(version, result.stdout))) onKept();
  }

  return {
    follow(picture) {
      const program = programOf(picture);
      if (program === null || asked.has(program.version) || cancel !== null) return;
      cancel = ports.clock.after(quietMs, () => {
        cancel = null;
        ask().catch(onError);
      });
    },
    close() {
      cancel?.();
      cancel = null;
    },
  };
}

interface Program {
  readonly version: string;
  readonly nodePath: string;
  readonly entryPath: string;
}

/** The service's own program; `null`: it has no such command, is not whole, or now is not the time. */
function programOf(picture: Picture | null): Program | null {
  if (picture?.status.state !== 'healthy' || picture.activity !== null) return null;
  const { snapshot } = picture;
  const version = valueOf(snapshot.install)?.version ?? null;
  const definition = valueOf(snapshot.definition);
  const { nodePath = null, entryPath = null } = definition ?? {};
  if (version === null || nodePath === null || entryPath === null) return null;
  const isThere = definition?.nodeExists === true && definition.entryExists === true;
  return isThere && (compareOpenClawVersions(version, since) ?? -1) >= 0 ? { version, nodePath, entryPath } : null;
}
