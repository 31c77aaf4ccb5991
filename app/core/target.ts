import type { Reading } from './model/reading.ts';
import { valueOf } from './model/reading.ts';
import type { ConfigFile } from './model/config-file.ts';
import type { ServiceDefinition } from './model/service.ts';
import type { ExpectedPort } from './model/snapshot.ts';
import type { Environment, Target } from './model/target.ts';
import { defaultPort } from './model/target.ts';
import { parsePortSetting } from './parse/port-text.ts';
import { presetPort, profilePort } from './profile-port.ts';
import { joinPath, launchdLabel, launchdService, systemdService, systemdUnit } from './service-names.ts';

/** A profile name that OpenClaw would refuse; nothing was derived from it. */
export class ProfileNameError extends Error {
  override readonly name = 'ProfileNameError';
}

export type ProfileNameCheck =
  | { readonly kind: 'default' }
  | { readonly kind: 'named'; readonly profile: string }
  | { readonly kind: 'invalid' };

/** OpenClaw's rule for profile names (2026.3.13 to 2026.9.6). Empty and `default`, in any case, are the default profile. */
export function checkProfileName(text: string): ProfileNameCheck {
  const profile = text.trim();
  if (profile === '' || profile.toLowerCase() === 'default') return { kind: 'default' };
  return /^[a-z0-9][a-z0-9_-]{0,63}$/i.test(profile) ? { kind: 'named', profile } : { kind: 'invalid' };
}

/**
 * Where the files of one gateway are and what its service is called, by profile and environment, as OpenClaw's
 * command line would decide (2026.9.6). Pure: whether anything exists is for the probes.
 *
 * `profile` is what the person asked for, `null` when nothing was asked; then `OPENCLAW_PROFILE` counts.
 * Throws `ProfileNameError` when the person asked for an impossible name; one in the environment is ignored.
 */
export function deriveTarget(environment: Environment, profile: string | null): Target {
  const inherited = profileOf(environment.variables.OPENCLAW_PROFILE ?? '');
  const chosen = profile === null ? inherited : askedProfile(profile);
  const overrides = overridesFor(environment, inherited, chosen);
  const stateDir = overrides.stateDir ?? defaultStateDir(environment, chosen);
  const service =
    environment.os === 'darwin'
      ? launchdService(environment, overrides.launchdLabel ?? launchdLabel(chosen))
      : systemdService(environment, overrides.systemdUnit ?? systemdUnit(chosen));
  return {
    profile: chosen,
    ...service,
    stateDir,
    configPath: overrides.configPath ?? joinPath(stateDir, 'openclaw.json'),
  };
}

/** Everything that can say which port the gateway should have. */
export interface PortSources {
  readonly definition: Reading<ServiceDefinition>;
  readonly config: Reading<ConfigFile>;
  readonly environment: Environment;
  readonly target: Target;
  /** Of the installed package; `null` when it is not known. */
  readonly version: string | null;
  /** What the look before expected; `null` at the first look. */
  readonly before: ExpectedPort | null;
  /** Port in the lock of a gateway that lives; `null`: none tells. */
  readonly lockPort: number | null;
}

/**
 * The port this gateway should listen on, and which setting says so. The service's own setting wins inside the
 * service, so it comes first; then the order of OpenClaw's command line (2026.9.6).
 */
export function resolvePort(sources: PortSources): ExpectedPort {
  const definition = valueOf(sources.definition);
  const config = valueOf(sources.config);
  const candidates: readonly (readonly [Source, number | null | undefined])[] = [
    ['service-arguments', definition?.portArgument],
    ['service-environment', definition?.environment.gatewayPort],
    ['environment', parsePortSetting(sources.environment.variables.OPENCLAW_GATEWAY_PORT)],
    ['profile-default', presetPort(sources.target.profile)],
    ...(config?.content.kind === 'parsed' ? [['config', config.content.port] as const] : withoutConfig(sources)),
    ['profile-default', profilePort(sources.target.profile, sources.version)],
  ];
  for (const [source, port] of candidates) {
    if (port !== null && port !== undefined) return { port, source };
  }
  return { port: defaultPort, source: 'default' };
}

