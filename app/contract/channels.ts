import type { RequestName } from './requests.ts';

/** Names on the wire. Free of zod, so that the sandboxed preload can bundle them. */
export const requestNames = [
  'look',
  'act',
  'previewRepair',
  'executeRepair',
  'compareVersion',
  'previewRestore',
  'previewDriftUndo',
  'askDevices',
  'previewDevice',
  'previewModel',
  'previewFallbacks',
  'testProvider',
  'holdKey',
  'testNewProvider',
  'previewProvider',
  'undoRun',
  'copyInstructions',
  'openDashboard',
  'openLogs',
  'copyReport',
  'switchNews',
  'snoozeNews',
  'switchAutomatic',
  'setLocale',
] as const satisfies readonly RequestName[];

type Missing = Exclude<RequestName, (typeof requestNames)[number]>;
/** Does not compile when a request of the table is missing above. */
export const allRequestsNamed: Missing extends never ? true : Missing = true;

export const requestChannel = 'clawtender:request';
export const viewChannel = 'clawtender:view';
export const currentViewChannel = 'clawtender:current-view';
