import type { LastExit } from './model/service.ts';

/** `78 EX_CONFIG`, `signal 9 Killed`: the manager's own words, for people who know them. `null`: none, or not told. */
export function describeLastExit(exit: LastExit | null): string | null {
  if (exit === null || exit.kind === 'never') return null;
  if (exit.kind === 'code') return exit.name === null ? String(exit.code) : `${exit.code} ${exit.name}`;
  return exit.kind === 'signal' ? `signal ${exit.signal} ${exit.name}` : exit.reason;
}
