import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { currentViewChannel, requestChannel } from '../contract/channels.ts';
import { performRequest, refuse } from '../contract/perform-request.ts';
import type { Reply, RequestHandlers } from '../contract/requests.ts';
import type { View } from '../core/model/view.ts';

export interface IpcSituation {
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  readonly currentView: () => View | null;
  readonly handlers: RequestHandlers;
  /** For our own eyes: the renderer is told only that it failed. */
  readonly complain: (error: unknown) => void;
}

/** The two channels by which a page can reach this process. The sender first, then what it asks. */
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
    return performRequest(name, body, { handlers, onFailure: (_request, error) => complain(error) });
  });
}
