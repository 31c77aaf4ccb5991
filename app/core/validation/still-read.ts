import type { SettingPath } from '../model/setting.ts';
import { compareOpenClawVersions } from '../versions.ts';

/**
 * Settings that are no longer in the schema, and that OpenClaw nevertheless takes: it reads them into their new place
 * each time (2026.9.6, from 2026.8.1 on; `*` is any one name or position).
 */
const stillRead: readonly SettingPath[] = [
  ['agents', 'list'],
  ['agents', 'defaults', 'contextTokens'],
  ['agents', 'entries', '*', 'contextTokens'],
  ['models', 'providers', '*', 'contextTokens'],
  ['models', 'providers', '*', 'contextWindow'],
  ['plugins', 'entries', 'github-copilot', 'config', 'discovery'],
];

export function isStillRead(path: SettingPath, version: string): boolean {
  // For editors; OpenClaw takes it off before it looks (2026.3.13 and 2026.9.6).
  if (path.length === 1 && path[0] === '$schema') return true;
  if ((compareOpenClawVersions(version, '2026.8.1') ?? -1) < 0) return false;
  return stillRead.some((known) => known.every((step, index) => step === '*' || step === path[index]));
}
