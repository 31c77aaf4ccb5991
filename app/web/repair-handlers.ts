import type { RequestHandlers } from '../contract/requests.ts';
import type { Locale } from '../core/model/view.ts';
import { writeRepairNotice } from '../core/text/repair-results.ts';
import type { Engine, RepairResult } from '../engine/engine.ts';

export type RepairHandlers = Pick<RequestHandlers, 'previewRepair' | 'executeRepair' | 'undoRun'>;

export interface RepairSituation {
  readonly engine: Engine;
  readonly locale: () => Locale;
  /** Is told of each change to the machine while it is made: a face must not end meanwhile. */
  readonly underway: (change: Promise<RepairResult>) => void;
}

/**
 * Previews, repairs and undoes, the same in the menu bar app and the browser face. A run that ended is shown by the
 * next view; what was not begun is told to the one who asked.
 */
export function createRepairHandlers({ engine, locale, underway }: RepairSituation): RepairHandlers {
  async function tell(change: Promise<RepairResult>): Promise<string | undefined> {
    underway(change);
    return writeRepairNotice(await change, locale());
  }
  return {
    previewRepair: async ({ findingId }) => void (await engine.preview(findingId)),
    executeRepair: ({ planId, confirmed }) => tell(engine.repair(planId, { confirmed })),
    undoRun: ({ runId, confirmed }) => tell(engine.undo(runId, { confirmed, dryRun: false })),
  };
}
