import { render } from 'preact';
import type { PanelApi } from '../app/contract/panel-api.ts';
import { Panel } from './parts/panel.tsx';
import { createWebClient } from './web-client.ts';

declare global {
  interface Window {
    /** From the preload in Electron; absent in a browser. */
    readonly clawtender?: PanelApi;
  }
}

const place = document.getElementById('panel');
if (place !== null) render(<Panel api={window.clawtender ?? createWebClient()} />, place);
