import { known, type Reading, valueOf } from '../core/model/reading.ts';
import type { ConfigFile } from '../core/model/config-file.ts';
import type { HttpAnswer, Reach } from '../core/model/reach.ts';
import type { ExpectedPort } from '../core/model/snapshot.ts';
import { parseHealth, parseReady, parseStartup, type RawAnswer } from '../core/parse/health.ts';
import type { Http, TcpResult } from '../ports/http.ts';
import type { Probe } from './probe.ts';

const connectTimeoutMs = 1_000;
/** A busy gateway may take its time; a frozen one accepts the connection and never answers. */
const answerTimeoutMs = 3_000;

const notAsked = { kind: 'not-asked' } as const;

/**
 * What answers on the expected port of this machine: loopback first, then the address that `gateway.bind` names.
 * Each path is asked on a connection of its own that is closed at once.
 */
export const reachProbe: Probe<Reach, { readonly port: ExpectedPort; readonly config: Reading<ConfigFile> }> = {
  name: 'reach',
  deadlineMs: 9_000,
  async read({ ports, signal }, { port: { port }, config }) {
    const content = valueOf(config)?.content;
    const settings = content?.kind === 'parsed' ? content : null;
    const hosts = ['127.0.0.1', ...otherHosts(ports.http, settings?.bind ?? null, settings?.customBindHost ?? null)];
    const { host, tcp } = await findOpenHost(ports.http, hosts, port);
    const scheme = settings?.tls === true ? 'https' : 'http';
    const place = { host, port, tcp };
    if (tcp !== 'open') {
      return known({ ...place, scheme, health: notAsked, ready: notAsked, startup: notAsked }, ports.clock.now());
    }
    const reach = await ask(ports.http, { ...place, scheme }, signal);
    // The running gateway may still have the setting from before: ask once the other way before saying that it is mute.
    const other = isMute(reach) ? await ask(ports.http, { ...place, scheme: otherScheme(scheme) }, signal) : null;
    return known(other?.health.kind === 'json' ? other : reach, ports.clock.now());
  },
};

function otherHosts(http: Http, bind: string | null, customBindHost: string | null): readonly string[] {
  if (bind === 'custom' && customBindHost !== null) return [customBindHost];
  // Tailscale gives addresses of 100.64.0.0/10 and OpenClaw listens on the first one.
  return bind === 'tailnet' ? http.ownAddresses().filter(isTailnet).slice(0, 1) : [];
}

function isTailnet(address: string): boolean {
  const [first, second] = address.split('.').map(Number);
  return first === 100 && second !== undefined && second >= 64 && second <= 127;
}

/** The first host that accepts a connection, else what the first one said. */
async function findOpenHost(
  http: Http,
  hosts: readonly string[],
  port: number,
): Promise<{ readonly host: string; readonly tcp: TcpResult }> {
  const results: { host: string; tcp: TcpResult }[] = [];
  for (const host of hosts) {
    const tcp = await http.connect(host, port, connectTimeoutMs);
    if (tcp === 'open') return { host, tcp };
    results.push({ host, tcp });
  }
  return results[0] ?? { host: '127.0.0.1', tcp: 'failed' };
}

type Place = Pick<Reach, 'host' | 'port' | 'tcp' | 'scheme'>;

async function ask(http: Http, place: Place, signal: AbortSignal): Promise<Reach> {
  const get = <Body>(path: string, parse: (answer: RawAnswer) => HttpAnswer<Body>): Promise<HttpAnswer<Body>> =>
    getAnswer(http, place, path, parse, signal);
  const [health, ready, startup] = await Promise.all([
    get('/healthz', parseHealth),
    get('/readyz', parseReady),
    get('/startupz', parseStartup),
  ]);
  return { ...place, health, ready, startup };
}

async function getAnswer<Body>(
  http: Http,
  { scheme, host, port }: Place,
  path: string,
  parse: (answer: RawAnswer) => HttpAnswer<Body>,
  signal: AbortSignal,
): Promise<HttpAnswer<Body>> {
  const result = await http.get({ scheme, host, port, path, timeoutMs: answerTimeoutMs }, signal);
  return result.kind === 'answered' ? parse(result) : { kind: 'no-answer', why: result.kind };
}

/** It took the connection and ended it without a word of HTTP: the signs of the wrong scheme. */
function isMute({ health }: Reach): boolean {
  return health.kind === 'no-answer' && (health.why === 'closed' || health.why === 'failed');
}

function otherScheme(scheme: Reach['scheme']): Reach['scheme'] {
  return scheme === 'http' ? 'https' : 'http';
}
