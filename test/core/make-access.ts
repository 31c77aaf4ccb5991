import type { ConfigContent } from '../../app/core/model/config-file.ts';
import type { Credentials, EnvironmentPlace, PlaceKind } from '../../app/core/model/credentials.ts';
import type { Devices, PairedDevice, PairingRequest } from '../../app/core/model/devices.ts';
import type { TokenCopy, Version, VersionWithSettings } from '../../app/core/model/history.ts';
import type { LogLine, LogMark, LogMarkKind } from '../../app/core/model/log.ts';
import { known, type Reading } from '../../app/core/model/reading.ts';
import { SecretMark, type Setting, type Settings } from '../../app/core/model/setting.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { makeIdleMac } from './make-machine.ts';
import { at, configPath, hours, minutes, seconds, type Change } from './make-moment.ts';
import { makeConfig, makeConfigContent, makeListener, makeLog, makeMark, makeReach } from './make-running.ts';
import { makeInstall, makeService } from './make-service.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { makeHistoryFacts } from './make-stores.ts';

export const tokenMark = new SecretMark('1f76c0de', 'ordinary');
export const otherMark = new SecretMark('a0b1c2d3', 'ordinary');
export const deviceId = 'ec4c0d58ec4c0d58ec4c0d58ec4c0d58';

/** `gateway` of a configuration; the mode is local. */
export function settingsWith(gateway: { readonly [name: string]: Setting }, rest: Settings = {}): Settings {
  return { gateway: { mode: 'local', ...gateway }, ...rest };
}

export const ownToken = settingsWith({ auth: { mode: 'token', token: tokenMark } });

export function configOf(settings: Settings, change: Change<ConfigContent> = {}): Snapshot['config'] {
  return known(
    makeConfig({ content: makeConfigContent({ settings, files: [{ path: configPath, settings }], ...change }) }),
    at,
  );
}

export function makePlace(kind: PlaceKind, change: Change<EnvironmentPlace> = {}): EnvironmentPlace {
  const paths: Readonly<Partial<Record<PlaceKind, string>>> = {
    service: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
    'service-file': '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env',
    'state-dotenv': '/Users/alice/.openclaw/.env',
    'gateway-env': '/Users/alice/.config/openclaw/gateway.env',
  };
  const path = paths[kind] ?? null;
  return { kind, path, names: [], token: null, password: null, proxies: [], fileMode: 0o600, ...change };
}

export function holding(kind: PlaceKind, token: SecretMark): EnvironmentPlace {
  return makePlace(kind, { names: ['OPENCLAW_GATEWAY_TOKEN'], token });
}

export function placesOf(...places: readonly EnvironmentPlace[]): Reading<Credentials> {
  return known({ places }, at);
}

const version = (name: string) => known(makeInstall({ version: name, cliVersion: name }), at);

/** OpenClaw 2026.3.13: JSON files, and a command line that looks into its environment first. */
export function makeOldMac(change: Change<Snapshot> & { readonly settings?: Settings } = {}): Snapshot {
  const { settings = ownToken, ...rest } = change;
  return makeSnapshot({
    install: version('2026.3.13'),
    config: configOf(settings),
    devices: known(makeFileDevices(), at),
    reach: known(
      makeReach({ startup: { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } }),
      at,
    ),
    ...rest,
  });
}

/** OpenClaw 2026.9.6 with a token of its own in the configuration. */
export function makeNewMac(change: Change<Snapshot> & { readonly settings?: Settings } = {}): Snapshot {
  const { settings = ownToken, ...rest } = change;
  return makeSnapshot({ config: configOf(settings), ...rest });
}

export function driftIn(place: PlaceKind | 'remote'): Snapshot {
  if (place !== 'remote') return makeOldMac({ credentials: placesOf(holding(place, otherMark)) });
  return makeOldMac({
    settings: settingsWith({ remote: { url: 'ws://other.example:18789', token: otherMark } }),
    credentials: placesOf(holding('service', tokenMark)),
  });
}

