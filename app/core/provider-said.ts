import { recentMarks } from './log-life.ts';
import type { LogMark, LogMarkKind } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/** What a provider answered to a request, as the gateway's log has it. */
export interface ProviderSaid {
  /** Lower case, as references are compared. */
  readonly provider: string;
  readonly model: string | null;
  /** The provider's own words, or OpenClaw's for them. */
  readonly words: string;
  readonly mark: LogMark;
}

const longest = 200;

/** By the lines of 2026.3.13 and 2026.9.6 that name the provider; of others it is not known whose they are. */
const shapes: readonly RegExp[] = [
  /\bmodel=(?<model>\S+) provider=(?<provider>\S+) error=(?:.* rawError=)?(?<words>.*)$/,
  /\breason=\w+ .*?\bfrom=(?<provider>[^/\s]+)\/(?<model>\S+) profile=\S+(?: rawError=(?<words>.*))?$/,
  /\breason=\w+ provider=(?<provider>[^/\s]+)\/(?<model>\S+) profile=/,
  /(?<words>No available auth profile for (?<provider>[\w.@-]+) \(all in cooldown or unavailable\))/,
];

/** `null`: the line names no provider. */
export function parseProviderSaid(mark: LogMark): ProviderSaid | null {
  const groups = shapes.map((shape) => shape.exec(mark.line)?.groups).find((found) => found !== undefined);
  const provider = groups?.['provider']?.toLowerCase();
  if (groups === undefined || provider === undefined) return null;
  return { provider, model: groups['model'] ?? null, words: tidy(groups['words'] ?? ''), mark };
}

/** Without what tells nothing: the sign before it, and the number of the request. */
function tidy(words: string): string {
  const plain = words
    .replace(/^⚠️\s*/u, '')
    .replace(/\s*Request id: \S+$/i, '')
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Since the gateway's last start. */
export function listAllSaid(snapshot: Snapshot, kind: LogMarkKind): readonly ProviderSaid[] {
  return recentMarks(snapshot, kind).flatMap((mark) => {
    const said = parseProviderSaid(mark);
    return said === null ? [] : [said];
  });
}

/**
 * The same, but not before the configuration was written for the last time: what was said of former settings is over.
 * Lines without a time are left out.
 */
export function listProviderSaid(snapshot: Snapshot, kind: LogMarkKind): readonly ProviderSaid[] {
  const changedAt = valueOf(snapshot.config)?.modifiedAt ?? 0;
  return listAllSaid(snapshot, kind).filter(({ mark }) => mark.at !== null && mark.at >= changedAt);
}
