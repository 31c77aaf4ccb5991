import { deriveAvailable } from '../../app/core/actions/available.ts';
import { judge } from '../../app/core/judge.ts';
import { emptyMemory } from '../../app/core/model/memory.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { Locale, View } from '../../app/core/model/view.ts';
import { deriveView } from '../../app/core/view.ts';
import { makeListener, makeProcess, makeService, makeSnapshot, readAt } from '../fakes/snapshots.ts';

/** A gateway started by hand keeps the port, and launchd starts the service in vain. */
const stray = makeProcess({
  pid: 5822,
  startedAt: readAt - 2_880_000,
  commandLine: '/opt/homebrew/bin/node /opt/homebrew/bin/openclaw gateway run',
});

/** The moments shown in the README: readings in, judged as any other. */
export const moments = {
  healthy: makeSnapshot(),
  conflict: makeSnapshot({
    service: known(
      makeService({
        phase: 'waiting',
        rawPhase: 'spawn scheduled',
        pid: null,
        runs: 14,
        lastExit: { kind: 'code', code: 1, name: null },
        evidence: [{ command: 'launchctl print gui/501/ai.openclaw.gateway', line: 'state = spawn scheduled' }],
      }),
      readAt,
    ),
    listeners: known([makeListener({ pid: stray.pid })], readAt),
    processes: known([stray], readAt),
  }),
} as const satisfies Record<string, Snapshot>;

export function deriveMoment(snapshot: Snapshot, locale: Locale): View {
  const { status, findings } = judge(snapshot, emptyMemory);
  const available = deriveAvailable(snapshot, status, {
    now: snapshot.at,
    lastForcedRestartAt: null,
    activity: null,
  });
  const picture = { snapshot, status, findings, available, activity: null, lastResult: null };
  return deriveView(picture, { locale, localeChoice: null, timeZone: 'UTC' });
}
