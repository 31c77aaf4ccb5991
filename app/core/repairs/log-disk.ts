import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import type { RepairContext } from './repair.ts';

/** Text of a loop packs to a tenth; a quarter leaves room for other text. */
const packsTo = 1 / 4;

/** A large log goes into our own folder, packed, and is emptied in place. Where there is no room for that: a person. */
export const logDisk = makeLadder('log-disk', {
  never: ['delete-anything', 'sudo', 'touch-database'],
  rungs: [
    {
      name: 'archive-log',
      plan(finding, context) {
        const { path, sizeBytes, freeBytes } = finding.args;
        if (path === null || sizeBytes === null || freeBytes === null || freeBytes < sizeBytes * packsTo) return null;
        return makePlan(finding, context, {
          rung: 'archive-log',
          steps: [{ kind: 'archive-log', path }],
          interrupts: false,
          questions: [],
          goal: null,
        });
      },
    },
  ],
  otherwise: (finding, context) => instruct(finding, commandsFor(finding, context)),
});

function commandsFor({ args }: Finding<'log-disk'>, { snapshot }: RepairContext): readonly string[] {
  const path = args.path ?? valueOf(snapshot.log)?.path ?? snapshot.target.stateDir;
  const look = `df -h ${quote(path)}`;
  const count = `tail -n 5000 ${quote(path)} | sed 's/^[^ ]* //' | sort | uniq -c | sort -rn | head`;
  if (args.what === 'log-capped') return [count];
  // Emptied in place: the service keeps the file open.
  return args.path === null ? [look] : [look, count, `: > ${quote(path)}`];
}
