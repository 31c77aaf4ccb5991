import type { Picture } from '../core/model/picture.ts';
import type { WatchHandle } from '../ports/watcher.ts';
import type { LookQueue } from './look-queue.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Looker } from './looker.ts';
import type { Pictures } from './pictures.ts';
import { concernsService, deriveWatchPaths } from './watch-paths.ts';

export interface FileWatch {
  /** Watches what the picture says matters; resolves when changes there will be seen. */
  follow(picture: Picture): Promise<void>;
  close(): Promise<void>;
}

export interface FileWatchListeners {
  readonly looker: Looker;
  readonly pictures: Pictures;
  readonly queue: LookQueue;
}

/** Changes of the configuration, the service definitions and the marks of other programs. */
export function createFileWatch({ ports, onError }: EngineParts, listeners: FileWatchListeners): FileWatch {
  const { looker, pictures, queue } = listeners;
  const { folder } = ports.notebook;
  let watched = '';
  let handle: WatchHandle | null = null;

  function onChange(changed: readonly string[]): void {
    const snapshot = pictures.current()?.snapshot;
    const isOurNote = changed.every((path) => path === folder || path.startsWith(`${folder}/`));
    if (isOurNote) {
      if (pictures.ownActivity() === null) looker.judgeAgain().catch(onError);
    } else if (snapshot === undefined || concernsService(changed, snapshot)) queue.requestNow();
    else queue.request('quick');
  }

  async function watch(paths: readonly string[]): Promise<void> {
    const before = handle;
    const next = ports.watcher.watch(paths, onChange);
    handle = next;
    await next.ready;
    await before?.close();
    // What changed while the old watch ended and the new one began was seen by neither.
    if (before !== null) queue.request('quick');
  }

  return {
    async follow({ snapshot }) {
      const paths = deriveWatchPaths(snapshot, folder);
      const key = paths.join('\n');
      if (key === watched) return handle?.ready;
      watched = key;
      await watch(paths);
    },
    async close() {
      await handle?.close();
    },
  };
}
