import type { Setting } from '../model/setting.ts';
import { listAllowedOrigins } from '../rules/origin-blocked.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import { restartFor } from './own-reload.ts';

const path = ['gateway', 'controlUi', 'allowedOrigins'] as const;

/** Exactly the origin that was refused, beside those that are there; never all of them. */
export const originBlocked = makeLadder('origin-blocked', {
  never: ['weaken-access', 'delete-anything'],
  rungs: [
    {
      name: 'allow-origin',
      plan(finding, context) {
        const { origin } = finding.args;
        const before = listAllowedOrigins(context.snapshot) ?? [];
        if (!before.every(isText)) return null;
        return planConfigEdit(finding, context, {
          rung: 'allow-origin',
          edits: [{ op: 'set', path, value: [...before, origin] }],
          questions: [{ code: 'allow-origin', origin }],
          restart: restartFor(context.snapshot, path.join('.')),
        });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, [`open ${finding.args.address}`]),
});

function isText(value: Setting): value is string {
  return typeof value === 'string';
}