/**
 * A gateway goes on serving while its configuration is broken, deleted or out of reach (2026.3.8 to 2026.9.6). To take
 * the default port then would be to look for it in the wrong place and miss it.
 */
function withoutConfig({ config, before, lockPort }: PortSources): readonly (readonly [Source, number | null])[] {
  const content = valueOf(config)?.content;
  return [
    ['remembered', before !== null && ofConfig.has(before.source) ? before.port : null],
    ['lock', lockPort],
    ['broken-config', content?.kind === 'broken' ? content.portHint : null],
  ];
}

type Source = ExpectedPort['source'];
/** Sources that a configuration which cannot be read takes away. */
const ofConfig: ReadonlySet<Source> = new Set(['config', 'remembered', 'lock', 'broken-config']);

interface Overrides {
  readonly stateDir: string | null;
  readonly configPath: string | null;
  readonly launchdLabel: string | null;
  readonly systemdUnit: string | null;
}

/**
 * What the environment overrides. A setting that only repeats the inherited profile's own place does not follow
 * to another profile: a shell started by one gateway must not make every other profile look like that one.
 */
function overridesFor(environment: Environment, inherited: string | null, chosen: string | null): Overrides {
  const { variables } = environment;
  const all: Overrides = {
    stateDir: expandHome(environment, variables.OPENCLAW_STATE_DIR),
    configPath: expandHome(environment, variables.OPENCLAW_CONFIG_PATH),
    launchdLabel: validLabel(variables.OPENCLAW_LAUNCHD_LABEL),
    systemdUnit: withServiceSuffix(validLabel(variables.OPENCLAW_SYSTEMD_UNIT)),
  };
  if (inherited === chosen) return all;
  const inheritedDir = defaultStateDir(environment, inherited);
  const stateDir = unless(inheritedDir, all.stateDir);
  return {
    stateDir,
    configPath: stateDir === null ? unless(joinPath(inheritedDir, 'openclaw.json'), all.configPath) : all.configPath,
    launchdLabel: unless(launchdLabel(inherited), all.launchdLabel),
    systemdUnit: unless(systemdUnit(inherited), all.systemdUnit),
  };
}

function unless(inherited: string, value: string | null): string | null {
  return value === inherited ? null : value;
}

function askedProfile(text: string): string | null {
  if (checkProfileName(text).kind === 'invalid')
    throw new ProfileNameError(`Not a profile name: ${JSON.stringify(text)}`);
  return profileOf(text);
}

function profileOf(text: string): string | null {
  const checked = checkProfileName(text);
  return checked.kind === 'named' ? checked.profile : null;
}

function defaultStateDir(environment: Environment, profile: string | null): string {
  return joinPath(openClawHome(environment), profile === null ? '.openclaw' : `.openclaw-${profile}`);
}

function openClawHome(environment: Environment): string {
  const setting = environment.variables.OPENCLAW_HOME?.trim() ?? '';
  if (setting === '' || setting === 'undefined' || setting === 'null') return environment.home;
  return withoutTrailingSlash(setting.replace(/^~(?=$|\/)/, () => environment.home));
}

function expandHome(environment: Environment, setting: string | undefined): string | null {
  const path = setting?.trim() ?? '';
  if (path === '') return null;
  return withoutTrailingSlash(path.replace(/^~(?=$|\/)/, () => openClawHome(environment)));
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** OpenClaw 2026.9.6 accepts no other label; anything else must not reach an argument of launchctl or a path. */
function validLabel(setting: string | undefined): string | null {
  const label = setting?.trim() ?? '';
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(label) ? label : null;
}

function withServiceSuffix(unit: string | null): string | null {
  return unit === null || unit.endsWith('.service') ? unit : `${unit}.service`;
}
