import { protocol } from 'electron';
import type { Assets } from '../web/assets.ts';

const scheme = 'app';
const host = 'panel';
export const panelUrl = `${scheme}://${host}/index.html`;

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** Before `ready`. A scheme of our own instead of file://, so that the panel has an origin and no disk. */
export function registerPanelScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built panel out of a table of names: no path of a request ever reaches the disk. */
export function servePanel(assets: Assets): void {
  protocol.handle(scheme, (request) => {
    const url = new URL(request.url);
    const asset = request.method === 'GET' && url.host === host ? assets.get(url.pathname) : undefined;
    if (asset === undefined) return new Response(null, { status: 404, headers });
    return new Response(Buffer.from(asset.bytes), { headers: { ...headers, 'Content-Type': asset.contentType } });
  });
}