/** A gateway that began without a token, and says that the one it was given since was applied. */
export function runtimeTokenMac(): Snapshot {
  return makeNewMac({
    log: logOf([
      makeMark('reload-applied', at - 5 * minutes, '[reload] config hot reload applied (gateway.auth.token)'),
      refusal('token-mismatch', 'token_mismatch', 'cli', 2 * minutes),
    ]),
  });
}

export function logOf(marks: readonly LogMark[], lines: readonly LogLine[] = []): Snapshot['log'] {
  return known(makeLog({ marks, lines }), at);
}

/** The line by which a client is turned away (2026.3.13). */
export function refusal(kind: LogMarkKind, reason: string, client: string, agoMs: number): LogMark {
  return makeMark(
    kind,
    at - agoMs,
    `[ws] unauthorized conn=c1 remote=127.0.0.1 client=${client} cli v1 reason=${reason}`,
  );
}

export function refusals(kind: LogMarkKind, reason: string, client: string, count = 3): readonly LogMark[] {
  return Array.from({ length: count }, (_, index) => refusal(kind, reason, client, (count - index) * minutes));
}

const madeAt = at - 72 * hours;
const scopes = ['operator.admin', 'operator.read'];

export function makePaired(change: Change<PairedDevice> = {}): PairedDevice {
  return {
    deviceId,
    publicKey: 'pk',
    name: null,
    platform: 'darwin',
    clientId: 'cli',
    roles: ['operator'],
    scopes,
    tokens: [
      {
        role: 'operator',
        token: tokenMark,
        scopes,
        createdAt: madeAt,
        rotatedAt: null,
        revokedAt: null,
        lastUsedAt: null,
      },
    ],
    createdAt: madeAt,
    approvedAt: madeAt,
    lastSeenAt: null,
    ...change,
  };
}

export function makeRequest(change: Change<PairingRequest> = {}): PairingRequest {
  return {
    requestId: 'req-1',
    deviceId: 'f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0',
    name: 'Phone',
    platform: 'ios',
    clientId: 'openclaw-ios',
    role: 'operator',
    scopes: ['operator.read'],
    remoteIp: '192.168.1.7',
    silent: false,
    isRepair: false,
    at: at - minutes,
    ...change,
  };
}

/** The stores of 2026.3.13, in which all agrees. */
export function makeFileDevices(change: Change<Devices> = {}): Devices {
  return {
    store: 'files',
    identity: {
      path: '/Users/alice/.openclaw/identity/device.json',
      deviceId,
      idFitsKey: true,
      keysFit: true,
      publicKey: 'pk',
      createdAt: madeAt,
    },
    cache: {
      path: '/Users/alice/.openclaw/identity/device-auth.json',
      deviceId,
      tokens: [{ role: 'operator', token: tokenMark, scopes, updatedAt: at - hours }],
    },
    paired: [makePaired()],
    pending: [],
    broken: [],
    ...change,
  };
}

const replaced = makePaired({
  tokens: [
    {
      role: 'operator',
      token: otherMark,
      scopes,
      createdAt: madeAt,
      rotatedAt: at - hours,
      revokedAt: null,
      lastUsedAt: null,
    },
  ],
});

export const replacedDevices = makeFileDevices({ paired: [replaced] });

export function staleDevice(): Snapshot {
  return makeOldMac({ devices: known(replacedDevices, at) });
}

/** The gateway has its token from its service alone. */
export function lockedOut(): Snapshot {
  return makeOldMac({
    settings: settingsWith({ auth: { mode: 'password' } }),
    credentials: placesOf(
      makePlace('service', { names: ['OPENCLAW_GATEWAY_PASSWORD'], password: new SecretMark('99887766', 'odd') }),
    ),
    devices: known(replacedDevices, at),
  });
}

export function deviceRefused(client: string): Snapshot {
  return makeNewMac({
    settings: settingsWith({ auth: { mode: 'token' } }),
    credentials: placesOf(),
    log: logOf(refusals('device-token-mismatch', 'device_token_mismatch', client)),
  });
}

export function brokenKeys(): Snapshot {
  const devices = makeFileDevices();
  return makeOldMac({
    devices: known({ ...devices, identity: devices.identity && { ...devices.identity, keysFit: false } }, at),
  });
}

