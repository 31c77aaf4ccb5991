import { isIPv4, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

export function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) => addresses?.map(({ address }) => address) ?? []);
}

/** Whether an address is this machine's: nothing is ever sent anywhere else. */
export function isOwnHost(host: string): boolean {
  if (isLoopback(host)) return true;
  return (isIPv4(host) || isIPv6(host)) && ownAddresses().includes(host);
}

/** `[::1]` for an IPv6 address: how it stands in a URL. */
export function hostInUrl(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}
