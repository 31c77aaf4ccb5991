import { useEffect, useState } from 'preact/hooks';
import type { PanelApi } from '../../app/contract/panel-api.ts';
import type { View } from '../../app/core/model/view.ts';

/** The newest view, `null` before the first; a slow answer to `currentView` never replaces a pushed one. */
export function useView(api: PanelApi): View | null {
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    const unsubscribe = api.onView(setView);
    void api.currentView().then((first) => setView((newest) => newest ?? first));
    return unsubscribe;
  }, [api]);
  return view;
}

export function useConnected(api: PanelApi): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => api.onConnection(setConnected), [api]);
  return connected;
}