export function deviceSignatureRefused(): Snapshot {
  const line = '[ws] closed before connect conn=c1 code=1008 reason=device signature invalid client=clawpanel';
  return makeNewMac({ log: logOf([3, 2, 1].map((ago) => makeMark('device-signature', at - ago * minutes, line))) });
}

export const ownRequest = makeRequest({
  requestId: 'req-own',
  deviceId,
  clientId: 'cli',
  name: null,
  remoteIp: '127.0.0.1',
});

export function trapped(): Snapshot {
  return makeOldMac({ devices: known(makeFileDevices({ pending: [ownRequest] }), at) });
}

export function ownPairingRefused(): Snapshot {
  const line = '[ws] closed before connect conn=c1 code=1008 reason=pairing required client=cli mode=cli';
  return makeNewMac({ log: logOf([3, 2, 1].map((ago) => makeMark('pairing-required', at - ago * minutes, line))) });
}

export function dashboardRefused(kind: LogMarkKind, reason: string): Snapshot {
  return makeNewMac({ log: logOf(refusals(kind, reason, 'openclaw-control-ui')) });
}

const originLine =
  '[ws] closed before connect conn=c1 remote=192.168.1.9 origin=http://192.168.1.5:18789 host=192.168.1.5:18789 ' +
  'code=1008 reason=origin not allowed (open the Control UI from the gateway host)';

export function blockedOrigins(controlUi: { readonly [name: string]: Setting } = {}): Snapshot {
  return makeNewMac({
    settings: settingsWith({ auth: { mode: 'token', token: tokenMark }, controlUi }),
    log: logOf([2, 1].map((ago) => makeMark('origin-not-allowed', at - ago * minutes, originLine))),
  });
}

/** Everybody may come in from everywhere. */
export function openMac(change: Change<Snapshot> = {}): Snapshot {
  return makeNewMac({
    settings: settingsWith({ bind: 'lan', auth: { mode: 'none' } }),
    listeners: known([makeListener({ addresses: ['*:18789'] })], at),
    ...change,
  });
}

const ended = makeService({
  phase: 'waiting',
  pid: null,
  runs: 3,
  lastExit: { kind: 'code', code: 78, name: 'EX_CONFIG' },
});

export function refusedBind(): Snapshot {
  const line = 'Gateway failed to start: Error: non-loopback Control UI requires gateway.controlUi.allowedOrigins';
  return makeIdleMac(ended, {
    config: configOf(settingsWith({ bind: 'lan', auth: { mode: 'token', token: tokenMark } })),
    log: logOf([makeMark('bind-refused', at - 20 * seconds, line)]),
  });
}

export function makeVersion(change: Change<Version> = {}): Version {
  return {
    id: 'v-20260918-1',
    file: configPath,
    kind: 'config',
    at: at - 48 * hours,
    sha256: 'feed',
    sizeBytes: 2048,
    mode: 0o600,
    by: { kind: 'first-seen' },
    changed: [],
    ranAt: at - 26 * hours,
    ...change,
  };
}

export function keptWith(settings: Settings | null, change: Change<Version> = {}): VersionWithSettings {
  return { version: makeVersion(change), settings };
}

/** The file holds a word, the version that ran last the token. */
export function withFormerToken(): Snapshot {
  return makeNewMac({
    settings: settingsWith({ auth: { mode: 'token', token: new SecretMark('00c0ffee', 'not-a-value') } }),
    history: known(makeHistoryFacts({ lastRan: keptWith(ownToken) }), at),
  });
}

export const tokenBackup: TokenCopy = { path: `${configPath}.bak.1`, modifiedAt: at - 10 * hours, sha256: 'beef' };

/** The file holds a word, and only one of OpenClaw's own copies has the token. */
export function withBackedUpToken(): Snapshot {
  return { ...withFormerToken(), history: known(makeHistoryFacts({ tokenCopy: tokenBackup }), at) };
}

/** 2026.9.6 after a migration that lost the token. */
export function withoutToken(): Snapshot {
  return makeIdleMac(ended, {
    config: configOf(settingsWith({ auth: { mode: 'token' } })),
    credentials: placesOf(),
    log: logOf([
      makeMark('token-missing', at - 20 * seconds, 'Gateway auth is set to token, but no token is configured.'),
    ]),
  });
}
