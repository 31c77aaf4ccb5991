import { strict } from './strict.ts';

type RequestListener = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;

let onBeforeRequest: RequestListener = (_details, answer) => answer({});
let onPermissionRequest: PermissionRequest = (_contents, _permission, answer) => answer(true);
let onPermissionCheck: () => boolean = () => true;
let onDevice: () => boolean = () => true;

const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler: (handler: PermissionRequest) => void (onPermissionRequest = handler),
  setPermissionCheckHandler: (handler: () => boolean) => void (onPermissionCheck = handler),
  setDevicePermissionHandler: (handler: () => boolean) => void (onDevice = handler),
  webRequest: strict('webRequest', {
    onBeforeRequest: (listener: RequestListener) => void (onBeforeRequest = listener),
  }),
});

export const session = strict('session', { defaultSession });

/** Whether the app lets a request through. Electron's own answer without a listener is yes. */
export function letsThrough(url: string): boolean {
  let cancelled = false;
  onBeforeRequest({ url }, ({ cancel }) => (cancelled = cancel === true));
  return !cancelled;
}

/** What the app grants to a page, by the way it is asked. */
export function grants(permission: string): Record<'request' | 'check' | 'device', boolean> {
  let granted = false;
  onPermissionRequest(null, permission, (answer) => (granted = answer));
  return { request: granted, check: onPermissionCheck(), device: onDevice() };
}
