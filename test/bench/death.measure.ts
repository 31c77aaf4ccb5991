import { afterAll, describe, test } from 'vitest';
import { startWatch } from '../openclaw/clawtender.ts';
import { untilSilent } from '../openclaw/gateways.ts';
import { openClawVersions } from '../openclaw/install.mjs';
import { inMs, median, recordFigure, spread } from './figures.ts';
import { openTerminal } from './terminal-gateway.ts';

const kills = 20;
const stops = 8;

describe.each(openClawVersions)('OpenClaw %s', (version) => {
  const terminal = openTerminal(version, version === '2026.9.6' ? 28973 : 28975);
  afterAll(() => terminal.home.close());

  test('kill -9 to a changed state in watch', async () => {
    const watch = startWatch(terminal.home.env);
    const latencies: number[] = [];
    for (let round = 0; round < kills; round += 1) {
      const serving = watch.next('unmanaged');
      const { pid, gateway } = await terminal.start();
      await serving;
      const gone = watch.next('not-installed');
      const killedAt = performance.now();
      process.kill(pid, 'SIGKILL');
      await gone;
      latencies.push(performance.now() - killedAt);
      await gateway.exited;
    }
    watch.close();
    recordFigure({
      what: `death of a gateway ${version} (kill -9) to the changed line of \`watch\``,
      wanted: 'p95 ≤ 300 ms',
      measured: spread(latencies),
      how: 'from the signal to the line in another process',
    });
  });

  test('SIGTERM to exit, watched and not', async () => {
    const alone: number[] = [];
    const watched: number[] = [];
    // In turn, so that what else the machine does falls on both.
    for (let round = 0; round < stops; round += 1) {
      alone.push(await timeStop(false));
      watched.push(await timeStop(true));
    }
    recordFigure({
      what: `shutdown of a gateway ${version} while it is watched`,
      wanted: 'not slower',
      measured: `${inMs(median(watched))}, unwatched ${inMs(median(alone))} (medians of ${stops}, in turn)`,
      how: 'SIGTERM to exit',
    });
  });

  async function timeStop(isWatched: boolean): Promise<number> {
    const watch = isWatched ? startWatch(terminal.home.env) : null;
    const serving = watch?.next('unmanaged');
    const { pid, gateway } = await terminal.start();
    await serving;
    const stoppedAt = performance.now();
    process.kill(pid, 'SIGTERM');
    await gateway.exited;
    const durationMs = performance.now() - stoppedAt;
    await untilSilent(terminal.port);
    watch?.close();
    return durationMs;
  }
});
