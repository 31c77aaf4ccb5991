import type { Picture } from '../core/model/picture.ts';
import { valueOf } from '../core/model/reading.ts';
import { probeNames } from '../core/model/snapshot.ts';

/**
 * Equal for two pictures that tell a person the same. What moves by itself (ages, run counts, the pid of each spawn
 * of a crash loop) is left out, so that `watch` prints a line for each change and none for each look.
 */
export function meaningfulKey({ snapshot, status, findings, activity, lastResult }: Picture): string {
  const service = valueOf(snapshot.service);
  const config = valueOf(snapshot.config);
  const pid = status.state === 'crash-looping' ? null : status.args.pid;
  return JSON.stringify([
    [status.state, status.reason, pid, status.args.otherPid, status.args.failing],
    findings.map(({ finding }) => [finding.id, finding.severity, finding.certainty]),
    [activity?.action, lastResult?.action, lastResult?.outcome, lastResult?.finishedAt],
    [snapshot.port.port, valueOf(snapshot.install)?.version, service?.loaded, service?.enabled],
    [snapshot.definition.status, snapshot.config.status, config?.content.kind],
    probeNames.flatMap((name) => {
      const reading = snapshot[name];
      return reading.status === 'unknown' ? [name, reading.reason.code] : [];
    }),
  ]);
}
