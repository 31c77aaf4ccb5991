import { findClobber } from '../history/find-clobber.ts';
import type { ConfigEdit } from '../model/repair.ts';
import { quote } from '../rules/evidence.ts';
import { wishAfterMending } from './after-edit.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit, planRestore } from './edit.ts';
import { makeLadder } from './ladder.ts';

/** What is gone comes back by itself, with all that was written since; else the version before it. A person decides. */
export const configClobber = makeLadder('config-clobber', {
  never: ['overwrite-unkept', 'show-secret', 'doctor-fix'],
  rungs: [
    {
      name: 'copy-lost',
      plan(finding, context) {
        const clobber = findClobber(context.snapshot);
        // A position in a list means another entry by now.
        if (clobber === null || clobber.lost.some((path) => path.some((step) => typeof step === 'number'))) return null;
        const from = { kind: 'version', id: clobber.before.id } as const;
        const edits = clobber.lost.map((path): ConfigEdit => ({ op: 'copy', path, from }));
        return planConfigEdit(finding, context, { rung: 'copy-lost', edits, restart: wishAfterMending(context) });
      },
    },
    {
      name: 'restore-previous',
      plan(finding, context) {
        const clobber = findClobber(context.snapshot);
        if (clobber === null) return null;
        const source = { kind: 'version', id: clobber.before.id } as const;
        const { file } = clobber.before;
        const restart = wishAfterMending(context);
        return planRestore(finding, context, { rung: 'restore-previous', path: file, source, restart });
      },
    },
  ],
  otherwise: (finding) => {
    const { path, what, keys } = finding.args;
    return instruct(
      finding,
      what === 'rolled-back' || what === 'write-refused'
        ? [`diff ${quote(keys)} ${quote(path)}`]
        : [`ls -lt ${quote(path)}*`],
    );
  },
});
