import { valueOf } from '../model/reading.ts';
import { deriveFaultCase } from '../provider-faults/case.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import { restartFor } from './own-reload.ts';

/** The length that the model really has: then OpenClaw sums up in time. The conversation itself is the person's. */
export const contextOverflow = makeLadder('context-overflow', {
  never: ['delete-anything', 'touch-database', 'spend-unasked'],
  rungs: [
    {
      name: 'set-window',
      plan(finding, context) {
        const { window, known } = finding.args;
        const content = valueOf(context.snapshot.config)?.content;
        if (known === null || window === null || window <= known || content?.kind !== 'parsed') return null;
        const { entries } = deriveFaultCase(context.snapshot, content.settings, null);
        const model = entries
          .flatMap(({ name, models }) => models.map((each) => ({ ref: `${name}/${each.id}`, path: each.path })))
          .find(({ ref }) => ref === finding.subject);
        if (model === undefined) return null;
        const path = [...model.path, 'contextWindow'];
        return planConfigEdit(finding, context, {
          rung: 'set-window',
          edits: [{ op: 'set', path, value: known }],
          restart: restartFor(context.snapshot, 'models.providers'),
        });
      },
    },
  ],
  // To be sent in the conversation.
  otherwise: (finding) => instruct(finding, ['/status', '/compact', '/new', '/context detail']),
});
