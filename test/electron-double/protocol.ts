import { app } from './app.ts';
import { strict } from './strict.ts';

type Answer = (request: Request) => Response | Promise<Response>;

const registered = new Set<string>();
const answers = new Map<string, Answer>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) registered.add(scheme);
  },
  handle(scheme: string, answer: Answer) {
    if (answers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    answers.set(scheme, answer);
  },
});

/** What the app's own handler answers; `null` when the scheme is not its own. */
export async function answerOf(request: Request): Promise<Response | null> {
  const scheme = new URL(request.url).protocol.slice(0, -1);
  const answer = registered.has(scheme) ? answers.get(scheme) : undefined;
  return answer === undefined ? null : await answer(request);
}

/** Chromium alone knows no scheme of ours: `app://panel/x` is `https://panel.app.localhost/x` in its pages. */
export function toPageUrl(url: string): string {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url);
  if (!registered.has(scheme.slice(0, -1))) return url;
  return `https://${host}.${scheme.slice(0, -1)}.localhost${pathname}${search}${hash}`;
}

export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/.]+)\.([a-z]+)\.localhost(\/.*)$/.exec(url);
  return match === null ? url : `${match[2]}://${match[1]}${match[3]}`;
}
