import type { ServiceEnvironment } from '../model/service.ts';
import { parsePortSetting } from './port-text.ts';

/** Variables as they were defined, in order. Values may be secrets: they must not leave the parser that read them. */
export type Assignments = readonly (readonly [name: string, value: string])[];

export const emptyServiceEnvironment: ServiceEnvironment = deriveServiceEnvironment([]);

/** Keeps the names, and of the values only OpenClaw's own paths and profile: old definitions hold API keys. */
export function deriveServiceEnvironment(assignments: Assignments): ServiceEnvironment {
  const values = new Map(assignments);
  const value = (name: string): string | null => values.get(name)?.trim() || null;
  return {
    names: sortedUnique(values.keys()),
    home: value('HOME'),
    stateDir: value('OPENCLAW_STATE_DIR'),
    configPath: value('OPENCLAW_CONFIG_PATH'),
    profile: value('OPENCLAW_PROFILE'),
    gatewayPort: parsePortSetting(value('OPENCLAW_GATEWAY_PORT')),
    path: value('PATH'),
    serviceVersion: value('OPENCLAW_SERVICE_VERSION'),
  };
}

/** What a service sees that is given both; `later` wins. */
export function mergeServiceEnvironments(earlier: ServiceEnvironment, later: ServiceEnvironment): ServiceEnvironment {
  return {
    names: sortedUnique([...earlier.names, ...later.names]),
    home: later.home ?? earlier.home,
    stateDir: later.stateDir ?? earlier.stateDir,
    configPath: later.configPath ?? earlier.configPath,
    profile: later.profile ?? earlier.profile,
    gatewayPort: later.gatewayPort ?? earlier.gatewayPort,
    path: later.path ?? earlier.path,
    serviceVersion: later.serviceVersion ?? earlier.serviceVersion,
  };
}

/** `gateway` or `node`: OpenClaw's own mark on its services; `null` without the mark. */
export function serviceKindOf(assignments: Assignments): string | null {
  const values = new Map(assignments);
  const marker = values.get('OPENCLAW_SERVICE_MARKER')?.trim();
  return marker === 'openclaw' ? (values.get('OPENCLAW_SERVICE_KIND')?.trim() ?? null) : null;
}

function sortedUnique(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].sort();
}
