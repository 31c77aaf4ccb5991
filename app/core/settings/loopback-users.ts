import type { Setting, SettingPath, Settings } from '../model/setting.ts';
import { groupAt, isGroup, textAt } from './read.ts';
import { listAllWantedModels } from './wanted-models.ts';

/** A setting by which the gateway calls a server on this computer. */
export interface LoopbackUser {
  readonly path: SettingPath;
  readonly scheme: 'http' | 'https';
  /** `127.0.0.1`, `localhost` or `::1`. */
  readonly host: string;
  readonly port: number | null;
}

/** Addresses of providers that an agent uses, and of channels that call the gateway itself. */
export function listLoopbackUsers(settings: Settings): readonly LoopbackUser[] {
  const used = new Set(listAllWantedModels(settings).map(({ provider }) => provider));
  const providers = Object.entries(groupAt(settings, ['models', 'providers'])).flatMap(([id, provider]) => {
    if (!used.has(id.trim().toLowerCase())) return [];
    return parseLoopback(textAt(provider, ['baseUrl']), ['models', 'providers', id, 'baseUrl']);
  });
  const channels = listGatewayCallers(settings).flatMap(({ id, url }) =>
    // Without an address of its own the DingTalk connector calls the gateway at 127.0.0.1.
    parseLoopback(url ?? 'http://127.0.0.1', ['channels', id, ...(url === null ? [] : ['gatewayUrl'])]),
  );
  return [...providers, ...channels];
}

/** A channel that calls the gateway's own HTTP endpoint. */
export interface GatewayCaller {
  readonly id: string;
  /** `null`: the connector's own default, this computer. */
  readonly url: string | null;
}

const callingSettings = ['gatewayUrl', 'gatewayToken', 'gatewayPassword', 'gatewayPort'] as const;

/**
 * Channels that are switched on and have such settings: the DingTalk connector up to 0.7. From 0.8 on it calls the
 * gateway another way and does not know them.
 */
export function listGatewayCallers(settings: Settings): readonly GatewayCaller[] {
  return Object.entries(groupAt(settings, ['channels'])).flatMap(([id, channel]) => {
    if (!isGroup(channel) || channel['enabled'] === false) return [];
    if (isOff(settings, id) || isNew(settings, id)) return [];
    const calls = callingSettings.some((name) => isSet(channel[name]));
    return calls ? [{ id, url: textAt(channel, ['gatewayUrl']) }] : [];
  });
}

function isOff(settings: Settings, id: string): boolean {
  return groupAt(settings, ['plugins', 'entries', id])['enabled'] === false;
}

function isNew(settings: Settings, id: string): boolean {
  const version = textAt(settings, ['plugins', 'installs', id, 'version']) ?? '';
  const [, major = '0', minor = '0'] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 0 || Number(minor) >= 8;
}

function isSet(value: Setting | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** An address on this computer in its parts; anything else is none. */
function parseLoopback(url: string | null, path: SettingPath): readonly LoopbackUser[] {
  const found = /^(https?):\/\/(127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(url ?? '');
  if (found === null) return [];
  const [, scheme = '', host = '', port] = found;
  return [
    {
      path,
      scheme: scheme.toLowerCase() === 'https' ? 'https' : 'http',
      host: host.toLowerCase().replace(/^\[|\]$/g, ''),
      port: port === undefined ? null : Number(port),
    },
  ];
}
