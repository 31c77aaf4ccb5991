import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @import { Machine } from '../types.ts' */

/** The overrides outlive the daemon, as launchd's own survive a restart of the Mac. @param {string} root */
export function loadDisabled(root) {
  const file = overridesFile(root);
  if (!existsSync(file)) return new Map();
  return new Map(/** @type {[string, boolean][]} */ (JSON.parse(readFileSync(file, 'utf8'))));
}

/** @param {Machine} machine */
export function saveDisabled(machine) {
  writeFileSync(overridesFile(machine.root), JSON.stringify([...machine.disabled]));
}

/** @param {string} root */
function overridesFile(root) {
  return path.join(root, 'disabled-overrides.json');
}
