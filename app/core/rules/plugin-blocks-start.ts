import { markMeanings, marksSinceStart, recentMarks } from '../log-life.ts';
import type { LogMark, LogMarkKind } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** What a plugin that cannot be loaded makes OpenClaw, or Node, say after it. */
const itsOwnEnd: ReadonlySet<LogMarkKind> = new Set(['plugin-broken', 'config-invalid', 'module-missing']);

/**
 * A plugin is gone, of another version or broken, and the gateway ends while it starts, or runs without that channel.
 * A gateway that is ready has got over it: then the same lines are warnings.
 */
export const pluginBlocksStart: Rule<'plugin-blocks-start'> = {
  code: 'plugin-blocks-start',
  graceMs: 10_000,
  causes: ['no-cli', 'entrypoint-stale'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const broken = recentMarks(snapshot, 'plugin-broken');
    const blamed = isServing(context) ? findFailing(snapshot, context, broken) : findLast(snapshot, context, broken);
    if (blamed === null) return [];
    const plugin = pluginIn(blamed.line);
    return [
      makeFinding('plugin-blocks-start', plugin ?? snapshot.target.label, {
        severity: severityOfFault(context),
        certainty: 'likely',
        args: { plugin, line: blamed.line, blocks: isServing(context) ? 'channel' : 'start' },
        evidence: markEvidence(snapshot, broken),
      }),
    ];
  },
};

/** The part that the gateway itself calls failing is named by a plugin's error. */
function findFailing(snapshot: Snapshot, { facts }: RuleContext, broken: readonly LogMark[]): LogMark | null {
  const ready = valueOf(snapshot.reach)?.ready;
  if (facts.answer !== 'not-ready' || ready?.kind !== 'json') return null;
  return broken.findLast(({ line }) => ready.body.failing.some((part) => namesPart(line, part))) ?? null;
}

function namesPart(line: string, part: string): boolean {
  return line.split(/[^\w@-]+/).includes(part) || line.split(/[^\w@/-]+/).includes(part);
}

/** Nothing that ends a start came after it, and no start is under way. */
function findLast(snapshot: Snapshot, { facts }: RuleContext, broken: readonly LogMark[]): LogMark | null {
  const isUnderWay = facts.job === 'starting' || (facts.job === 'running' && facts.warmUp !== 'over');
  const wasStarted = facts.job !== 'no-manager' && facts.job !== 'unknown';
  if (isUnderWay || !wasStarted || (facts.answer !== 'refused' && facts.answer !== 'silent')) return null;
  const last = marksSinceStart(snapshot).findLast(({ kind }) => markMeanings[kind] === 'fatal');
  return last !== undefined && itsOwnEnd.has(last.kind) ? (broken.at(-1) ?? null) : null;
}

/** By OpenClaw's own ways to name it (2026.3.13, 2026.9.6). */
function pluginIn(line: string): string | null {
  const patterns = [
    /plugin not found: ([\w@./-]+)/,
    /\[plugins\] ([\w@./-]+) failed/,
    /plugins\.entries\.([\w@-]+)/,
    /\/extensions\/([\w@-]+)\//,
  ];
  return patterns.map((pattern) => pattern.exec(line)?.[1]).find((name) => name !== undefined) ?? null;
}
