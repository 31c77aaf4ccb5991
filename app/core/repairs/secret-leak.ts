import type { FindingArgsByCode } from '../model/finding.ts';
import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** A file is closed to others. Whether what was open must be replaced, only a person can tell. */
export const secretLeak = makeLadder('secret-leak', {
  never: ['new-token', 'weaken-access', 'delete-anything', 'sudo'],
  rungs: [
    {
      name: 'close-file',
      plan(finding, context) {
        const { what, path } = finding.args;
        if (what !== 'file-mode') return null;
        return makePlan(finding, context, {
          rung: 'close-file',
          steps: [{ kind: 'set-file-mode', path, mode: 0o600 }],
          interrupts: false,
          questions: [],
          goal: null,
        });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, commandsFor(finding.args)),
});

function commandsFor({ what, path }: FindingArgsByCode['secret-leak']): readonly string[] {
  if (what === 'place') return [`openclaw config get ${quote(path)}`, 'openclaw configure --section model'];
  const rest =
    what === 'argument' ? ['openclaw gateway install --force'] : ['openclaw gateway restart', 'openclaw dashboard'];
  return ['openclaw configure --section gateway', ...rest];
}
