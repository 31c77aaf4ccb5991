import type { FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ServiceDefinition } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Target } from '../model/target.ts';
import { deriveTarget } from '../target.ts';
import { isHandsOff } from './circumstances.ts';
import { definitionEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

type Split = FindingArgsByCode['profile-split'];

/**
 * The service resolves other files than a command line here would. Only a difference in the outcome counts: settings
 * that lead to the same folder and file are none, and several profiles side by side are legal.
 */
export const profileSplit: Rule<'profile-split'> = {
  code: 'profile-split',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const definition = valueOf(snapshot.definition);
    if (definition === undefined || isHandsOff(snapshot, context)) return [];
    // Its value is not kept, and it moves everything.
    if (definition.environment.names.includes('OPENCLAW_HOME')) return [];
    const split = deriveSplit(snapshot, definition);
    if (split === null || isMovedByFile(snapshot, split)) return [];
    return [
      makeFinding('profile-split', split.what, {
        severity: 'degraded',
        certainty: 'certain',
        args: split,
        evidence: [
          definitionEvidence(definition, split.service),
          { command: 'env | grep -E "^(HOME|OPENCLAW_)"', line: split.shell },
        ],
      }),
    ];
  },
};

function deriveSplit(snapshot: Snapshot, definition: ServiceDefinition): Split | null {
  const { environment, target: shell } = snapshot;
  const service = deriveServiceTarget(snapshot, definition);
  if (samePath(service.stateDir, shell.stateDir) && samePath(service.configPath, shell.configPath)) return null;
  if ((service.profile ?? '') !== (shell.profile ?? ''))
    return { what: 'profile', service: service.profile ?? 'default', shell: shell.profile ?? 'default' };
  const { home } = definition.environment;
  if (home !== null && !samePath(home, environment.home))
    return { what: 'home', service: home, shell: environment.home };
  if (!samePath(service.stateDir, shell.stateDir))
    return { what: 'state-dir', service: service.stateDir, shell: shell.stateDir };
  return { what: 'config-path', service: service.configPath, shell: shell.configPath };
}

/** `.env` in the state folder says it for those that do not say it themselves: which way, is not kept. */
function isMovedByFile({ credentials }: Snapshot, { what }: Split): boolean {
  const name = { 'config-path': 'OPENCLAW_CONFIG_PATH', 'state-dir': 'OPENCLAW_STATE_DIR', profile: null, home: null }[
    what
  ];
  const files = (valueOf(credentials)?.places ?? []).filter(
    ({ kind }) => kind === 'state-dotenv' || kind === 'gateway-env',
  );
  return name !== null && files.some(({ names }) => names?.includes(name) === true);
}

/** The same derivation as for our own environment, with the service's. */
function deriveServiceTarget(snapshot: Snapshot, { environment: service }: ServiceDefinition): Target {
  const { os, uid, home } = snapshot.environment;
  const variables = {
    OPENCLAW_PROFILE: service.profile ?? '',
    OPENCLAW_STATE_DIR: service.stateDir ?? '',
    OPENCLAW_CONFIG_PATH: service.configPath ?? '',
  };
  return deriveTarget({ os, uid, home: service.home ?? home, variables }, null);
}

/** `/var` and `/tmp` are links into `/private` on macOS. */
function samePath(one: string, other: string): boolean {
  return normalise(one) === normalise(other);
}

function normalise(path: string): string {
  return path.replace(/^\/private(?=\/(?:var|tmp)\/)/, '').replace(/(?<=.)\/+$/, '');
}
