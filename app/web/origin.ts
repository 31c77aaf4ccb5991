import type { IncomingHttpHeaders } from 'node:http';

/**
 * A page of another site can make a browser send requests here, by its own name resolved to 127.0.0.1 (DNS
 * rebinding) or across origins. Any port is right: `ssh -L` gives the panel another one.
 */
export function isLoopbackHost(headers: IncomingHttpHeaders): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(headers.host ?? '');
}

/** Reading requests carry no Origin in browsers, but Sec-Fetch-Site says whose page asks. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin';
  const foreignOrigin = headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
  return !foreignSite && !foreignOrigin;
}

/** Requests that change something must say where they come from. */
export function isOwnPost(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined && isOwnPage(headers);
}
