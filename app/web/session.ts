import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';

export const tokenLifetimeMs = 10 * 60_000;

/** Who may use the panel: the one who was given the link, once; then the browser that holds the cookie. */
export interface Sessions {
  /** For the fragment of the link: it reaches no server log, no Referer and no link preview. */
  readonly token: string;
  /** The value of the session cookie for a token that is right, unused and not expired; else `null`. */
  exchange(token: string): string | null;
  isOpen(session: string | undefined): boolean;
}

export function createSessions(clock: Clock): Sessions {
  const token = newSecret();
  const expiresAt = clock.now() + tokenLifetimeMs;
  let session: string | null = null;
  return {
    token,
    exchange(offered) {
      const right = isSame(offered, token);
      if (!right || session !== null || clock.now() >= expiresAt) return null;
      session = newSecret();
      return session;
    },
    isOpen: (offered) => session !== null && offered !== undefined && isSame(offered, session),
  };
}

/**
 * Browsers share cookies between the ports of a host: the port in the name keeps two panels apart, and the path
 * keeps the cookie from other local servers' pages.
 */
export function cookieName(port: number): string {
  return `clawtender-${port}`;
}

export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; Path=/api; HttpOnly; SameSite=Strict`;
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Digests have one length, so that the comparison takes the same time whatever is offered. */
function isSame(offered: string, secret: string): boolean {
  return timingSafeEqual(digest(offered), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
