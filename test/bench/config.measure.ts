import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, test } from 'vitest';
import { startWatch } from '../openclaw/clawtender.ts';
import { recordFigure, spread } from './figures.ts';
import { openTerminal } from './terminal-gateway.ts';

const terminal = openTerminal('2026.9.6', 28977);
afterAll(() => terminal.home.close());

const saves = 40;

/** In place as some editors save, and by renaming a new file over the old as others do, in turn. */
function save(file: string, text: string, round: number): void {
  if (round % 4 < 2) return writeFileSync(file, text);
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

test('configuration saved to a changed state', async () => {
  await terminal.start();
  const watch = startWatch(terminal.home.env);
  await watch.next('unmanaged');
  const file = path.join(terminal.home.path, '.openclaw', 'openclaw.json');
  const good = readFileSync(file, 'utf8');
  const latencies: number[] = [];
  for (let round = 0; round < saves; round += 1) {
    const isBroken = round % 2 === 0;
    const changed = watch.nextThat((report) => report.config.valid === !isBroken);
    const text = isBroken ? good.replace('"gateway": {', '"gateway": ') : good;
    const savedAt = performance.now();
    save(file, text, round);
    await changed;
    latencies.push(performance.now() - savedAt);
  }
  watch.close();
  recordFigure({
    what: 'configuration saved to the changed line of `watch`',
    wanted: 'p95 ≤ 600 ms',
    measured: spread(latencies),
    how: 'broken and mended in turn, in place and by rename',
  });
});
