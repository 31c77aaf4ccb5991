import { deriveConfigPath } from '../file-places.ts';
import type { Evidence } from '../model/evidence.ts';
import { valueOf } from '../model/reading.ts';
import type { Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import type { RuleContext } from './rule.ts';

/** What rules about settings need: a configuration that can be read, of a gateway that is ours to look after. */
export interface Configured {
  readonly settings: Settings;
  /** Of the OpenClaw that the service runs; `null`: not known, and nothing that depends on it can be said. */
  readonly version: string | null;
}

export function readConfigured(snapshot: Snapshot, context: RuleContext): Configured | null {
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind !== 'parsed' || isHandsOff(snapshot, context)) return null;
  return { settings: content.settings, version: valueOf(snapshot.install)?.version ?? null };
}

/** A setting as it stands in the configuration: what to look for, and what one finds. */
export function settingEvidence(snapshot: Snapshot, wanted: string, line: string): Evidence {
  return { command: `grep -nF ${quote(wanted)} ${quote(deriveConfigPath(snapshot))}`, line };
}
