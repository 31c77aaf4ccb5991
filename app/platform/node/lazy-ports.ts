import type { Clock } from '../../ports/clock.ts';
import type { GatewayLink, GatewayLinkHandle } from '../../ports/gateway-link.ts';
import type { WatchHandle, Watcher } from '../../ports/watcher.ts';
import type { GatewayLinkOptions } from './gateway-link.ts';

/** Loads chokidar with the first watch: a single look needs none, and has to be fast. */
export function createLazyWatcher(clock: Clock): Watcher {
  return {
    watch(paths, onChange) {
      let isClosed = false;
      const loading: Promise<WatchHandle | null> = import('./watcher.ts').then(({ createWatcher }) =>
        isClosed ? null : createWatcher(clock).watch(paths, onChange),
      );
      return {
        ready: loading.then((handle) => handle?.ready),
        async close() {
          isClosed = true;
          await (await loading)?.close();
        },
      };
    },
  };
}

/** Loads ws with the first connection. */
export function createLazyGatewayLink(options: GatewayLinkOptions): GatewayLink {
  return {
    open(request) {
      let isClosed = false;
      let handle: GatewayLinkHandle | null = null;
      import('./gateway-link.ts').then(
        ({ createGatewayLink }) => {
          if (!isClosed) handle = createGatewayLink(options).open(request);
          return handle;
        },
        () => isClosed || request.onEnd('closed'),
      );
      return {
        close() {
          isClosed = true;
          handle?.close();
        },
      };
    },
  };
}
