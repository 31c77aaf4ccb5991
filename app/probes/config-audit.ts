import { deriveStateDir } from '../core/file-places.ts';
import { type ConfigAuditRecord, parseConfigAudit } from '../core/parse/config-audit.ts';
import { joinPath } from '../core/service-names.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';
import type { FileReadings } from './watched-files.ts';

/** A record has about a kilobyte; the newest hundred are more than anybody writes between two looks. */
const maxLogBytes = 128 * 1024;
/** Keys begin with the time of the record (OpenClaw 2026.9.6). */
const newest =
  "SELECT payload_json FROM diagnostic_events WHERE scope = 'config-audit' ORDER BY event_key DESC LIMIT 100";

/**
 * OpenClaw's own record of who wrote the configuration, newest last: `logs/config-audit.jsonl` before 2026.8.1, its
 * database since; an update moves the one into the other. `null`: there is none, or it cannot be read.
 */
export async function readConfigAudit(
  { ports, target }: ProbeContext,
  { definition }: FileReadings,
): Promise<readonly ConfigAuditRecord[] | null> {
  const stateDir = deriveStateDir({ definition, target });
  const log = await ports.files.readTail(joinPath(stateDir, 'logs/config-audit.jsonl'), { maxBytes: maxLogBytes });
  if (log.kind === 'read') return parseConfigAudit(decodeText(log.bytes).split('\n'));
  const found = await ports.databases.readColumn(joinPath(stateDir, 'state/openclaw.sqlite'), newest);
  return found.kind === 'read' && found.values.length > 0 ? parseConfigAudit(found.values.toReversed()) : null;
}
