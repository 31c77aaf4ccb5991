import type { Snapshot } from '../core/model/snapshot.ts';
import { valueOf } from '../core/model/reading.ts';
import { parseDotenv } from '../core/parse/dotenv.ts';
import { joinPath } from '../core/service-names.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

const maxBytes = 256 * 1024;
const variable = 'OPENCLAW_CONFIG_PATH';

/**
 * Where `.env` in the state folder says that the configuration is, for the service and for every command line that do
 * not say so themselves (measured with OpenClaw 2026.3.13 and 2026.9.6). `null`: it says nothing, or nothing usable.
 */
export async function readMovedConfigPath(
  { ports, environment, target }: Pick<ProbeContext, 'ports' | 'environment' | 'target'>,
  definition: Snapshot['definition'],
): Promise<string | null> {
  const service = valueOf(definition)?.environment;
  const own = service === undefined ? environment.variables.OPENCLAW_CONFIG_PATH : service.configPath;
  if (own !== undefined && own !== null && own !== '') return null;
  const file = await ports.files.read(joinPath(service?.stateDir ?? target.stateDir, '.env'), { maxBytes });
  if (file.kind !== 'read') return null;
  // As dotenv does: what stands there twice counts by its last line.
  const path =
    parseDotenv(decodeText(file.bytes))
      .findLast(([name]) => name === variable)?.[1]
      ?.trim() ?? '';
  const home = service?.home ?? environment.home;
  const whole = path.startsWith('~/') ? joinPath(home, path.slice(2)) : path;
  return whole.startsWith('/') && !whole.includes('${') ? whole : null;
}
