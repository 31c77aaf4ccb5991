import { isServing } from '../rules/circumstances.ts';
import type { HistoryFacts, VersionWithSettings } from '../model/history.ts';
import { valueOf } from '../model/reading.ts';
import type { VersionSource } from '../model/repair.ts';
import { SecretMark } from '../model/setting.ts';
import { settingAt } from '../settings/read.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { sourceOf } from './former-version.ts';
import { makeLadder } from './ladder.ts';

const tokenPath = ['gateway', 'auth', 'token'] as const;

/** The token that was there comes back, so that every client keeps working; a new one is a person's decision. */
export const tokenMissing = makeLadder('token-missing', {
  never: ['new-token', 'weaken-access', 'delete-anything', 'clear-devices', 'doctor-fix'],
  rungs: [
    {
      name: 'restore-token',
      plan(finding, context) {
        if (finding.args.why === 'variable') return null;
        const from = findSource(valueOf(context.snapshot.history));
        if (from === null) return null;
        return planConfigEdit(finding, context, {
          rung: 'restore-token',
          edits: [{ op: 'copy', path: tokenPath, from }],
          restart: isServing(context) ? 'if-running' : 'bring-up',
        });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(
      finding,
      finding.args.why === 'variable'
        ? [`printenv ${finding.args.variable ?? ''}`.trim(), 'openclaw gateway restart']
        : ['openclaw doctor --fix --generate-gateway-token', 'openclaw gateway restart', 'openclaw dashboard'],
    ),
});

/** The newest content with a token of its own, ours or OpenClaw's; of the same content rather the one that stays. */
function findSource(history: HistoryFacts | undefined): VersionSource | null {
  const former = findFormer(history);
  const copy = history?.tokenCopy ?? null;
  const isNewer = copy !== null && (former === null || copy.modifiedAt > former.version.at);
  if (isNewer && copy.sha256 !== former?.version.sha256) {
    return { kind: 'backup', path: copy.path, sha256: copy.sha256 };
  }
  return former && sourceOf(former);
}

/** The newest of the versions whose content is known that had a token of its own. */
function findFormer(history: HistoryFacts | undefined): VersionWithSettings | null {
  const usable = [history?.previous, history?.lastRan, history?.inForce].flatMap((each) => {
    const token = settingAt(each?.settings ?? undefined, tokenPath);
    return each && token instanceof SecretMark && token.shape === 'ordinary' ? [each] : [];
  });
  return usable.toSorted((one, other) => other.version.at - one.version.at)[0] ?? null;
}
