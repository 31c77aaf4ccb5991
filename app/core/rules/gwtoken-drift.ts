import { isCommandLine, turnedAway } from '../client-marks.ts';
import { configEvidence, placeEvidence } from '../credential-evidence.ts';
import { marksSinceStart } from '../log-life.ts';
import type { EnvironmentPlace } from '../model/credentials.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { SecretMark } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import {
  authModeOf,
  clientCredential,
  clientOrderOf,
  credentialVariables,
  serverCredential,
  type ClientOrder,
  type Credential,
  type CredentialKind,
} from '../tokens.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;

/**
 * The same secret in several places, and not the same everywhere. Only what a client of this version would use weighs;
 * a copy that nobody reads is worth a note, because the next tool that does will be refused.
 */
export const gwtokenDrift: Rule<'gwtoken-drift'> = {
  code: 'gwtoken-drift',
  // Whoever changes a token changes one place after the other.
  graceMs: 30_000,
  causes: ['profile-split', 'port-stray', 'token-missing'],
  find(snapshot, context) {
    const secret = authModeOf(snapshot);
    if ((secret !== 'token' && secret !== 'password') || isHandsOff(snapshot, context)) return [];
    const server = serverCredential(snapshot, secret);
    if (server.kind !== 'secret' || server.mark.shape !== 'ordinary') return [];
    const order = clientOrderOf(valueOf(snapshot.install)?.version);
    const situation: Situation = { snapshot, secret, server, order };
    const found = [...findCopies(situation), ...findRemote(situation), ...findUnshared(situation)];
    const isSilent = found.every(({ args }) => !args.bites) && context.facts.job === 'running';
    return isSilent ? [...found, ...findOldInUse(situation)] : found;
  },
};

interface Situation {
  readonly snapshot: Snapshot;
  readonly secret: CredentialKind;
  readonly server: Extract<Credential, { kind: 'secret' }>;
  readonly order: ClientOrder | null;
}

type Drift = Finding<'gwtoken-drift'>;

/** Copies in the environment that are not what the gateway asks for. */
function findCopies(situation: Situation): readonly Drift[] {
  const places = valueOf(situation.snapshot.credentials)?.places ?? [];
  return places.flatMap((place): readonly Drift[] => {
    const mark = copyIn(place, situation.secret);
    if (mark === null || mark.mark === situation.server.mark.mark || isEcho(place, mark, places, situation)) return [];
    const effect = effectOf(place, mark, situation);
    return effect === null ? [] : [makeCopy(place, mark, effect, situation)];
  });
}

function copyIn(place: EnvironmentPlace, secret: CredentialKind): SecretMark | null {
  const mark = secret === 'token' ? place.token : place.password;
  return mark?.shape === 'ordinary' ? mark : null;
}

/** What a shell has is often what was read from a file or the session: the source is what has to be put right. */
function isEcho(
  { kind }: EnvironmentPlace,
  { mark }: SecretMark,
  places: readonly EnvironmentPlace[],
  { secret }: Situation,
): boolean {
  const sources = places.filter((place) => ['login-session', 'state-dotenv', 'moved-dotenv'].includes(place.kind));
  return kind === 'shell' && sources.some((source) => copyIn(source, secret)?.mark === mark);
}

type Effect = Pick<Drift, 'severity' | 'certainty'>;
const bites: Effect = { severity: 'degraded', certainty: 'certain' };
const harmless: Effect = { severity: 'notice', certainty: 'certain' };

function effectOf(place: EnvironmentPlace, { mark }: SecretMark, situation: Situation): Effect | null {
  const { order, secret, snapshot } = situation;
  // The gateway prefers its configuration, and so do its own commands.
  if (place.kind === 'service' || place.kind === 'service-file') return order === null ? null : harmless;
  const used = (by: ClientOrder) => {
    const client = clientCredential(snapshot, secret, by);
    return client.kind === 'secret' && client.mark.mark === mark && client.place === place.kind;
  };
  if (order === null) return used('env-first') ? { severity: 'notice', certainty: 'likely' } : null;
  if (used(order)) return bites;
  // Behind another stale one it is the next to be used; a shell is gone with its window.
  if (order === 'env-first') return place.kind === 'gateway-env' ? harmless : bites;
  return place.kind === 'shell' ? null : harmless;
}

function makeCopy(place: EnvironmentPlace, mark: SecretMark, effect: Effect, situation: Situation): Drift {
  const { snapshot, secret } = situation;
  return makeFinding('gwtoken-drift', place.kind, {
    ...effect,
    args: { place: place.kind, path: place.path, secret, bites: effect.severity === 'degraded' },
    evidence: [
      ...configEvidence(snapshot, ['gateway', 'auth', secret]),
      placeEvidence(snapshot, place, credentialVariables[secret], mark),
      ...refusals(snapshot),
    ],
  });
}

/** What is kept for a gateway elsewhere is sent to this one, because there is nothing else. */
function findRemote(situation: Situation): readonly Drift[] {
  const { snapshot, secret, server, order } = situation;
  const client = order === null ? null : clientCredential(snapshot, secret, order);
  if (client?.kind !== 'secret' || client.place !== 'remote' || client.mark.mark === server.mark.mark) return [];
  return [
    makeFinding('gwtoken-drift', 'remote', {
      ...bites,
      args: { place: 'remote', path: null, secret, bites: true },
      evidence: [...configEvidence(snapshot, ['gateway', 'remote', secret]), ...refusals(snapshot)],
    }),
  ];
}

/** The service alone has it: no command line can know it. */
function findUnshared(situation: Situation): readonly Drift[] {
  const { snapshot, secret, server, order } = situation;
  if (order === null || (server.place !== 'service' && server.place !== 'service-file')) return [];
  if (clientCredential(snapshot, secret, order).kind !== 'none') return [];
  const place = valueOf(snapshot.credentials)?.places.find(({ kind }) => kind === server.place);
  if (place === undefined) return [];
  return [
    makeFinding('gwtoken-drift', 'unshared', {
      severity: 'degraded',
      // A paired device gets in with a token of its own.
      certainty: 'likely',
      args: { place: 'unshared', path: place.path, secret, bites: true },
      evidence: [placeEvidence(snapshot, place, credentialVariables[secret], server.mark), ...refusals(snapshot)],
    }),
  ];
}

/**
 * A gateway that began without a token made one for itself, and keeps it although it says that the new one was applied
 * (2026.9.6): everything agrees, and everybody is refused.
 */
function findOldInUse({ snapshot, secret, order }: Situation): readonly Drift[] {
  if (order !== 'config-first') return [];
  const applied = marksSinceStart(snapshot).findLast(
    ({ kind, line }) => kind === 'reload-applied' && line.includes(`gateway.auth.${secret}`),
  );
  const since = applied?.at ?? null;
  const refused = turnedAway(snapshot, ['token-mismatch'], withinMs).filter(
    ({ at, client }) => isCommandLine(client) && since !== null && at !== null && at > since,
  );
  if (applied === undefined || refused.length === 0) return [];
  return [
    makeFinding('gwtoken-drift', 'running', {
      severity: 'degraded',
      certainty: 'likely',
      args: { place: 'running', path: null, secret, bites: true },
      evidence: markEvidence(snapshot, [applied, ...refused]),
    }),
  ];
}

function refusals(snapshot: Snapshot) {
  const marks = turnedAway(snapshot, ['token-mismatch', 'token-absent'], withinMs);
  return markEvidence(snapshot, marks.slice(-1));
}
