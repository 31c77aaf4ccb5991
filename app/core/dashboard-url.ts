import type { Picture } from './model/picture.ts';
import { valueOf } from './model/reading.ts';

/**
 * Where this gateway's dashboard is on this machine: `http://127.0.0.1:18789/`, or https and below
 * `gateway.controlUi.basePath` where the configuration says so (OpenClaw 2026.9.6). Without any token.
 */
export function deriveDashboardUrl({ snapshot }: Pick<Picture, 'snapshot'>): string {
  const scheme = valueOf(snapshot.reach)?.scheme ?? 'http';
  const config = valueOf(snapshot.config)?.content;
  const basePath = config?.kind === 'parsed' ? config.controlUiBasePath : null;
  return `${scheme}://127.0.0.1:${snapshot.port.port}${plainPath(basePath)}`;
}

/** The path comes out of a file that anyone may have edited: only plain segments go on into a URL. */
function plainPath(basePath: string | null): string {
  const segments = (basePath ?? '').split('/').filter((segment) => /^[\w-]+$/.test(segment));
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}
