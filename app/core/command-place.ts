import { absent, valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import { joinPath } from './service-names.ts';
import { deriveTarget, resolvePort } from './target.ts';

/**
 * The service's own folder, configuration or port, when a command line that knows nothing but the profile would look
 * elsewhere and so speak to another gateway; `null`: it would find this one.
 */
export function deriveOtherPlace(snapshot: Snapshot): string | null {
  const { definition, config, target, port, environment, install, at } = snapshot;
  const ofService = valueOf(definition)?.environment;
  const bare = { ...environment, variables: {} };
  const byProfile = deriveTarget(bare, target.profile ?? 'default');
  const stateDir = ofService?.stateDir ?? target.stateDir;
  const configPath = ofService?.configPath ?? joinPath(stateDir, 'openclaw.json');
  if (stateDir !== byProfile.stateDir) return `OPENCLAW_STATE_DIR=${stateDir}`;
  if (configPath !== byProfile.configPath) return `OPENCLAW_CONFIG_PATH=${configPath}`;
  const found = resolvePort({
    definition: absent(at),
    config,
    environment: bare,
    target: byProfile,
    version: valueOf(install)?.version ?? null,
    before: null,
    lockPort: null,
  });
  return found.port === port.port ? null : `port ${port.port}`;
}
