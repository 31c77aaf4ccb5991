import type { DeviceCache, DeviceIdentity, Devices } from '../core/model/devices.ts';
import { absent, known, unknown, valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { parseDeviceCache, parseIdentity, parsePaired, parsePending } from '../core/parse/device-files.ts';
import { joinPath } from '../core/service-names.ts';
import { compareOpenClawVersions } from '../core/versions.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

/** Hundreds of phones fit in. */
const maxBytes = 1024 * 1024;
/** Since then the gateway keeps devices in its database, and moves the files away when it first starts. */
const databaseSince = '2026.8.1';

/**
 * Device identity, its cached tokens, and the gateway's record of devices: JSON files before OpenClaw 2026.8.1. Since
 * then they are in a database that only OpenClaw reads; what files an older version left are still told, because a
 * `device-auth.json` that was not taken over locks its client out. `absent`: there is no state folder.
 */
export const devicesProbe: Probe<Devices, Pick<Snapshot, 'definition' | 'install'>> = {
  name: 'devices',
  deadlineMs: 3_000,
  async read(context, { definition, install }) {
    const { clock, files, secrets } = context.ports;
    const stateDir = valueOf(definition)?.environment.stateDir ?? context.target.stateDir;
    const folder = await files.stat(stateDir);
    if (folder.kind === 'missing') return absent(clock.now());
    if (folder.kind !== 'found') return unknown('not-permitted', stateDir, clock.now());
    const mark = (secret: string) => secrets.mark(secret);
    const at = (name: string) => joinPath(stateDir, name);
    const [isDatabase, identity, cache, paired, pending] = await Promise.all([
      usesDatabase(context, stateDir, valueOf(install)?.version ?? null),
      readPart(context, at('identity/device.json'), (text, path) => describeIdentity(secrets, text, path)),
      readPart(context, at('identity/device-auth.json'), (text, path) => describeCache(secrets, text, path)),
      readPart(context, at('devices/paired.json'), (text) => parsePaired(text, mark)),
      readPart(context, at('devices/pending.json'), parsePending),
    ]);
    const ofClient = [identity, cache];
    const broken = (isDatabase ? ofClient : [...ofClient, paired, pending]).flatMap(({ broken: path }) => path ?? []);
    const clients = { identity: identity.value, cache: cache.value, broken };
    if (isDatabase) return known({ store: 'database', ...clients, paired: null, pending: null }, clock.now());
    const records = { paired: listOf(paired), pending: listOf(pending) };
    return known({ store: 'files', ...clients, ...records }, clock.now());
  },
};

interface Part<Value> {
  readonly value: Value | null;
  /** The file, when it is there and could not be read or understood. */
  readonly broken: string | null;
}

async function readPart<Value>(
  { ports }: ProbeContext,
  path: string,
  parse: (text: string, path: string) => Value | null,
): Promise<Part<Value>> {
  const file = await ports.files.read(path, { maxBytes });
  if (file.kind === 'missing') return { value: null, broken: null };
  const value = file.kind === 'read' ? parse(decodeText(file.bytes), path) : null;
  return { value, broken: value === null ? path : null };
}

/** No file: nothing was ever paired. */
function listOf<Value>({ value, broken }: Part<readonly Value[]>): readonly Value[] | null {
  return broken === null ? (value ?? []) : null;
}

/** Without a known version what lies in the folder tells: the first start of a newer one renames the files. */
async function usesDatabase({ ports }: ProbeContext, stateDir: string, version: string | null): Promise<boolean> {
  const order = version === null ? null : compareOpenClawVersions(version, databaseSince);
  if (order !== null) return order >= 0;
  const names = await ports.files.list(joinPath(stateDir, 'devices'));
  if (names !== null && names !== 'not-permitted') {
    if (names.includes('paired.json')) return false;
    if (names.some((name) => name.endsWith('.migrated'))) return true;
  }
  const [identity, database] = await Promise.all(
    ['identity/device.json', 'state/openclaw.sqlite'].map((name) => ports.files.stat(joinPath(stateDir, name))),
  );
  return identity?.kind !== 'found' && database?.kind === 'found';
}

function describeIdentity(secrets: Secrets, text: string, path: string): DeviceIdentity | null {
  const keys = parseIdentity(text);
  if (keys === null) return null;
  const described = secrets.describePublicKey(keys.publicKeyPem);
  return {
    path,
    deviceId: keys.deviceId,
    idFitsKey: described === null ? null : described.deviceId === keys.deviceId,
    keysFit: secrets.keysFit(keys.privateKeyPem, keys.publicKeyPem),
    publicKey: described?.publicKey ?? null,
    createdAt: keys.createdAt,
  };
}

function describeCache(secrets: Secrets, text: string, path: string): DeviceCache | null {
  const parsed = parseDeviceCache(text, (secret) => secrets.mark(secret));
  return parsed === null ? null : { path, ...parsed };
}
