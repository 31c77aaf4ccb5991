import { SecretMark } from '../model/setting.ts';
import type { Settings } from '../model/setting.ts';
import { connectors } from '../providers/index.ts';
import type { ConnectorGeneration, ConnectorKnowledge } from '../providers/knowledge.ts';
import { settingEvidence } from '../rules/configured.ts';
import { listGatewayCallers, listLoopbackUsers } from '../settings/loopback-users.ts';
import { groupAt, isGroup, textAt } from '../settings/read.ts';
import { authModeOf, serverCredential } from '../tokens.ts';
import type { CredentialKind } from '../tokens.ts';
import { compareOpenClawVersions, isVersionBetween } from '../versions.ts';
import type { Fault, FaultCase } from './case.ts';

/** A channel's plugin that calls the gateway itself, or was made for another OpenClaw. */
export function findConnectors(each: FaultCase): readonly Fault[] {
  return [...findAddresses(each), ...findTokens(each), ...findGenerations(each)];
}

/** It asks at another port of this computer than the one on which the gateway is to listen. */
function findAddresses({ snapshot, settings }: FaultCase): readonly Fault[] {
  const wanted = snapshot.port.port;
  return listLoopbackUsers(settings).flatMap(({ path: [top, id], port, scheme, host }): readonly Fault[] => {
    const url = textAt(settings, ['channels', String(id), 'gatewayUrl']);
    if (top !== 'channels' || typeof id !== 'string' || url === null || port === null || port === wanted) return [];
    const address = `${scheme}://${host === '::1' ? '[::1]' : host}:${wanted}`;
    return [
      {
        args: { why: 'gateway-address', provider: id, found: url, wanted: address, words: null },
        severity: 'degraded',
        // Another gateway may be meant.
        certainty: 'likely',
        evidence: [settingEvidence(snapshot, url, `"gatewayUrl": "${url}"`)],
      },
    ];
  });
}

const secrets: readonly (readonly [CredentialKind, string])[] = [
  ['token', 'gatewayToken'],
  ['password', 'gatewayPassword'],
];

/** What it sends is not what this gateway asks for. */
function findTokens({ snapshot, settings }: FaultCase): readonly Fault[] {
  const mode = authModeOf(snapshot);
  const here = new Set(listLoopbackUsers(settings).map(({ path: [, id] }) => id));
  return listGatewayCallers(settings).flatMap(({ id }): readonly Fault[] => {
    const [kind, setting] = secrets.find(([each]) => each === mode) ?? [];
    if (kind === undefined || setting === undefined || !here.has(id)) return [];
    const own = groupAt(settings, ['channels', id])[setting];
    const asked = serverCredential(snapshot, kind);
    if (!(own instanceof SecretMark) || asked.kind !== 'secret' || asked.mark.mark === own.mark) return [];
    return [
      {
        args: { why: 'gateway-token', provider: id, found: setting, wanted: null, words: null },
        severity: 'degraded',
        certainty: 'certain',
        evidence: [
          settingEvidence(snapshot, setting, `"${setting}": ${JSON.stringify(own)}`),
          settingEvidence(snapshot, kind, `gateway.auth.${kind}: ${asked.mark.toString()}`),
        ],
      },
    ];
  });
}

/** By the version that OpenClaw wrote down when it installed the plugin; without one nothing is known. */
function findGenerations(each: FaultCase): readonly Fault[] {
  return connectors.flatMap((connector) => {
    const version = textAt(each.settings, ['plugins', 'installs', connector.id, 'version']);
    const channel = groupAt(each.settings, ['channels'])[connector.id];
    if (version === null || groupAt(each.settings, ['plugins', 'entries', connector.id])['enabled'] === false)
      return [];
    const generation = connector.generations.find((one) => isOf(one, version));
    if (generation === undefined) return [];
    const found = { connector, generation, version };
    return [...findTooNew(each, found), ...(isGroup(channel) ? findLeftOver(each, { ...found, channel }) : [])];
  });
}

interface Found {
  readonly connector: ConnectorKnowledge;
  readonly generation: ConnectorGeneration;
  readonly version: string;
}

function isOf({ from, before }: ConnectorGeneration, version: string): boolean {
  return isVersionBetween(version, from ?? '0.0.0', before);
}

function findTooNew(
  { snapshot, version: openclaw }: FaultCase,
  { connector, generation, version }: Found,
): readonly Fault[] {
  const { needsOpenClaw } = generation;
  if (openclaw === null || needsOpenClaw === null) return [];
  if ((compareOpenClawVersions(openclaw, needsOpenClaw) ?? 0) >= 0) return [];
  return [
    {
      args: { why: 'needs-newer', provider: connector.id, found: version, wanted: needsOpenClaw, words: openclaw },
      severity: 'degraded',
      certainty: 'certain',
      evidence: [settingEvidence(snapshot, version, `plugins.installs.${connector.id}.version: "${version}"`)],
    },
  ];
}

function findLeftOver(
  { snapshot }: FaultCase,
  { connector, generation, version, channel }: Found & { readonly channel: Settings },
): readonly Fault[] {
  const left = generation.refuses.filter((name) => Object.hasOwn(channel, name));
  if (left.length === 0) return [];
  return [
    {
      args: { why: 'left-over', provider: connector.id, found: left.join(', '), wanted: null, words: version },
      severity: 'degraded',
      certainty: 'certain',
      evidence: left.map((name) => settingEvidence(snapshot, name, `channels.${connector.id}.${name}`)),
    },
  ];
}
