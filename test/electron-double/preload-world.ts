type Listener = (event: object, ...args: unknown[]) => void;
type Ask = (channel: string, args: readonly unknown[]) => Promise<{ value: unknown } | { error: string }>;
type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** The names in every page by which the double reaches in and out; the first is gone before the page's scripts run. */
export const askName = '__electronDoubleAsk';
export const deliverName = '__electronDoubleDeliver';

/**
 * Runs in each new document before its own scripts, as text: it may use nothing from outside. Gives the preload what
 * a sandboxed one has, in a closure, so that the page sees only what it exposes.
 */
function installPreload(names: { ask: string; deliver: string }, preload: Preload): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const ask = page[names.ask] as Ask;
  delete page[names.ask];
  if (window.top !== window) return;
  const listeners = new Map<string, Listener[]>();

  /** Electron copies what crosses the border; the transport of the double carries less than its, and says so. */
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- this text runs alone in the page
  const copied = (value: unknown): unknown => {
    const copy: unknown = structuredClone(value);
    if (/\[object (?:Map|Set|ArrayBuffer)\]/.test(Object.prototype.toString.call(copy))) {
      throw new TypeError('electron double: this value cannot be carried');
    }
    return copy;
  };

  const bridged = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => bridged(Reflect.apply(value, null, args));
    if (value === null || typeof value !== 'object' || value instanceof Promise) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return copied(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, bridged(member)])));
  };

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const answer = await ask(channel, args.map(copied));
      if ('error' in answer) throw new Error(answer.error);
      return answer.value;
    },
    on: (channel: string, listener: Listener) =>
      void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    removeListener: (channel: string, listener: Listener) =>
      void listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      ),
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in page) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(page, name, { value: bridged(api), enumerable: true });
    },
  };
  Object.defineProperty(page, names.deliver, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  preload(
    (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer };
      throw new Error(`module not found: ${name} (a sandboxed preload may require electron alone)`);
    },
    {},
    {},
  );
}

/** The text of an init script for a page whose preload is `source` (CommonJS). */
export function preloadScript(source: string): string {
  const names = JSON.stringify({ ask: askName, deliver: deliverName });
  return `(${installPreload.toString()})(${names}, function (require, module, exports) {\n${source}\n});`;
}
