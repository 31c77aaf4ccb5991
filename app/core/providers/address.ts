/** The parts of an address of models. */
export interface Address {
  readonly scheme: 'http' | 'https';
  /** Without the brackets of IPv6. */
  readonly host: string;
  /** `null`: the usual one. */
  readonly port: number | null;
  /** Begins with a slash, or is empty; none at its end. */
  readonly path: string;
}

/** `null`: no address of HTTP, or one with a name, a password, a query or a mark in it. */
export function parseAddress(text: string): Address | null {
  const match = /^(https?):\/\/(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?(\/[\w./~%+-]*)?$/i.exec(text.trim());
  if (match === null) return null;
  const [, scheme = '', host = '', port, path = ''] = match;
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return null;
  return {
    scheme: scheme.toLowerCase() === 'https' ? 'https' : 'http',
    host: host.toLowerCase().replace(/^\[|\]$/g, ''),
    port: port === undefined ? null : Number(port),
    path: path.replace(/\/+$/, ''),
  };
}

/** As it is written in a configuration. */
export function writeAddress({ scheme, host, port, path }: Address): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${scheme}://${name}${port === null ? '' : `:${port}`}${path}`;
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
