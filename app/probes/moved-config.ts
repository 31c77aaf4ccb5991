import type { Snapshot } from '../core/model/snapshot.ts';
import { valueOf } from '../core/model/reading.ts';
import { parseDotenv } from '../core/parse/dotenv.ts';
import { joinPath } from '../core/service-names.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

const maxBytes = 256 * 1024;

type Place = Pick<ProbeContext, 'ports' | 'environment' | 'target'>;

/**
 * Where `.env` in the state folder says that the configuration is, by OPENCLAW_CONFIG_PATH or OPENCLAW_STATE_DIR, for
 * the service and for every command line that do not say so themselves (measured with OpenClaw 2026.3.13 and 2026.9.6).
 * `null`: it says nothing, or nothing usable.
 */
export async function readMovedConfigPath(place: Place, definition: Snapshot['definition']): Promise<string | null> {
  const service = valueOf(definition)?.environment;
  const own = service === undefined ? place.environment.variables.OPENCLAW_CONFIG_PATH : service.configPath;
  if (own !== undefined && own !== null && own !== '') return null;
  const moved = await readMoved(place, definition);
  return moved.configPath ?? (moved.stateDir === null ? null : joinPath(moved.stateDir, 'openclaw.json'));
}

/**
 * The folder that OPENCLAW_STATE_DIR in the first `.env` names, whose own `.env` is read behind it (measured with
 * OpenClaw 2026.3.13 and 2026.9.6). `null`: none is named there, or it is said elsewhere, which counts.
 */
export async function readMovedStateDir(place: Place, definition: Snapshot['definition']): Promise<string | null> {
  return (await readMoved(place, definition)).stateDir;
}

interface Moved {
  readonly configPath: string | null;
  readonly stateDir: string | null;
}

async function readMoved({ ports, environment, target }: Place, definition: Snapshot['definition']): Promise<Moved> {
  const service = valueOf(definition)?.environment;
  const folder = service?.stateDir ?? target.stateDir;
  const file = await ports.files.read(joinPath(folder, '.env'), { maxBytes });
  if (file.kind !== 'read') return { configPath: null, stateDir: null };
  const assignments = parseDotenv(decodeText(file.bytes));
  const pathIn = (variable: string): string | null => {
    // As dotenv does: what stands there twice counts by its last line.
    const path = assignments.findLast(([name]) => name === variable)?.[1]?.trim() ?? '';
    const whole = path.startsWith('~/') ? joinPath(service?.home ?? environment.home, path.slice(2)) : path;
    return whole.startsWith('/') && !whole.includes('${') ? whole : null;
  };
  // A profile is a state folder that is said already.
  const { OPENCLAW_STATE_DIR: ofShell = '' } = environment.variables;
  const isSaid = target.profile !== null || (service === undefined ? ofShell !== '' : service.stateDir !== null);
  const stateDir = isSaid ? null : (pathIn('OPENCLAW_STATE_DIR')?.replace(/(?<=.)\/+$/, '') ?? null);
  return { configPath: pathIn('OPENCLAW_CONFIG_PATH'), stateDir: stateDir === folder ? null : stateDir };
}
