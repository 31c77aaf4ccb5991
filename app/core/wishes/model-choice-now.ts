import type { Setting, Settings } from '../model/setting.ts';
import { isGroup, settingAt } from '../settings/read.ts';
import { findModelPlace } from './model-edits.ts';

/** As it is written, which may be an alias; `null`: OpenClaw's own choice. */
export function primaryOf(settings: Settings): string | null {
  const now = settingAt(settings, findModelPlace(settings));
  const text = isGroup(now) ? now['primary'] : now;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** In their order; an agent's own model without any takes those of all agents. */
export function fallbacksOf(settings: Settings): readonly string[] {
  const now = settingAt(settings, [...findModelPlace(settings), 'fallbacks']);
  const common = settingAt(settings, ['agents', 'defaults', 'model', 'fallbacks']);
  return textsOf(now) ?? textsOf(common) ?? [];
}

function textsOf(list: Setting | undefined): readonly string[] | null {
  return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : null;
}
