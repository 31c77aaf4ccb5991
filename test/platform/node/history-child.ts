import fs from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

/**
 * history-child <data folder> <name> <count> <moment>: keeps `count` versions of a file of that name and of one that all
 * share, and kills itself at that moment (0: never). A moment is each call that changes the disk, just before it.
 */
const [folder = '', name = '', count = '0', chosen = '0'] = process.argv.slice(2);
let passed = 0;

type Call = (...args: unknown[]) => unknown;

function watchCalls(owner: object, names: readonly string[]): void {
  const calls = owner as Record<string, Call>;
  for (const each of names) {
    const call = calls[each];
    if (call === undefined) throw new Error(`no ${each} to watch`);
    calls[each] = function watched(this: unknown, ...args) {
      passed += 1;
      if (passed === Number(chosen)) process.kill(process.pid, 'SIGKILL');
      return call.apply(this, args);
    };
  }
}

watchCalls(fs, ['rename', 'mkdir', 'rm', 'utimes']);
const probe = await fs.open(process.execPath, 'r');
watchCalls(Object.getPrototypeOf(probe) as object, ['writeFile', 'sync', 'chmod']);
await probe.close();
syncBuiltinESMExports();

const { createHistory } = await import('../../../app/platform/node/history.ts');
const { systemClock } = await import('../../../app/platform/node/clock.ts');
const history = createHistory({ folder, clock: systemClock });

async function keep(file: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const by = { kind: 'other' } as const;
  const size = { sizeBytes: bytes.length, mode: 0o600 };
  const result = await history.keep({ file, kind: 'config', at: Date.now(), sha256, by, changed: [], bytes, ...size });
  if (result.kind === 'failed') throw new Error(result.message);
}

for (let index = 0; index < Number(count); index += 1) {
  await keep(`/${name}`, `${name} ${index}`);
  await keep('/shared', `shared ${index}`);
}
process.stdout.write(String(passed));
