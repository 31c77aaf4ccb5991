import type { Credentials, EnvironmentPlace } from '../model/credentials.ts';
import type { Evidence } from '../model/evidence.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { reachesService } from '../service-variables.ts';
import { listLoopbackUsers } from '../settings/loopback-users.ts';
import type { LoopbackUser } from '../settings/loopback-users.ts';
import { writePath } from '../settings/read.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

export interface ProxySetting {
  readonly name: string;
  readonly value: string;
  readonly place: EnvironmentPlace;
}

/**
 * The service has a proxy, and an address on this computer is not exempt from it. Many proxies pass such requests on,
 * so it is never certain. Ranges such as 127.0.0.0/8 are not understood by Node and exempt nothing.
 */
export const proxyLoopback: Rule<'proxy-loopback'> = {
  code: 'proxy-loopback',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    const credentials = valueOf(snapshot.credentials);
    // Of a place that cannot be read it is not known what it exempts.
    if (configured === null || credentials === undefined || hasUnread(snapshot, credentials)) return [];
    const settings = listProxySettings(snapshot, credentials);
    const exempt = settings.filter(({ name }) => name.toLowerCase() === 'no_proxy');
    for (const user of listLoopbackUsers(configured.settings)) {
      const proxy = settings.find((each) => concerns(each, user));
      if (proxy === undefined || exempt.some(({ value }) => exempts(value, user))) continue;
      return [
        makeFinding('proxy-loopback', proxy.name.toUpperCase(), {
          severity: 'degraded',
          certainty: 'likely',
          args: {
            proxy: proxy.name,
            exempt: exempt[0]?.value ?? null,
            user: writePath(user.path),
            host: user.host,
          },
          evidence: [
            proxyEvidence(snapshot, proxy),
            ...exempt.map((each) => proxyEvidence(snapshot, each)),
            settingEvidence(snapshot, user.host, `${writePath(user.path)}: ${user.scheme}://${user.host}`),
          ],
        }),
      ];
    }
    return [];
  },
};

function hasUnread(snapshot: Snapshot, { places }: Credentials): boolean {
  return places.some((place) => reachesService(snapshot, place) && place.names === null);
}

/** All of the service's, in the order in which they are set: what comes later changes nothing. */
export function listProxySettings(snapshot: Snapshot, { places }: Credentials): readonly ProxySetting[] {
  return places
    .filter((place) => reachesService(snapshot, place))
    .flatMap((place) => place.proxies.map(({ name, value }) => ({ name, value, place })));
}

function concerns({ name, value }: ProxySetting, { scheme }: LoopbackUser): boolean {
  const wanted = scheme === 'https' ? ['https_proxy', 'all_proxy'] : ['http_proxy', 'all_proxy'];
  return wanted.includes(name.toLowerCase()) && /^https?:\/\//i.test(value.trim());
}

/** As Node's own proxy support and OpenClaw read it: exact names, `*`, and a port that must fit. */
function exempts(list: string, { host, port, scheme }: LoopbackUser): boolean {
  const wanted = String(port ?? (scheme === 'https' ? 443 : 80));
  return list.split(/[,\s]+/).some((entry) => {
    const text = entry.toLowerCase().trim();
    if (text === '*') return true;
    const [, bracketed, plain, entryPort] = /^(?:\[([^\]]+)\]|([^[\]]*?))(?::(\d+))?$/.exec(text) ?? [];
    const isBareSix = text === '::1';
    const name = isBareSix ? text : (bracketed ?? plain ?? '').replace(/^\*?\./, '');
    return name === host && (isBareSix || entryPort === undefined || entryPort === wanted);
  });
}

function proxyEvidence(snapshot: Snapshot, { name, value, place }: ProxySetting): Evidence {
  return { command: readerOf(snapshot, name, place), line: `${name}=${value}` };
}

function readerOf({ environment, target }: Snapshot, name: string, { kind, path }: EnvironmentPlace): string {
  if (path !== null) return `grep -i ${name} ${quote(path)}`;
  if (kind === 'login-session' && environment.os === 'darwin') return `launchctl getenv ${name}`;
  if (kind === 'login-session') return `systemctl --user show-environment | grep ${name}`;
  return environment.os === 'darwin'
    ? `launchctl print ${target.serviceTarget} | grep ${name}`
    : `systemctl --user show -p Environment ${target.serviceTarget}`;
}
