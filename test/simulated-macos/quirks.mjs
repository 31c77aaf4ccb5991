import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @import { Quirks } from './types.ts' */

/** @param {string} root @returns {Quirks} */
export function readQuirks(root) {
  return JSON.parse(readFileSync(quirksFile(root), 'utf8'));
}

/** Replaced as a whole, so that no tool reads half of it. @param {string} root @param {Quirks} quirks */
export function writeQuirks(root, quirks) {
  const file = quirksFile(root);
  writeFileSync(`${file}.new`, JSON.stringify(quirks));
  renameSync(`${file}.new`, file);
}

/** @param {string} root */
function quirksFile(root) {
  return path.join(root, 'quirks.json');
}
