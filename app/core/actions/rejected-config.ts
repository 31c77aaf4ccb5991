import type { ActionQuestion } from '../model/action.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { runningVersion } from '../rules/stale-chunks.ts';
import { isOtherRelease } from '../versions.ts';
import { isLive } from './port-holder.ts';

/**
 * What is asked before a gateway that serves is taken away although its own schema refuses the configuration that it
 * would read next: it goes on with the old one until then, and does not come back (OpenClaw 2026.3.13 and 2026.9.6).
 * `null`: nothing serves, nothing is refused, or the schema at hand is of another release than the gateway.
 */
export function askAboutRejectedConfig(snapshot: Snapshot): ActionQuestion | null {
  const validation = valueOf(snapshot.validation);
  const version = validation?.schemaVersion ?? null;
  const [issue] = validation?.issues ?? [];
  if (issue === undefined || version === null || !isLive(snapshot)) return null;
  const running = runningVersion(snapshot);
  if (running !== null && isOtherRelease(running, version)) return null;
  return { code: 'restart-rejected-config', path: issue.file, line: issue.line, setting: issue.path, version };
}
