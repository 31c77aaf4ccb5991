import type { LifecycleEntry } from '../model/log.ts';
import { redactText } from '../redact.ts';

/**
 * The newest entry of `logs/gateway-restart.log` (OpenClaw 2026.9.6): lines `[ISO] openclaw gateway lifecycle
 * source=cli action=stop mode=bootout …` and `[ISO] openclaw restart attempt|done|failed source=handoff mode=… …`.
 * `null` when there is none.
 */
export function parseLastLifecycle(text: string): LifecycleEntry | null {
  for (const line of text.split('\n').toReversed()) {
    const entry = parseLifecycleLine(line);
    if (entry !== null) return entry;
  }
  return null;
}

function parseLifecycleLine(line: string): LifecycleEntry | null {
  const match = /^\[([^\]]+)\] openclaw (gateway lifecycle|restart (?:attempt|done|failed|blocked)) (.*)$/.exec(line);
  if (match === null) return null;
  const [, time = '', what = '', rest = ''] = match;
  const at = Date.parse(time);
  if (Number.isNaN(at)) return null;
  const field = (name: string): string | undefined => new RegExp(`\\b${name}=(\\S+)`).exec(rest)?.[1];
  return {
    at,
    action: what === 'gateway lifecycle' ? actionOf(field('action')) : actionOfMode(field('mode')),
    source: field('source') ?? 'unknown',
    failed: what === 'restart failed' || what === 'restart blocked',
    line: redactText(line),
  };
}

function actionOf(word: string | undefined): LifecycleEntry['action'] {
  return word === 'start' || word === 'stop' || word === 'restart' ? word : 'other';
}

/** `park`: the gateway takes its own job out of service, because it cannot start; no person has asked for that. */
function actionOfMode(mode: string | undefined): LifecycleEntry['action'] {
  return mode === 'park' ? 'other' : 'restart';
}
