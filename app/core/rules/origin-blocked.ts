import { deriveDashboardUrl } from '../dashboard-url.ts';
import { recentMarks } from '../log-life.ts';
import type { LogMark } from '../model/log.ts';
import type { Setting } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { settingAt } from '../settings/read.ts';
import { settingsOf } from '../tokens.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
/** One request may be any page of the web that tried. */
const fewest = 2;

/** The dashboard was opened at an address that the gateway does not know as its own. */
export const originBlocked: Rule<'origin-blocked'> = {
  code: 'origin-blocked',
  graceMs: 0,
  causes: ['bind-exposed'],
  find(snapshot, context) {
    if (context.facts.job !== 'running' || isHandsOff(snapshot, context)) return [];
    const marks = recentMarks(snapshot, 'origin-not-allowed', withinMs);
    const origins = [...new Set(marks.flatMap(({ line }) => originIn(line) ?? []))];
    return origins.flatMap((origin) => {
      const own = marks.filter(({ line }) => originIn(line) === origin);
      return own.length < fewest || isAllowed(snapshot, origin) ? [] : [makeBlocked(snapshot, origin, own)];
    });
  },
};

function makeBlocked(snapshot: Snapshot, origin: string, marks: readonly LogMark[]) {
  return makeFinding('origin-blocked', origin, {
    severity: 'notice',
    // It may be the person's own browser, or a page that has no business here.
    certainty: 'likely',
    args: { origin, address: deriveDashboardUrl({ snapshot }), count: marks.length },
    evidence: markEvidence(snapshot, marks),
  });
}

/** Exactly as a browser writes it: `https://host` or `http://host:port`. */
function originIn(line: string): string | null {
  return (
    /\borigin=(https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?|https?:\/\/\[[0-9A-Fa-f:]+\](?::\d{1,5})?)(?=\s|$)/.exec(
      line,
    )?.[1] ?? null
  );
}

/** What is in the configuration by now; `null`: nothing, or something that is no list. */
export function listAllowedOrigins(snapshot: Snapshot): readonly Setting[] | null {
  const written = settingAt(settingsOf(snapshot) ?? {}, ['gateway', 'controlUi', 'allowedOrigins']);
  return Array.isArray(written) ? (written as readonly Setting[]) : null;
}

function isAllowed(snapshot: Snapshot, origin: string): boolean {
  return listAllowedOrigins(snapshot)?.some((each) => each === origin || each === '*') ?? false;
}
