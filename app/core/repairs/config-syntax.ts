import { quote } from '../rules/evidence.ts';
import { wishAfterMending } from './after-edit.ts';
import { instruct } from './by-hand.ts';
import { planRestore } from './edit.ts';
import { listFormerVersions, sourceOf } from './former-version.ts';
import { makeLadder } from './ladder.ts';

/** What was meant, only the person knows who wrote it: nothing is corrected, but what was there before can come back. */
export const configSyntax = makeLadder('config-syntax', {
  never: ['guess-content', 'overwrite-unkept', 'doctor-fix'],
  rungs: [
    {
      name: 'restore-last-parsable',
      plan(finding, context) {
        const { path } = finding.args;
        const [former] = listFormerVersions(context.snapshot, path);
        if (former === undefined) return null;
        const restart = wishAfterMending(context);
        return planRestore(finding, context, {
          rung: 'restore-last-parsable',
          path,
          source: sourceOf(former),
          restart,
        });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(finding, [
      `nano +${finding.args.line},${finding.args.column} ${quote(finding.args.path)}`,
      'openclaw config validate',
    ]),
});
