import { recentMarks } from '../log-life.ts';
import type { ConfigFile } from '../model/config-file.ts';
import type { Finding } from '../model/finding.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { ConfigIssue } from '../model/validation.ts';
import { compareOpenClawVersions, isOtherRelease } from '../versions.ts';
import { isServing, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';
import { runningVersion } from './stale-chunks.ts';

/**
 * OpenClaw does not take the configuration: by its own schema of this very version, or because the gateway said so of
 * the file as it is now. A gateway that runs goes on with the old one, ends with its next restart, and every command
 * of OpenClaw fails meanwhile.
 */
export const configInvalid: Rule<'config-invalid'> = {
  code: 'config-invalid',
  graceMs: 5_000,
  causes: ['update-partial', 'older-binary', 'plugin-blocks-start', 'redacted-written', 'config-clobber'],
  find(snapshot, context) {
    const config = valueOf(snapshot.config);
    if (config?.content.kind !== 'parsed' || context.facts.idle === 'maintenance') return [];
    const mark = findFreshMark(snapshot, config);
    const issues = listIssues(snapshot, context, mark !== null);
    const [issue] = issues;
    if (issue !== undefined) return [bySchema(snapshot, context, { issue, issues, mark })];
    return mark === null ? [] : [byGateway(snapshot, context, config, mark)];
  },
};

/** The gateway's own word about the file that is there now. */
function findFreshMark(snapshot: Snapshot, { modifiedAt }: ConfigFile): LogMark | null {
  const marks = recentMarks(snapshot, 'config-invalid');
  return marks.findLast(({ at }) => at !== null && at >= modifiedAt) ?? null;
}

/** What the schema says, where it is the schema of the gateway that it is about. */
export function listIssues(snapshot: Snapshot, context: RuleContext, isSaid: boolean): readonly ConfigIssue[] {
  const validation = valueOf(snapshot.validation);
  const version = validation?.schemaVersion ?? null;
  if (validation === undefined || version === null) return [];
  if (isSaid) return validation.issues;
  const running = runningVersion(snapshot);
  if (isServing(context)) return running !== null && isOtherRelease(running, version) ? [] : validation.issues;
  // After an update the first start moves old settings to their new places by itself.
  const content = valueOf(snapshot.config)?.content;
  const written = content?.kind === 'parsed' ? content.lastTouchedVersion : null;
  const isOlder = written !== null && (compareOpenClawVersions(written, version) ?? 0) < 0;
  return isOlder ? [] : validation.issues;
}

function bySchema(
  snapshot: Snapshot,
  context: RuleContext,
  found: { readonly issue: ConfigIssue; readonly issues: readonly ConfigIssue[]; readonly mark: LogMark | null },
): Finding<'config-invalid'> {
  const { issue, issues, mark } = found;
  const written = issues.slice(0, 5).map((each) => ({
    command: each.line === null ? 'openclaw config validate' : `sed -n '${each.line}p' ${quote(each.file)}`,
    line: `${each.line === null ? '' : `${each.line}:${each.column}: `}${each.path}: ${each.message}`,
  }));
  return makeFinding('config-invalid', valueOf(snapshot.config)?.path ?? issue.file, {
    severity: severityOfFault(context),
    certainty: 'certain',
    args: {
      path: issue.file,
      setting: issue.path,
      line: issue.line,
      what: issue.kind,
      message: issue.message,
      count: issues.length,
      runs: isServing(context),
    },
    evidence: [...written, ...(mark === null ? [] : markEvidence(snapshot, [mark]))],
  });
}

function byGateway(
  snapshot: Snapshot,
  context: RuleContext,
  { path }: ConfigFile,
  mark: LogMark,
): Finding<'config-invalid'> {
  const message = /(?:Invalid config at \S+?:?|Config invalid:?|\(invalid config\):)\s*(?:\\n- |- )?(.+)$/.exec(
    mark.line,
  );
  return makeFinding('config-invalid', path, {
    severity: severityOfFault(context),
    certainty: 'certain',
    args: {
      path,
      setting: null,
      line: null,
      what: 'told',
      message: message?.[1] ?? mark.line,
      count: 1,
      runs: isServing(context),
    },
    evidence: markEvidence(snapshot, [mark]),
  });
}
