import type { PanelApi } from '../app/contract/panel-api.ts';
import type { Reply } from '../app/contract/requests.ts';
import type { View } from '../app/core/model/view.ts';
import { copyText } from './copy-text.ts';

/** The server sends something every 10 s; after this much silence the connection counts as lost. */
const silenceMs = 25_000;
const retryMs = 2000;

/** `window.clawtender` of the browser face: same-origin requests, and pushes by server-sent events. */
export function createWebClient(): PanelApi {
  const views = createTopic<View>();
  const connection = createTopic<boolean>();
  void openSession().then(() => connect({ view: views.publish, connected: connection.publish }));
  return {
    currentView: () => Promise.resolve(views.newest()),
    onView: views.subscribe,
    onConnection: connection.subscribe,
    request(name, body) {
      if (name === 'copyReport') return copyReport();
      if (name === 'copyInstructions') return copyInstructions(views.newest());
      return post('/api/request', { name, body });
    },
  };
}

/** The link's token, once. It leaves the address bar and the history; a wrong one shows when the stream opens. */
async function openSession(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', location.pathname);
  await post('/api/session', { token });
}

interface Publish {
  readonly view: (view: View) => void;
  readonly connected: (connected: boolean) => void;
}

/** Without a session there is nothing to wait for: the server's own page says how to get one. */
async function connect(publish: Publish): Promise<void> {
  if (await isSessionOver()) location.replace('/closed');
  else listen(publish);
}

function listen(publish: Publish): void {
  const source = new EventSource('/api/events');
  let heardAt = Date.now();
  const heard = () => {
    heardAt = Date.now();
    publish.connected(true);
  };
  const lost = () => {
    source.close();
    clearInterval(watchdog);
    publish.connected(false);
    setTimeout(() => void connect(publish), retryMs);
  };
  const watchdog = setInterval(() => Date.now() - heardAt > silenceMs && lost(), 5000);
  source.addEventListener('alive', heard);
  source.addEventListener('view', (event: MessageEvent<string>) => {
    heard();
    const { sentAt, view } = JSON.parse(event.data) as { sentAt: number; view: View };
    publish.view(inOwnTime(view, Date.now() - sentAt));
  });
  source.addEventListener('error', lost);
}

async function isSessionOver(): Promise<boolean> {
  try {
    return (await fetch('/api/view')).status === 401;
  } catch {
    return false;
  }
}

/** Over ssh the server's clock may differ from this one: ages are counted with this one. */
function inOwnTime(view: View, skewMs: number): View {
  return {
    ...view,
    readAt: view.readAt + skewMs,
    activity: view.activity && { ...view.activity, startedAt: view.activity.startedAt + skewMs },
    runs: view.runs.map((run) => ({ ...run, startedAt: run.startedAt + skewMs })),
    lastResult: view.lastResult && { ...view.lastResult, finishedAt: view.lastResult.finishedAt + skewMs },
  };
}

async function post(path: string, message: unknown): Promise<Reply> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(message) });
    return (await response.json()) as Reply;
  } catch {
    return { ok: false, error: 'failed' };
  }
}

/** Safari only lets a click write to the clipboard at once: the text may come later, as a promise. */
async function copyReport(): Promise<Reply> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': readReport() })]);
    return { ok: true };
  } catch {
    return { ok: false, error: 'failed' };
  }
}

async function copyInstructions(view: View | null): Promise<Reply> {
  const commands = view?.preview?.commands ?? [];
  const copied = commands.length > 0 && (await copyText(`${commands.join('\n')}\n`));
  return copied ? { ok: true } : { ok: false, error: 'failed' };
}

async function readReport(): Promise<Blob> {
  const response = await fetch('/api/report');
  if (!response.ok) throw new Error(`report: ${response.status}`);
  return new Blob([JSON.stringify(await response.json(), null, 2)], { type: 'text/plain' });
}

interface Topic<Value> {
  readonly newest: () => Value | null;
  readonly publish: (value: Value) => void;
  readonly subscribe: (listener: (value: Value) => void) => () => void;
}

function createTopic<Value>(): Topic<Value> {
  const listeners = new Set<(value: Value) => void>();
  let newest: Value | null = null;
  return {
    newest: () => newest,
    publish(value) {
      newest = value;
      listeners.forEach((listener) => listener(value));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
