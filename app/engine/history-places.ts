import { deriveConfigPath, deriveStateDir } from '../core/file-places.ts';
import { absent, valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Target } from '../core/model/target.ts';
import { joinPath } from '../core/service-names.ts';

/** Where the files of one gateway are: another profile's history is none of its business. */
export interface HistoryPlaces {
  readonly configPath: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** As the newest look saw them; before the first one where they usually are. */
export function deriveHistoryPlaces(target: Target, snapshot: Snapshot | null): HistoryPlaces {
  const seen = snapshot ?? { target, config: absent(0), definition: absent(0) };
  const configPath = deriveConfigPath(seen);
  const stateDir = deriveStateDir(seen);
  const wrapper = valueOf(seen.definition)?.wrapper ?? null;
  return {
    configPath,
    files: [target.definitionPath, ...(wrapper === null ? [] : [wrapper.envFile])],
    folders: [stateDir, parentOf(configPath), `${target.definitionPath}.d`],
  };
}

export function belongsTo(file: string, { configPath, files, folders }: HistoryPlaces): boolean {
  return file === configPath || files.includes(file) || folders.some((folder) => file.startsWith(joinPath(folder, '')));
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
