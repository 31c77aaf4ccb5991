import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type PlistValue } from 'plist';
import type { SimulatedMac } from './create.mjs';

/** Shell scripts that stand for a service in the simulation's own tests. */
export const scripts = {
  runs: 'exec sleep 600',
  /** Takes a while to end when asked to; prints `ready` when it listens to signals. */
  drains: "trap 'sleep 0.4; exit 0' TERM; echo ready; while :; do sleep 0.05; done",
  ignoresTerm: "trap '' TERM; echo ready; while :; do sleep 0.05; done",
  fails: 'exit 3',
} as const;

/** Writes a LaunchAgent into the user's folder; `keys` are plist keys besides Label and ProgramArguments. */
export function writeAgent(mac: SimulatedMac, label: string, script: string, keys: Record<string, PlistValue> = {}) {
  const file = path.join(mac.launchAgents, `${label}.plist`);
  mkdirSync(path.dirname(file), { recursive: true });
  const definition = { Label: label, ProgramArguments: ['/bin/sh', '-c', script], RunAtLoad: true, ...keys };
  writeFileSync(file, build(definition), { mode: 0o644 });
  return file;
}

/** A key of `launchctl print`, read as a careful reader would: behind exactly one tab. */
export function printedValue(printed: string, key: string): string | null {
  const line = printed.split('\n').find((candidate) => candidate.startsWith(`\t${key} = `));
  return line === undefined ? null : line.slice(key.length + 4);
}

/** Asks again until `wanted` holds; fails loudly after 10 s. */
export async function eventually<T>(ask: () => T | Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Never came true; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A dead process that nobody has waited for does not count. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return !existsSync('/proc/self') && process.kill(pid, 0);
  }
}
