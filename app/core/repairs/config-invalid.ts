import { valueOf } from '../model/reading.ts';
import type { ConfigEdit } from '../model/repair.ts';
import { listIssues } from '../rules/config-invalid.ts';
import { quote } from '../rules/evidence.ts';
import { compareOpenClawVersions } from '../versions.ts';
import { wishAfterMending } from './after-edit.ts';
import { instruct } from './by-hand.ts';
import { findCauseOf } from './causes.ts';
import { planConfigEdit, planRestore } from './edit.ts';
import { listFormerVersions, sourceOf } from './former-version.ts';
import { makeLadder } from './ladder.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';

/** Exactly what OpenClaw does not know goes; else what it ran on last comes back. */
export const configInvalid = makeLadder('config-invalid', {
  never: ['doctor-fix', 'guess-content', 'overwrite-unkept', 'update-or-install'],
  rungs: [
    {
      name: 'remove-unknown',
      plan(finding, context) {
        const first = findCauseOf(finding, context);
        if (first !== null) return refuseRepair(finding, 'other-first', { first });
        const edits = listRemovals(context);
        if (edits === null) return null;
        return planConfigEdit(finding, context, { rung: 'remove-unknown', edits, restart: wishAfterMending(context) });
      },
    },
    {
      name: 'restore-last-ran',
      plan(finding, context) {
        const { snapshot } = context;
        const path = valueOf(snapshot.config)?.path ?? finding.args.path;
        const ranAt = valueOf(snapshot.history)?.lastRan?.version.id;
        const former = listFormerVersions(snapshot, path).find(({ version }) => version.id === ranAt);
        if (former === undefined) return null;
        const restart = wishAfterMending(context);
        return planRestore(finding, context, { rung: 'restore-last-ran', path, source: sourceOf(former), restart });
      },
    },
  ],
  otherwise: ({ args, ...finding }) =>
    instruct({ ...finding, args }, [
      args.line === null ? `nano ${quote(args.path)}` : `nano +${args.line} ${quote(args.path)}`,
      'openclaw config validate',
    ]),
});

/** `null`: more is wrong than names that OpenClaw does not know, or a newer OpenClaw knows them. */
function listRemovals(context: RepairContext): readonly ConfigEdit[] | null {
  const { snapshot } = context;
  const issues = listIssues(snapshot, context, false);
  const content = valueOf(snapshot.config)?.content;
  const written = content?.kind === 'parsed' ? content.lastTouchedVersion : null;
  const version = valueOf(snapshot.install)?.version ?? null;
  const isNewer = written !== null && version !== null && (compareOpenClawVersions(written, version) ?? 0) > 0;
  if (issues.length === 0 || isNewer || issues.some(({ kind }) => kind !== 'unknown-key')) return null;
  return issues.map(({ setting }): ConfigEdit => ({ op: 'remove', path: setting }));
}
