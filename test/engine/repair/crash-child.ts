import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import { makeCrashWorld } from './crash-world.ts';

/**
 * crash-child <root> <repair|undo> <moment>: performs it and kills itself at that moment. A moment is each call that
 * changes the disk, just before it: after one call is before the next.
 */
const [root = '', what = '', chosen = '0'] = process.argv.slice(2);
let passed = 0;

function moment(): void {
  passed += 1;
  if (passed === Number(chosen)) process.kill(process.pid, 'SIGKILL');
}

type Call = (...args: unknown[]) => unknown;

/** `open` is left out, because an empty file is found by the next call, and syncing: it is power that it is for. */
const changing = ['rename', 'link', 'unlink', 'rm', 'rmdir', 'mkdir', 'chmod', 'writeFile'] as const;
const changingHandle = ['writeFile', 'truncate', 'chmod'] as const;

function watchCalls(owner: object, names: readonly string[]): void {
  const calls = owner as Record<string, Call>;
  for (const name of names) {
    const call = calls[name];
    if (call === undefined) throw new Error(`no ${name} to watch`);
    calls[name] = function watched(this: unknown, ...args) {
      moment();
      return call.apply(this, args);
    };
  }
}

const handle = await fs.open(process.execPath, 'r');
watchCalls(Object.getPrototypeOf(handle) as object, changingHandle);
await handle.close();
watchCalls(fs, changing);
syncBuiltinESMExports();

const { engine } = makeCrashWorld(root, moment);
if (what === 'repair') {
  const picture = await engine.look();
  const preview = await engine.preview(picture.findings[0]?.finding.id ?? '');
  if (preview?.offer.kind !== 'repair') throw new Error('no plan is offered');
  const result = await engine.repair(preview.offer.id, { confirmed: true });
  if (result.kind !== 'ended') throw new Error(`not ended: ${JSON.stringify(result)}`);
} else {
  const [run] = await engine.runs();
  const result = await engine.undo(run?.id ?? '', { confirmed: true, dryRun: false });
  if (result.kind !== 'ended') throw new Error(`not ended: ${JSON.stringify(result)}`);
}
process.stdout.write(String(passed));
