import { execFile } from 'node:child_process';
import { afterAll, test } from 'vitest';
import { clawtender } from '../openclaw/clawtender.ts';
import { openClawNode } from '../openclaw/install.mjs';
import { inMs, median, recordFigure, spread } from './figures.ts';
import { openTerminal } from './terminal-gateway.ts';

const terminal = openTerminal('2026.9.6', 28971);
afterAll(() => terminal.home.close());

const rounds = 15;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** The official command on the same gateway; its exit code says nothing here. */
function openClawStatus(): Promise<void> {
  const { env } = terminal.home;
  return new Promise((resolve) => {
    execFile(openClawNode, [terminal.entry, 'gateway', 'status', '--json'], { env }, () => resolve());
  });
}

test('status --json', async () => {
  await terminal.start();
  const ours: number[] = [];
  const theirs: number[] = [];
  await clawtender(terminal.home.env, 'status', '--json');
  // In turn, so that a drift of the machine's speed meets both.
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timed(() => clawtender(terminal.home.env, 'status', '--json')));
    if (round < 7) theirs.push(await timed(openClawStatus));
  }
  recordFigure({
    what: '`clawtender status --json`',
    wanted: 'median ≤ 300 ms',
    measured: spread(ours),
    how: 'whole process, gateway 2026.9.6 in the foreground',
  });
  recordFigure({
    what: 'against `openclaw gateway status --json`',
    wanted: '≥ 10 × faster',
    measured: `${(median(theirs) / median(ours)).toFixed(1)} × (median ${inMs(median(theirs))})`,
    how: 'same gateway, same run, in turn',
  });
});
