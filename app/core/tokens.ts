import type { EnvironmentPlace, PlaceKind } from './model/credentials.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import { SecretMark, type Setting, type Settings } from './model/setting.ts';
import { groupAt, isGroup, settingAt, textAt } from './settings/read.ts';
import { compareOpenClawVersions } from './versions.ts';

export type CredentialKind = 'token' | 'password';
/** `remote`: what the configuration keeps for a gateway elsewhere. */
export type CredentialPlace = PlaceKind | 'config' | 'remote';

/** What somebody uses to prove who they are, as far as it can be told without knowing it. */
export type Credential =
  | { readonly kind: 'secret'; readonly mark: SecretMark; readonly place: CredentialPlace }
  | { readonly kind: 'none' }
  /** It is to come from a variable that no place has. */
  | { readonly kind: 'unresolved'; readonly variable: string }
  | { readonly kind: 'unknown' };

export const none: Credential = { kind: 'none' };
const unknown: Credential = { kind: 'unknown' };

/** Which comes first for a command line on this computer: the configuration, or a variable of its environment. */
export type ClientOrder = 'config-first' | 'env-first';

/** How a gateway asks for credentials; `null`: not known. */
export type AuthMode = 'token' | 'password' | 'none' | 'trusted-proxy';

export const credentialVariables: Readonly<Record<CredentialKind, string>> = {
  token: 'OPENCLAW_GATEWAY_TOKEN',
  password: 'OPENCLAW_GATEWAY_PASSWORD',
};

/** In this order a variable is looked for; what is set already is never overridden (2026.3.13, 2026.9.6). */
const files: readonly PlaceKind[] = ['state-dotenv', 'gateway-env', 'moved-dotenv'];
const serverPlaces: readonly PlaceKind[] = ['service-file', 'service', 'login-session', ...files];
const clientPlaces: readonly PlaceKind[] = ['shell', 'login-session', ...files];

/**
 * Env first in 2026.3, the configuration first in 2026.9.6; `null`: another version, of which this is not known. A
 * server looks into its configuration first in all of them.
 */
export function clientOrderOf(version: string | null | undefined): ClientOrder | null {
  const isFrom = (bound: string) => (compareOpenClawVersions(version ?? '', bound) ?? -1) >= 0;
  if (isFrom('2026.9.6')) return 'config-first';
  return isFrom('2026.3.2') && !isFrom('2026.3.14') ? 'env-first' : null;
}

/** The mode as it is written, else as OpenClaw chooses it: a password where there is one. */
export function authModeOf(snapshot: Snapshot): AuthMode | null {
  const settings = settingsOf(snapshot);
  if (settings === null) return null;
  const written = settingAt(settings, ['gateway', 'auth', 'mode']);
  if (written !== undefined) {
    const mode = (['token', 'password', 'none', 'trusted-proxy'] as const).find((each) => each === written);
    return mode ?? null;
  }
  const password = serverCredential(snapshot, 'password');
  if (password.kind === 'unknown') return null;
  return password.kind === 'secret' ? 'password' : 'token';
}

/** What the gateway asks for: its own argument, its configuration, its environment (2026.3.13, 2026.9.6). */
export function serverCredential(snapshot: Snapshot, kind: CredentialKind): Credential {
  const settings = settingsOf(snapshot);
  const definition = valueOf(snapshot.definition);
  if (settings === null) return unknown;
  if (definition?.command.some((word) => word === `--${kind}` || word.startsWith(`--${kind}=`))) return unknown;
  const scope = { snapshot, settings, places: serverPlaces };
  const configured = configuredCredential(scope, kind);
  if (configured.kind !== 'none') return configured;
  // Without a service its environment is that of a shell somewhere.
  return definition === undefined ? unknown : findVariable(scope, credentialVariables[kind]);
}

/** What a command line in this session sends, when it goes by this order. */
export function clientCredential(snapshot: Snapshot, kind: CredentialKind, order: ClientOrder): Credential {
  const settings = settingsOf(snapshot);
  if (settings === null) return unknown;
  const scope = { snapshot, settings, places: clientPlaces };
  const configured = () => configuredCredential(scope, kind);
  const variable = () => findVariable(scope, credentialVariables[kind]);
  const sources = order === 'config-first' ? [configured, variable] : [variable, configured];
  for (const source of sources) {
    const found = source();
    if (found.kind !== 'none') return found;
  }
  return configuredAt(scope, ['gateway', 'remote', kind], 'remote');
}

export function settingsOf(snapshot: Snapshot): Settings | null {
  if (snapshot.config.status === 'absent') return {};
  const content = valueOf(snapshot.config)?.content;
  return content?.kind === 'parsed' ? content.settings : null;
}

interface Scope {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly places: readonly PlaceKind[];
}

function configuredCredential(scope: Scope, kind: CredentialKind): Credential {
  return configuredAt(scope, ['gateway', 'auth', kind], 'config');
}

function configuredAt(scope: Scope, path: readonly string[], place: CredentialPlace): Credential {
  return resolve(settingAt(scope.settings, path), scope, place);
}

/** A secret, the variable that a text names, or the variable of a secret reference; other references are not followed. */
function resolve(value: Setting | undefined, scope: Scope, place: CredentialPlace): Credential {
  if (value === undefined || value === null) return none;
  if (value instanceof SecretMark) return value.shape === 'empty' ? none : { kind: 'secret', mark: value, place };
  if (typeof value === 'string') return fromVariable(/^\$\{(\w+)\}$/.exec(value)?.[1], scope);
  return isGroup(value) && textAt(value, ['source']) === 'env' ? fromVariable(textAt(value, ['id']), scope) : unknown;
}

function fromVariable(name: string | null | undefined, scope: Scope): Credential {
  if (name === null || name === undefined) return unknown;
  const found = findVariable(scope, name);
  return found.kind === 'none' ? { kind: 'unresolved', variable: name } : found;
}

/** The first place that has the variable. Only of the gateway's own two is a mark known. */
function findVariable(scope: Scope, name: string): Credential {
  const { settings, snapshot, places } = scope;
  const credentials = valueOf(snapshot.credentials);
  if (credentials === undefined) return unknown;
  for (const place of placesIn(credentials.places, places, snapshot)) {
    if (place.names === null) return unknown;
    const mark = markOf(place, name);
    if (mark !== null) return mark.shape === 'empty' ? none : { kind: 'secret', mark, place: place.kind };
    if (place.names.includes(name)) return unknown;
  }
  const own = settingAt(settings, ['env', 'vars', name]) ?? settingAt(settings, ['env', name]);
  if (own instanceof SecretMark) return { kind: 'secret', mark: own, place: 'config' };
  if (own !== undefined || importsShell(settings)) return unknown;
  return none;
}

function markOf(place: EnvironmentPlace, name: string): SecretMark | null {
  if (name === credentialVariables.token) return place.token;
  return name === credentialVariables.password ? place.password : null;
}

/** `~/.config/openclaw/gateway.env` is read since 2026.9 only. */
function placesIn(
  found: readonly EnvironmentPlace[],
  kinds: readonly PlaceKind[],
  snapshot: Snapshot,
): readonly EnvironmentPlace[] {
  const isOld = clientOrderOf(valueOf(snapshot.install)?.version) === 'env-first';
  const read = isOld ? kinds.filter((kind) => kind !== 'gateway-env') : kinds;
  return read.flatMap((kind) => found.filter((place) => place.kind === kind));
}

/** What a login shell would set is not known here. */
function importsShell(settings: Settings): boolean {
  return groupAt(settings, ['env', 'shellEnv'])['enabled'] === true;
}
