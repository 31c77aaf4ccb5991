import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { currentViewChannel, requestChannel } from '../contract/channels.ts';
import type { Reply, ReplyError, RequestHandlers, RequestName } from '../contract/requests.ts';
import { requests } from '../contract/requests.ts';
import type { View } from '../core/model/view.ts';

export interface IpcSituation {
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  readonly currentView: () => View | null;
  readonly handlers: RequestHandlers;
  /** For our own eyes: the renderer is told only that it failed. */
  readonly complain: (error: unknown) => void;
}

/** The two channels by which a page can reach this process. Sender first, then name, then shape. */
export function serveRequests(
  ipcMain: Pick<IpcMain, 'handle'>,
  { isTrusted, currentView, handlers, complain }: IpcSituation,
): void {
  ipcMain.handle(currentViewChannel, (event) => {
    if (!isTrusted(event)) throw new Error('forbidden');
    return currentView();
  });
  ipcMain.handle(requestChannel, async (event, name: unknown, body: unknown): Promise<Reply> => {
    if (!isTrusted(event)) return refuse('forbidden');
    if (!isRequestName(name)) return refuse('unknown-request');
    const parsed = requests[name].safeParse(body);
    if (!parsed.success) return refuse('not-understood');
    try {
      // The table ties each name to its body; the compiler cannot follow that through a variable name.
      await (handlers[name] as (body: unknown) => Promise<void>)(parsed.data);
      return { ok: true };
    } catch (error) {
      complain(error);
      return refuse('failed');
    }
  });
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

function refuse(error: ReplyError): Reply {
  return { ok: false, error };
}
