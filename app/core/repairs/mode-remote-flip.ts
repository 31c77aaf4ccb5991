import type { ConfigEdit } from '../model/repair.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';

/** Which computer has the gateway, a person decides: this is asked, and nothing is started by it. */
export const modeRemoteFlip = makeLadder('mode-remote-flip', {
  never: ['flip-mode-unasked', 'doctor-fix', 'update-or-install'],
  rungs: [
    {
      name: 'set-local',
      plan(finding, context) {
        const edits: readonly ConfigEdit[] = [
          { op: 'set', path: ['gateway', 'mode'], value: 'local' },
          // What is no token would be taken for this computer's as well.
          ...(finding.args.why === 'odd-token'
            ? [{ op: 'remove', path: ['gateway', 'remote', 'token'] } as const]
            : []),
        ];
        return planConfigEdit(finding, context, { rung: 'set-local', edits, restart: 'never' });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(finding, [
      'openclaw config set gateway.mode local',
      'openclaw config unset gateway.remote',
      'openclaw gateway install',
      'openclaw gateway start',
    ]),
});
