import { contextBridge, ipcRenderer } from 'electron';
import { currentViewChannel, requestChannel, viewChannel } from '../contract/channels.ts';
import type { PanelApi } from '../contract/panel-api.ts';
import type { View } from '../core/model/view.ts';

/** The panel's only way out of its sandbox: three channels, no logic. Requests are checked in main, not here. */
const panelApi: PanelApi = {
  currentView: () => ipcRenderer.invoke(currentViewChannel),
  onView(listener) {
    const receive = (_event: unknown, view: View) => listener(view);
    ipcRenderer.on(viewChannel, receive);
    return () => void ipcRenderer.removeListener(viewChannel, receive);
  },
  // The channel to main cannot go down while the window exists.
  onConnection: () => () => undefined,
  request: (name, body) => ipcRenderer.invoke(requestChannel, name, body),
};

contextBridge.exposeInMainWorld('clawtender', panelApi);
