import type { RequestHandlers } from '../contract/requests.ts';
import { findTicked } from '../core/history-view.ts';
import type { RestoreRequest } from '../core/model/restore.ts';
import type { Locale } from '../core/model/view.ts';
import { writeRestoreFault } from '../core/text/restore-faults.ts';
import type { Engine } from '../engine/engine.ts';

export type HistoryHandlers = Pick<RequestHandlers, 'compareVersion' | 'previewRestore'>;

export interface HistorySituation {
  readonly engine: Engine;
  readonly locale: () => Locale;
}

/** Comparisons and previews of restores, the same in the menu bar app and the browser face. */
export function createHistoryHandlers({ engine, locale }: HistorySituation): HistoryHandlers {
  return {
    compareVersion: async ({ versionId }) => {
      await engine.compare(versionId);
      return undefined;
    },
    previewRestore: async ({ versionId, rows }) => {
      const keys = rows === null ? null : findTicked(engine.current()?.compared ?? null, versionId, rows);
      // The comparison is another one by now: the newest view shows it.
      if (rows !== null && keys === null) return writeRestoreFault({ kind: 'no-difference' }, locale());
      return previewOrTell(engine, { kind: 'version', reference: versionId, keys }, locale());
    },
  };
}

/** The preview is shown by the next view; why there is none is told to the one who asked. */
export async function previewOrTell(
  engine: Engine,
  request: RestoreRequest,
  locale: Locale,
): Promise<string | undefined> {
  const answer = await engine.previewRestore(request);
  return 'offer' in answer ? undefined : writeRestoreFault(answer, locale);
}
