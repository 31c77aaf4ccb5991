import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bootstrap, unload } from './changes.mjs';
import { destroyJob } from './job.mjs';

/** @import { Machine } from '../types.ts' */

/** Agents die with the session. @param {Machine} machine */
export function logOut(machine) {
  machine.loggedIn = false;
  for (const job of machine.jobs.values()) {
    if (job.domain.startsWith('gui/')) unload(machine, job);
  }
}

/** Every agent of the user's folder that is not disabled is loaded; bad ones are skipped without a word. */
/** @param {Machine} machine */
export function logIn(machine) {
  machine.loggedIn = true;
  const folder = path.join(machine.file.home, 'Library', 'LaunchAgents');
  for (const name of readAgents(folder))
    void bootstrap(machine, [`gui/${machine.file.uid}`, path.join(folder, name)], {});
}

/** The power goes: nothing is asked to end, everything does. @param {Machine} machine */
export async function switchOff(machine) {
  await Promise.all([...machine.jobs.values()].map(destroyJob));
}

/** @param {string} folder */
function readAgents(folder) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.plist'));
  } catch {
    return [];
  }
}
