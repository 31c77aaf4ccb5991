import {
  bonjourCrash,
  bonjourStorm,
  brokenChannel,
  brokenPlugin,
  corruptDatabase,
  frozenAfterWake,
  fullDisk,
  heavy,
  largeLog,
  lockedOut,
  newerDatabase,
  notReadyAfterWake,
  oldClient,
  safeMode,
  spinning,
  telegramConflict,
} from '../../core/told-machines.ts';

/** Machines on which the gateway itself tells what is wrong. */
export const gatewayScenarios = {
  'breaker-safe-mode': [safeMode],
  'sleep-wake': [frozenAfterWake, notReadyAfterWake],
  cpu: [spinning],
  mem: [heavy],
  'log-disk': [largeLog, fullDisk],
  bonjour: [bonjourCrash, bonjourStorm],
  tcc: [lockedOut],
  'db-corrupt': [corruptDatabase],
  'db-newer': [newerDatabase],
  'plugin-blocks-start': [brokenPlugin, brokenChannel],
  'proto-mismatch': [oldClient],
  'tg-409': [telegramConflict],
} as const;
