import type { View } from '../core/model/view.ts';
import type { Reply, RequestBody, RequestName } from './requests.ts';

/** What the renderer finds as `window.clawtender`: from the preload in Electron, from web-client in the browser face. */
export interface PanelApi {
  currentView(): Promise<View | null>;
  /** Returns the unsubscribe function. */
  onView(listener: (view: View) => void): () => void;
  /** `false` while the push channel is down (browser face only). */
  onConnection(listener: (connected: boolean) => void): () => void;
  request<Name extends RequestName>(name: Name, body: RequestBody<Name>): Promise<Reply>;
}
