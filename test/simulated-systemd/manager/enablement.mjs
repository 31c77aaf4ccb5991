import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { unitFolder } from './unit-file.mjs';

/** @import { Manager, Unit } from '../types.ts' */

/** Enabled is a link in the folder of the target that pulls it in. @param {Manager} manager @param {Unit} unit */
function linkOf({ home }, { name, definition }) {
  return path.join(unitFolder(home), `${definition.wantedBy ?? 'default.target'}.wants`, name);
}

/** @param {Manager} manager @param {Unit} unit */
export function isEnabled(manager, unit) {
  return existsSync(linkOf(manager, unit));
}

/** @param {Manager} manager @param {Unit} unit @returns {string} what systemctl says on stderr */
export function enableUnit(manager, unit) {
  const link = linkOf(manager, unit);
  if (existsSync(link)) return '';
  mkdirSync(path.dirname(link), { recursive: true });
  symlinkSync(unit.definition.path, link);
  return `Created symlink '${link}' → '${unit.definition.path}'.\n`;
}

/** @param {Manager} manager @param {Unit} unit @returns {string} what systemctl says on stderr */
export function disableUnit(manager, unit) {
  const link = linkOf(manager, unit);
  if (!existsSync(link)) return '';
  rmSync(link);
  return `Removed '${link}'.\n`;
}
