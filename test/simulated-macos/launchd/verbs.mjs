import { bootout, bootstrap, kickstart, legacy, override, signalJob } from './changes.mjs';
import { getenv, list, managername, print, printDisabledServices, setenv, unsetenv } from './queries.mjs';

/**
 * The subcommands of launchctl that the simulation knows.
 *
 * @type {Readonly<Record<string, import('../types.ts').Verb>>}
 */
export const verbs = {
  bootstrap,
  bootout,
  kickstart,
  kill: signalJob,
  enable: override(false),
  disable: override(true),
  load: legacy('load'),
  unload: legacy('unload'),
  print,
  'print-disabled': printDisabledServices,
  list,
  getenv,
  setenv,
  unsetenv,
  managername,
};
