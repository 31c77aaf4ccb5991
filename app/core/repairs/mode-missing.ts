import { valueOf } from '../model/reading.ts';
import { textAt } from '../settings/read.ts';
import { wishAfterMending } from './after-edit.ts';
import { instruct } from './by-hand.ts';
import { findCauseOf } from './causes.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';

/** First what took it away, if it was there before. Where another computer is named, only a person can say which it is. */
export const modeMissing = makeLadder('mode-missing', {
  never: ['flip-mode-unasked', 'doctor-fix', 'kickstart-loop'],
  rungs: [
    {
      name: 'set-local',
      plan(finding, context) {
        const first = findCauseOf(finding, context);
        if (first !== null) return refuseRepair(finding, 'other-first', { first });
        if (namesRemote(context)) return null;
        const edits = [{ op: 'set', path: ['gateway', 'mode'], value: 'local' }] as const;
        return planConfigEdit(finding, context, { rung: 'set-local', edits, restart: wishAfterMending(context) });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, ['openclaw config set gateway.mode local', 'openclaw gateway restart']),
});

function namesRemote({ snapshot }: RepairContext): boolean {
  const content = valueOf(snapshot.config)?.content;
  return content?.kind === 'parsed' && textAt(content.settings, ['gateway', 'remote', 'url']) !== null;
}
