import type { Labels } from '../app/core/model/view.ts';

/** The age of a reading in words. Never "1 …": 119 seconds come before 2 minutes, so no language needs a plural. */
export function formatAge(ageMs: number, labels: Labels): string {
  const seconds = Math.floor(ageMs / 1000);
  if (seconds < 5) return labels.justNow;
  if (seconds < 120) return labels.secondsAgo.replace('{count}', String(seconds));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return labels.minutesAgo.replace('{count}', String(minutes));
  return labels.hoursAgo.replace('{count}', String(Math.floor(minutes / 60)));
}

/** Elapsed time as digits: `0:07`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
